"""Finds the browser for the tests, and as a script installs one where there is none.

In this order: an installed Chrome or Chromium; Playwright's own; as root on Debian or Ubuntu the distribution's.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, sync_playwright

# The shell comes first: it draws no window, and takes half the time.
NAMES = ("chromium-headless-shell", "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ADVICE = (
    "The tests need a browser, and none could be installed: install Google Chrome or Chromium "
    "(on Debian or Ubuntu: sudo apt-get install chromium), then run this again."
)


def launch_options() -> dict[str, Any]:
    """Playwright's options to launch the browser that is there; without a path they mean Playwright's own."""
    options: dict[str, Any] = {"args": ["--disable-gpu", "--disable-background-networking"]}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox does not work for root.
        options["args"].append("--no-sandbox")
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    if installed is None and Path(MAC).exists():
        installed = MAC
    return options | ({"executable_path": installed} if installed else {})


def works() -> bool:
    """Whether a browser starts."""
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(**launch_options()).close()
        except Error:
            return False
    return True


def install_playwrights_own() -> None:
    """Playwright's own Chromium, which only needs a network that lets it through."""
    _quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def install_the_distributions() -> None:
    """Debian's or Ubuntu's package, which only root can install: the shell where there is one."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _quietly(["apt-get", "update"])
        for name in ("chromium-headless-shell", "chromium"):
            if not works():
                _quietly(["apt-get", "install", "--yes", "--no-install-recommends", name, "fonts-dejavu-core"])


def _quietly(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def main() -> None:
    """Make sure that a browser starts, or say in one sentence what to install."""
    ways: list[Callable[[], None]] = [install_playwrights_own, install_the_distributions]
    if works():
        return
    print("Looking for a browser for the tests; this can take a minute, once.")
    for way in ways:
        way()
        if works():
            return
    sys.exit(ADVICE)


if __name__ == "__main__":
    main()
