"""A register of invented providers, for tests, for benchmarks, and to look at a full site.

It is planned first (which providers there are, how many people were asked and answered), then measured (what they
answered), sealed by the same rules as any register, and written. Nothing here is real, and no real data depends on it:
only the commands may import this room.
"""
