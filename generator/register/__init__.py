"""All that we know, which is confidential: the schemas of data/, reading it, checking it, and writing it.

No code here decides what the public may know, or shows anything to the public.
"""
