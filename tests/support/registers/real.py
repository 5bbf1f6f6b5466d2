"""The first real reports, as they stood in data/: kept in reports/, so that no test hangs on what becomes of that."""

from pathlib import Path

REAL = Path(__file__).with_name("reports")
