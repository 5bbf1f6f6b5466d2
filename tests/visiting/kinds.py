"""Each kind of page that the demo's site has."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.demo import cases


@dataclass(frozen=True, slots=True)
class Kind:
    """A page: its address below the site's root, and selectors of what makes it one of its kind."""

    path: str
    shows: tuple[str, ...]

    def file(self, site: Path) -> Path:
        """The file in which it stands; an address that does not exist has the site's own page for that."""
        file = site / urlsplit(self.path).path / "index.html"
        return file if file.is_file() else site / "404.html"


def provider(case: cases.Case) -> str:
    """The address of a provider's page."""
    return f"aanbieders/{case.id}/"


def comparison(*compared: cases.Case) -> str:
    """The address of a comparison."""
    return f"vergelijken/?aanbieders={','.join(each.id for each in compared)}"


# Of services and provinces a small one: axe looks at every cell.
KINDS = {
    "home": Kind("", ("[data-finder] form", "[data-browse]")),
    "finder": Kind("aanbieders/", ("[data-finder] form", "[data-browse]")),
    "finder with results": Kind("aanbieders/?zoek=jobcoach", (".kc-results > li .kc-grade", ".kc-results .kc-choose")),
    "finder without results": Kind("aanbieders/?zoek=qwertyqwerty", (".kc-finder__none",)),
    "provider with grades": Kind(
        provider(cases.JOB_COACH),
        (".kc-card__grade", "#verdeling", "#reactie", "#metingen", ".kc-chart--trend"),
    ),
    "provider with absences": Kind(provider(cases.NINE_SERVICES), ("#per-dienst", ".kc-cell-none .kc-reason")),
    "provider without grades": Kind(provider(cases.NOBODY), (".kc-card--none",)),
    "provider below the norm": Kind(provider(cases.BELOW_NORM), ("#norm", "#correcties")),
    "ended provider": Kind(provider(cases.ENDED), (".kc-intro .kc-notice",)),
    "service": Kind("diensten/inburgering/", (".kc-chart--scatter", ".kc-table--members .kc-choose")),
    "services": Kind("diensten/", ("main ul a",)),
    "province": Kind("provincies/drenthe/", (".kc-table--members .kc-choose",)),
    "letter": Kind("a-z/c/", (".kc-letters [aria-current]", ".kc-result .kc-choose")),
    "comparison": Kind(
        comparison(cases.JOB_COACH, cases.NINE_SERVICES, cases.LOW_RESPONSE, cases.FULL_MARKS),
        (".kc-compared .kc-grade", ".kc-compared .kc-reason", ".kc-compared__note"),
    ),
    "comparison of nobody": Kind("vergelijken/", (".kc-compare__empty h2",)),
    "explanation": Kind("uitleg/", ("#geen-cijfer",)),
    "corrections": Kind("correcties/", (".kc-corrections li a",)),
    "accessibility": Kind("toegankelijkheid/", ("#melden",)),
    "open data": Kind("open-data/", ("#kolommen", ".kc-table--files a", ".kc-code", ".kc-cite")),
    "about": Kind("over/", ("#fout",)),
    "privacy": Kind("privacy/", ("main p",)),
    "not found": Kind("bestaat-niet/", ("main a",)),
}
