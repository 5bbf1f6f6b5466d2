"""What other places show of a provider: its own website, a wall, a message that somebody shares.

Badges, a page for a frame, a poster, a picture, and the code with which a provider takes them over. All of it says how
the newest measurement stands, from the public model alone, and leads to the provider's page.
"""
