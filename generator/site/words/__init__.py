"""How things are said in Dutch: the catalogue of words, numbers and days, a rating and its reason, the order of names.

Every word that a visitor reads is in ``locale/nl.yaml``. This room knows no template and no address.
"""
