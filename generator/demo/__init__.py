"""A register of invented providers, for tests, for measuring, and to look at a full site.

It is planned, then asked, then sealed by the same rules as any register. Nothing real depends on it: only the commands
may import this room.
"""
