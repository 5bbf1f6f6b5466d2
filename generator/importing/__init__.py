"""From what a report says to records: whose report it is, what changes in data/, and what the public would see of it.

How to read a file does not belong here, and neither does how to show anything on the site.
"""
