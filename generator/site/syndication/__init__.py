"""What tells other programs that something changed: the feed, and the sitemap.

Days come from the data, never from the clock. Nothing here knows how a page looks.
"""
