"""How the public model is shown: pages in Markdown, their words, figures and templates, and files for others.

Of the confidential rooms it may import ``disclosure.public`` alone, so that nothing shown can be withheld.
"""
