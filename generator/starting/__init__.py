"""A new register with its site: the files that it begins with, and what is filled in.

All but those in starter/ are this repository's own: pyproject.toml says which, and a wheel carries them.
"""
