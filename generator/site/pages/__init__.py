"""What stands on each page, in words that are ready to show, and the figures that its scripts draw or compare.

The pages themselves are put together in ``content``.
"""
