"""Plotly's script from its Python package: the figures of charts.py are made for that version."""

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

# Its version is in its name, so that a browser that keeps files for long never draws with an old one.
SCRIPT = f"assets/plotly/plotly-{version('plotly')}.min.js"


def script_file() -> Path:
    """The path of the script on this machine. The package itself is not imported, because that takes long.

    Raises:
        ModuleNotFoundError: the package is not installed as files.
    """
    package = find_spec("plotly")
    if package is None or package.origin is None:
        message = "the package plotly is not installed as files"
        raise ModuleNotFoundError(message)
    return Path(package.origin).with_name("package_data") / "plotly.min.js"
