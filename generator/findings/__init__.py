"""What is wrong with the input, for the person who can mend it: codes, places, and how findings are printed.

It does not know what the input is about.
"""
