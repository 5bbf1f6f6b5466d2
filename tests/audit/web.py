"""`make audit-web`: Lighthouse and html-validate on a built site. Both come from npm, so this needs Node as well."""

import shutil
import sys
from pathlib import Path

from audit.lighthouse import FLOORS, AuditError, judge
from audit.validity import faults
from playwright.sync_api import sync_playwright
from published.browser import launch_options
from support.kinds import files_of_each_kind, judged_pages
from support.sites import served

NO_NODE = (
    "This audit runs Lighthouse and html-validate, which need Node 22 or newer with npx: install it from your "
    "distribution or from nodejs.org, then run this again. Nothing else in this project needs it."
)


def chrome() -> str:
    """The browser that the tests use."""
    options = launch_options()
    if "executable_path" in options:
        return str(options["executable_path"])
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def speed_and_access(site: Path) -> bool:
    """Print the scores of each kind of page; whether all are as high as promised."""
    pages = judged_pages(site)
    print(f"{'page':60}" + "".join(f"{category:>16}" for category in FLOORS))
    missed = 0
    with served(site) as address:
        for kind, path in pages.items():
            judged = judge(f"{address}{path}", chrome())
            print(f"{f'{kind} /{path}':60}" + "".join(f"{judged.scores[category]:>16}" for category in FLOORS))
            missed += len(judged.missed)
            for complaint in judged.complaints if judged.missed else ():
                print(f"    {complaint}")
    print("needed: " + ", ".join(f"{category} {floor}" for category, floor in FLOORS.items()))
    return not missed


def validity(site: Path) -> bool:
    """Print what is wrong in the HTML of each kind of page; whether nothing is."""
    files = files_of_each_kind(site)
    found = faults(files)
    for fault in found:
        print(fault)
    print(f"HTML of {len(files)} pages: {len(found)} faults.")
    return not found


def main() -> None:
    """Audit the site in the folder that is named; exit with 1 where something is not as promised."""
    site = Path(sys.argv[1])
    if shutil.which("npx") is None:
        sys.exit(NO_NODE)
    try:
        passed = [validity(site), speed_and_access(site)]
    except (AuditError, FileNotFoundError) as error:
        sys.exit(str(error))
    if not all(passed):
        sys.exit(1)


if __name__ == "__main__":
    main()
