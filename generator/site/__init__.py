"""How the public model is shown: pages in Markdown, their words, figures and templates, and files for others.

From the rooms before the door only ``disclosure.public`` may be imported here, so nothing shown can be withheld.
A room may use the rooms before it in this list: words; statistics and rendering; finder, linking and opendata; pages
and syndication; content, which gathers everything.
"""
