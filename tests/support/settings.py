"""The settings of an invented site."""

from generator.site.settings import Licence, Settings

SETTINGS = Settings(
    name="Klantcijfer",
    description="Verzonnen cijfers.",
    address="https://klantcijfer.example/onder/",
    publisher="Verzonnen uitgever",
    source="Verzonnen bureau",
    licence=Licence("Aanhalen met de bron mag", "open-data/#voorwaarden"),
    hand_written=("over.md", "privacy.md"),
)
