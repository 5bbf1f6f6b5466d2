"""The charts of the site: what one shows is worked out once (``model``) and drawn twice.

``drawing`` draws it at build time, as SVG that every visitor gets. ``figure`` hands the same marks to plotly, for who
wants to explore them. The tables on the same page hold the same figures; nothing here is only in a chart.
"""
