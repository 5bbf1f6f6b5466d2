"""Which pages of a built site an audit looks at."""

from pathlib import Path


def judged_pages(site: Path) -> dict[str, str]:
    """The four kinds of page that most visitors see: what each is called, and its path below the site's root.

    Raises:
        FileNotFoundError: the site has no page of one of them.
    """
    return {
        "home": "",
        "finder": "aanbieders/",
        "provider": _largest(site, "aanbieders"),
        "service": _largest(site, "diensten"),
    }


def each_kind(site: Path) -> list[Path]:
    """The files of one page of each kind: those at the root, each folder's own, and the largest in each folder."""
    own = sorted(site.glob("*/index.html"))
    folders = sorted({page.parents[1].name for page in site.glob("*/*/index.html")})
    largest = [site / _largest(site, folder) / "index.html" for folder in folders]
    return [site / "index.html", site / "404.html", *own, *largest]


def _largest(site: Path, folder: str) -> str:
    """The path of the largest page in ``folder``: the one that is hardest to get right."""
    pages = sorted((site / folder).glob("*/index.html"), key=lambda page: (-page.stat().st_size, page.parts))
    if not pages:
        message = f"there is no page in {site / folder}"
        raise FileNotFoundError(message)
    return f"{folder}/{pages[0].parent.name}/"
