"""The finder: the form that asks, the records that answer, and a provider as a line of results and of A to Z.

How a page looks is no business of this room. What it searches is the public model alone.
"""
