"""How the site looks: which components make which stylesheet, and the colours that drawings share with them.

The components are handed in as texts (``site_src/styles/``, a file each): nothing here reads a file, or knows a
register.
"""
