"""All that is made of the public model: every page, every file and every record of the finder.

Nothing that is made of it is thought of anywhere else, so that the proof that nothing leaks sees all of it. Beside it a
site has only the scripts, the theme, and the index of the finder.
"""
