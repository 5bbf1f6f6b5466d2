"""What is wrong with the input, for who can mend it: codes, places, and how findings are printed.

It knows nothing of what the input is about.
"""
