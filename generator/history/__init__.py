"""Versions of data/ in git: what each showed, and a check that no version that becomes public holds a withheld grade.

The present content of the folder does not belong here, and neither does how anything is shown.
"""
