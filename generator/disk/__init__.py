"""One writer at a time, all or nothing: locks, files that are replaced together, folders that change places.

It does not know what the files are about.
"""
