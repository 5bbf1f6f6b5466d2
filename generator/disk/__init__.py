"""One writer at a time, all or nothing: locks, files that are replaced together, folders that change places.

It knows nothing of what the files are about.
"""
