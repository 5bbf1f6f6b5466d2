"""The commands, one file each, loaded when called. A command only calls the rooms, which make all decisions.

Nothing imports from here.
"""
