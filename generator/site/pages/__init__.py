"""The content of each page, in words that are ready to show, and the figures that its scripts draw or compare.

Nothing here writes a file or decides its address: ``content`` does.
"""
