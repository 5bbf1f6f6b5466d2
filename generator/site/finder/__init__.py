"""The finder: the form that asks, the records that answer, and a provider as a line of any list.

How a page looks is decided elsewhere. The finder searches only the public model.
"""
