"""Versions of data/ as git has them: what each showed, and whether it holds what is withheld, early or a report.

What the folder holds now, and how anything is shown, has no place here.
"""
