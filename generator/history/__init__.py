"""Versions of data/ as git has them: what a version showed, and whether one that becomes public holds what is withheld.

What the folder holds now, and how anything is shown, has no place here.
"""
