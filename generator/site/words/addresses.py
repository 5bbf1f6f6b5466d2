"""What stands in addresses, for the scripts of the site: as a module, which they have before they do anything."""

import json

from generator.site.words.catalogue import Words

PATH = "scripts/addresses.js"


def as_module(words: Words) -> str:
    """The text of the module.

    Under ``KEY`` a browser keeps what was chosen: other sites on the same host have keys of their own.
    """
    folders = words.folders
    said = {
        "FOLDERS": {"providers": folders.providers, "compare": folders.compare},
        "ASKED": words.group("address.asked"),
        "KEY": f"{words('address.file.register')}.{folders.compare}",
    }
    return "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in said.items())
