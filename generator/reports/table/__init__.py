"""Table 1.1 of a report, and another table of people who are reported separately."""
