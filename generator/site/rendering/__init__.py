"""From values to text: the templates, safe Markdown and HTML, JSON-LD, and the script that draws charts.

No figure is worked out here, and nothing is decided: what comes in is ready to show.
"""
