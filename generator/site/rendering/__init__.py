"""From values to text: the templates, safe Markdown and HTML, JSON-LD, and the script that draws charts.

Nothing is computed or decided here: the values that come in are ready to show.
"""
