"""Table 1.1 of a report, and the table of the clients who are reported separately."""
