"""What the scripts of the site know of its register: as a module, which they have before they do anything."""

import json

from generator.scale import Scale
from generator.site.words.catalogue import Words

PATH = "scripts/charter.js"


def as_module(scale: Scale, words: Words) -> str:
    """The text of the module: the ``scale`` of grades, and what stands in addresses.

    Under ``KEY`` a browser keeps what was chosen: other sites on the same host have keys of their own.
    """
    folders = words.folders
    said = {
        "FOLDERS": {"providers": folders.providers, "compare": folders.compare},
        "SCALE": {"lowest": scale.lowest, "highest": scale.highest},
        "ASKED": words.group("address.asked"),
        "KEY": f"{words('address.file.register')}.{folders.compare}",
    }
    return "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in said.items())
