"""From what a report says to records: whose report it is, what changes in data/, and what the public would see of it.

How a file is read, and how anything is shown on the site, has no place here.
"""
