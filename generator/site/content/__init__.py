"""All that a site consists of: every page, every file and every record of the finder, from the public model alone.

No file of the site is thought of anywhere else, so that the proof that nothing leaks sees each of them.
"""
