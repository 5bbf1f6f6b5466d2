"""From the content of a site to a folder of HTML: MkDocs, the swap of old and new.

It knows pages and folders, but no ratings.
"""
