"""What other places show of a provider: badges, a page for a frame, a poster, a picture for sharing.

All of it says how the newest measurement stands, from the public model alone, and leads to the provider's page.
"""
