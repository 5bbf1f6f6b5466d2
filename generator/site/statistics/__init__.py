"""What can be said about published figures: how sure they are, what is usual, what the norm asks.

Pure functions of ``disclosure.public``, without words: the pages choose those. Methods: docs/certainty.md.
"""
