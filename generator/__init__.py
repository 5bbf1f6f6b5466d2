"""A static-site publisher of public ratings. The rooms and the direction of the data: docs/architecture.md."""
