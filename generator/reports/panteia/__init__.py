"""The final reports of Panteia: a PDF, or the text of one, with sentences, table 1.1 and lists of strengths."""
