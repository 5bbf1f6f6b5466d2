"""The settings of an invented site, which looks as the real one."""

from support.project import ROOT

from generator.site.settings import Licence, Settings
from generator.site.styling.palette import palette_of
from generator.site.styling.reading import read_styles
from generator.site.styling.sheets import TOKENS

STYLES = read_styles(ROOT / "site_src" / "styles")

SETTINGS = Settings(
    name="Klantcijfer",
    description="Verzonnen cijfers.",
    address="https://klantcijfer.example/onder/",
    publisher="Verzonnen uitgever",
    source="Verzonnen bureau",
    licence=Licence("Aanhalen met de bron mag", "open-data/#voorwaarden"),
    palette=palette_of(STYLES[TOKENS]),
    styles=STYLES,
    hand_written=("over.md", "privacy.md"),
)
