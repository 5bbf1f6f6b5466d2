"""What we know, and it is confidential: the schemas of data/, reading and checking it, and findings.

Nothing that decides or shows what the public may know may enter here.
"""
