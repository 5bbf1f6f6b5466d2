"""What we know, all of it confidential: the records of data/, and how they are read, checked and written.

Nothing that decides what the public may know, or shows it, may enter here.
"""
