"""Table 1.1 of a report, and a separate table of those who are reported apart."""
