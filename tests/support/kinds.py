"""Each kind of page that a site has: the one list of them, for the tests of each site, the pictures and the audit."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.demo import cases


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, and a page that is one.

    Args:
        path: the address of that page on the demo's site, below its root.
        shows: selectors of what makes it one of its kind.
        folder: where all pages of this kind stand, if there are more.
    """

    path: str
    shows: tuple[str, ...]
    folder: str = ""

    def file(self, site: Path) -> Path:
        """The file in which it stands; an address that does not exist has the site's own page for that."""
        file = site / urlsplit(self.path).path / "index.html"
        return file if file.is_file() else site / "404.html"

    def largest(self, site: Path) -> str:
        """The path of the largest page of this kind: the one that is hardest to get right.

        Raises:
            FileNotFoundError: the site has none.
        """
        if not self.folder:
            return self.path
        pages = sorted((site / self.folder).glob("*/index.html"), key=lambda page: (-page.stat().st_size, page.parts))
        if not pages:
            message = f"there is no page in {site / self.folder}"
            raise FileNotFoundError(message)
        return f"{self.folder}/{pages[0].parent.name}/"


def provider(case: cases.Case) -> str:
    """The address of a provider's page."""
    return f"aanbieders/{case.id}/"


def comparison(*compared: cases.Case) -> str:
    """The address of a comparison."""
    return f"vergelijken/?aanbieders={','.join(each.id for each in compared)}"


# Of services and provinces a small one: axe looks at every cell.
KINDS = {
    "home": Kind("", ("[data-finder] form", ".kc-results [data-certainty]", ".kc-browse")),
    "finder": Kind("aanbieders/", ("[data-finder] form", ".kc-results [data-certainty]", ".kc-browse")),
    "finder with results": Kind(
        "aanbieders/?zoek=jobcoach",
        (".kc-finder--asked .kc-results [data-certainty]", ".kc-results .kc-choose"),
    ),
    "finder without results": Kind("aanbieders/?zoek=qwertyqwerty", (".kc-finder__none",)),
    "provider with grades": Kind(
        provider(cases.JOB_COACH),
        (".kc-card .kc-rating--large", "#verdeling", "#reactie", "#metingen", ".kc-chart--trend"),
        folder="aanbieders",
    ),
    "provider with absences": Kind(provider(cases.NINE_SERVICES), ("#per-dienst", "td[colspan] .kc-reason")),
    "provider without grades": Kind(provider(cases.NOBODY), (".kc-card--none",)),
    "provider below the norm": Kind(provider(cases.BELOW_NORM), ("#norm", "#correcties")),
    "ended provider": Kind(provider(cases.ENDED), (".kc-provider .kc-notice",)),
    "service": Kind("diensten/inburgering/", (".kc-chart--scatter", ".kc-results .kc-choose"), folder="diensten"),
    "services": Kind("diensten/", ("main ul a",)),
    "provinces": Kind("provincies/", ("main ul a", ".kc-map a")),
    "province": Kind("provincies/drenthe/", (".kc-results .kc-choose",), folder="provincies"),
    "letter": Kind("a-z/c/", (".kc-letters [aria-current]", ".kc-results .kc-choose"), folder="a-z"),
    "comparison": Kind(
        comparison(cases.JOB_COACH, cases.NINE_SERVICES, cases.LOW_RESPONSE, cases.FULL_MARKS),
        (".kc-compared data", ".kc-compared .kc-reason", ".kc-compared__note"),
    ),
    "comparison of nobody": Kind("vergelijken/", (".kc-compare__empty h2",)),
    "explanation": Kind("uitleg/", ("#geen-cijfer",)),
    "corrections": Kind("correcties/", (".kc-corrections li a",), folder="correcties"),
    "accessibility": Kind("toegankelijkheid/", ("#melden",)),
    "open data": Kind("open-data/", ("#kolommen", ".kc-table--files a", ".kc-code", ".kc-cite")),
    "about": Kind("over/", ("#fout",)),
    "privacy": Kind("privacy/", ("main p",)),
    "not found": Kind("bestaat-niet/", ("main a",)),
}


def judged_pages(site: Path) -> dict[str, str]:
    """Each kind of page, and the path of its largest page; but for what is no page: an address that does not exist.

    Raises:
        FileNotFoundError: the site has no page of a kind of which there are more.
    """
    return {name: kind.largest(site) for name, kind in KINDS.items() if name != "not found"}


def files_of_each_kind(site: Path) -> list[Path]:
    """The files of a page of each kind, and of the largest where there are more.

    Raises:
        FileNotFoundError: the site has no page of one of them.
    """
    shown = [kind.file(site) for kind in KINDS.values()]
    return list(
        dict.fromkeys([*shown, *(site / kind.largest(site) / "index.html" for kind in KINDS.values() if kind.folder)])
    )
