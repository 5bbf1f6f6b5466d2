"""What a site is made with, as a CycloneDX bill of materials: the same bytes for the same locks and packages.

The lock knows every package, on any system, and the hashes of its files; what is installed here knows licences, and
which package needs which. `make sbom` joins what cyclonedx-py makes of the two.
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# What only the installed package tells of itself.
_TOLD = ("description", "licenses")


class InvalidBillError(ValueError):
    """It is no bill of materials by the schema of CycloneDX; the message says why."""


def joined(locked: Mapping[str, Any], installed: Mapping[str, Any]) -> dict[str, Any]:
    """The bill of what is ``locked``, with what is known of it where it is ``installed``."""
    known = {_reference(each): each for each in installed["components"]}
    components = {_reference(each): _component(each, known.get(_reference(each), {})) for each in locked["components"]}
    # What all is for: the program, where it is made. A register that uses it is no package.
    roots = [each["bom-ref"] for name, each in installed["metadata"].items() if name == "component"]
    names = {
        **dict(zip(roots, roots, strict=True)),
        **{each["bom-ref"]: name for name, each in known.items() if name in components},
    }
    needs = {each["ref"]: each.get("dependsOn", []) for each in installed["dependencies"]}
    graph = {name: sorted({names[to] for to in needs.get(ref, []) if to in names}) for ref, name in names.items()}
    return {
        **locked,
        "metadata": installed["metadata"],
        "components": [components[name] for name in sorted(components)],
        "dependencies": [{"ref": name, "dependsOn": graph.get(name, [])} for name in sorted({*roots, *components})],
    }


def written(bill: Mapping[str, Any]) -> str:
    """The bill as text.

    Raises:
        InvalidBillError: it is none, or names no package.
    """
    if not bill["components"]:
        raise InvalidBillError("it names no package")
    # Loading these takes a second, and every process that collects the tests would.
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    text = json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"])).validate_str(text)
    if wrong is not None:
        raise InvalidBillError(str(wrong).partition("\n")[0])  # the rest is the schema
    return text


def _reference(component: Mapping[str, Any]) -> str:
    """A package by its name as an index normalizes it (PEP 503), and its version."""
    return f"{re.sub('[-_.]+', '-', component['name']).lower()}=={component['version']}"


def _component(locked: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: known[name] for name in _TOLD if name in known}
    # Its own description is the line of the lock, and its own reference the number of that line.
    kept = {name: value for name, value in locked.items() if name != "description"}
    return {**kept, **told, "bom-ref": _reference(locked)}


def main(locked: str, installed: str, to: str) -> None:
    """Join two bills into a third."""
    bills = (json.loads(Path(file).read_text(encoding="utf-8")) for file in (locked, installed))
    text = written(joined(*bills))
    Path(to).write_text(text, encoding="utf-8")
    print(f"{to}: {len(json.loads(text)['components'])} packages.")


if __name__ == "__main__":
    main(*sys.argv[1:])
