"""How things are said in Dutch: the catalogue of words, numbers and days, a rating and its reason, the order of names.

Every word that a visitor reads stands in ``locale/nl.yaml``. No template and no address is known here.
"""
