"""How the site looks: which components make which stylesheet, and the colours that badges and pictures share with them.

The components are in `site_src/styles/`, a file each; only `reading` reads them. Nothing here knows a register.
"""
