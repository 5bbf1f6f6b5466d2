"""What git may hold: no version of data/ that becomes public with a commit has what is withheld."""
