"""How the public model is shown: pages in Markdown, their words, figures and templates.

Of what stands before the door only ``disclosure.public`` may be imported here, so that nothing shown can be withheld.
"""
