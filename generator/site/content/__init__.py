"""All that a site consists of: every page, every file and every record of the finder, from the public model alone.

No other place adds a file to the site, so the proof that nothing leaks sees every file.
"""
