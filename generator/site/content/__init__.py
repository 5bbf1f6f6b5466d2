"""All that is made of the public model: every page and every file.

Nothing that is made of it is thought of anywhere else, so that the proof that nothing leaks sees all of it. Beside it a
site has only the scripts and the theme.
"""
