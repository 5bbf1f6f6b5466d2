"""The settings of an invented site, which looks as the real one."""

from dataclasses import replace
from typing import Any

from support.project import ROOT
from support.registers.empty import CHARTER

from generator.charter import Agency, Licence
from generator.site.settings import Settings, read_settings

_LOOKS = read_settings(ROOT, CHARTER)
STYLES = _LOOKS.styles

SETTINGS = Settings(
    charter=replace(
        CHARTER,
        description="Verzonnen cijfers.",
        publisher="Verzonnen uitgever",
        agency=Agency("Verzonnen bureau", "Tevredenheidsonderzoek"),
        licence=Licence("Aanhalen met de bron mag", "open-data/#voorwaarden"),
    ),
    address="https://klantcijfer.example/onder/",
    palette=_LOOKS.palette,
    styles=_LOOKS.styles,
    hand_written={"over.md": "Verzonnen.\n", "privacy.md": "Verzonnen.\n"},
)


def with_charter(**changed: Any) -> Settings:  # noqa: ANN401 - the charter's own
    """Those settings, of a register whose charter says something else."""
    return replace(SETTINGS, charter=replace(SETTINGS.charter, **changed))
