"""How things are said in Dutch: the catalogue of words, numbers and days, a rating and its reason, the order of names.

The words stand in ``locale/nl.yaml``; those of hand-written pages in ``site_src/``.
No template and no address is known here.
"""
