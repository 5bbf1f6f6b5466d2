"""Reads the components of the stylesheets."""

from collections.abc import Mapping
from pathlib import Path

from generator.site.styling.sheets import COMPONENTS


def read_styles(folder: Path) -> Mapping[str, str]:
    """The text of each component, by its name.

    Args:
        folder: site_src/styles/, with a file for each component.

    Raises:
        OSError: a component is missing, or cannot be read.
        ValueError: a component is not UTF-8.
    """
    return {name: (folder / f"{name}.css").read_text(encoding="utf-8") for name in sorted(COMPONENTS)}
