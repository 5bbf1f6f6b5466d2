"""What the public would see change between two public models, for the maintainer who changes the register.

Neither model holds what is withheld, so no difference can print it. Nothing here reads a file.
"""
