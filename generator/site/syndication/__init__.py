"""The files that tell others what changed: the feed, the page of corrections, the sitemap, notes for crawlers.

Days come from the data, never from the clock. Nothing here knows how a page looks.
"""
