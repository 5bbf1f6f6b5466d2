"""The settings of an invented site, which looks as the real one."""

from support.project import ROOT

from generator.site.settings import Licence, Settings, read_settings

_REAL = read_settings(ROOT)
STYLES = _REAL.styles

SETTINGS = Settings(
    name="Klantcijfer",
    description="Verzonnen cijfers.",
    address="https://klantcijfer.example/onder/",
    publisher="Verzonnen uitgever",
    source="Verzonnen bureau",
    licence=Licence("Aanhalen met de bron mag", "open-data/#voorwaarden"),
    palette=_REAL.palette,
    styles=_REAL.styles,
    hand_written={"over.md": "Verzonnen.\n", "privacy.md": "Verzonnen.\n"},
)
