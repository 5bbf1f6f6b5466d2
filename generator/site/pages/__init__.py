"""What stands on each page, in words that are ready to show, and the figures that its scripts draw or compare.

Nothing here writes a file or says at which address it stands: ``content`` does.
"""
