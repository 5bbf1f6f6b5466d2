"""Reads the components of the stylesheets."""

from collections.abc import Mapping
from pathlib import Path

from generator.site.styling.sheets import COMPONENTS


def read_styles(folder: Path) -> Mapping[str, str]:
    """The text of each component, by its name.

    Args:
        folder: site_src/styles/, with a file for each component.

    Raises:
        OSError: one is not there, or cannot be read.
        ValueError: one is no UTF-8.
    """
    return {name: (folder / f"{name}.css").read_text(encoding="utf-8") for name in sorted(COMPONENTS)}
