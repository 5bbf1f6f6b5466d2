"""The commands, a file each, loaded when called. Each joins what the rooms do; what is decided is decided there.

Nothing imports from here.
"""
