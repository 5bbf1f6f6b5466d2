"""The finder: the form that asks, the file that answers, and the lists of providers that stand in the pages.

How a page looks is no business of this room. What it searches is the public model alone.
"""
