"""Turns what a report says into records: whose report it is, what changes in data/, and what the public would see.

How to read a file does not belong here, and neither does how to show anything on the site.
"""
