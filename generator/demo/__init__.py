"""A register of invented providers, for tests, benchmarks and whoever wants to look at a full site.

It is planned first (who there is, how many were asked and answered), then measured (what they answered), sealed by the
same rules as any register, and written. Nothing here is real, and nothing of what is real depends on it: only the
commands may import this room.
"""
