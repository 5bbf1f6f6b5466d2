"""Problems of the input, for the person who can mend them: their codes and texts, their places, how they are printed.

Nothing here looks for a problem: the rooms that read and judge do.
"""
