"""One writer at a time, one version for who reads, all or nothing: locks, replacing files, swapping folders.

It does not know what the files are about.
"""
