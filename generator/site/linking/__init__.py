"""What other places show about a provider: its own website, a wall, a message that somebody shares.

Badges, a page for a frame, a poster, a picture, and the code that a provider copies to show them. All of them show the
newest measurement, from the public model alone, and link to the provider's page.
"""
