"""The commands, a file each, loaded when called. A command joins what the rooms do, and decides nothing itself.

Nothing imports from here.
"""
