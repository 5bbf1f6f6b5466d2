"""The finder: the form that asks, the records that answer, and a provider as a line of any list.

How a page looks is no business of this room; what it searches is the public model alone.
"""
