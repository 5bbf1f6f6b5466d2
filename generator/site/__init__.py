"""How the public model is shown: pages in Markdown, their words, figures and templates, and files for others.

Of what stands before the door only ``disclosure.public`` may be imported here, so that nothing shown can be withheld.
The rooms, each of which may use those before it: words; statistics and rendering; finder, linking and opendata; pages
and syndication; content, which gathers it all.
"""
