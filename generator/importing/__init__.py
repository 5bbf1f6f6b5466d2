"""What a report says becomes records: whose it is, what changes in data/, and what the public would see of that.

How a file is read, and how anything is shown on the site, has no place here.
"""
