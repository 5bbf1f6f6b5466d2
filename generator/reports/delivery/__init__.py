"""Deliveries of any agency: tables with a row for each row of a report (docs/import.md)."""
