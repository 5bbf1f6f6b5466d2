"""What a tool asked others, by its own report: one that asked nothing, or not all, never says that all is well.

`make links` and `make audit-dependencies` tell what this finds, on the screen and in a file of Markdown.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def weaknesses(report: Mapping[str, Any], lock: str) -> Iterator[str]:
    """A line for each weakness that pip-audit knows, and for each package of the ``lock`` of which it knows nothing."""
    audited = {_name(each["name"]): each for each in report["dependencies"]}
    for name, each in audited.items():
        if "skip_reason" in each:
            yield f"{name} was not asked about: {each['skip_reason']}"
        for known in each.get("vulns", ()):
            mended = ", ".join(known["fix_versions"]) or "no version"
            yield f"{name} {each['version']}: {known['id']}, mended in {mended}"
    locked = {_name(name) for name in _LOCKED.findall(lock)}
    yield from (f"{name} was not asked about: it is in the lock alone" for name in sorted(locked - audited.keys()))
    if not locked:
        yield "nothing was asked: the lock names no package"


def links(report: Mapping[str, Any]) -> Iterator[str]:
    """A line for each website that did not answer lychee, and one if none was asked."""
    for name in ("error_map", "timeout_map"):
        for file, found in report[name].items():
            yield from (f"{each['url']} ({file}): {each['status']['text']}" for each in found)
    asked = report["total"] - report["excludes"] - report["unsupported"]
    if asked <= 0:
        yield f"no website was asked: of {report['total']} addresses {report['excludes']} are left out"
    elif not report["successful"]:
        yield f"no website answered, of {asked}: it may be this machine that has no network"


def _name(name: str) -> str:
    """The name of a package as an index normalizes it (PEP 503)."""
    return re.sub("[-_.]+", "-", name).lower()


def main(what: str, report: str, to: str, lock: str = "") -> int:
    """Print the lines and write them to the file ``to``, as a list; 1 if there is one."""
    file = Path(report)
    if not file.is_file():
        lines = ["nothing is known: the tool ended before it made its report"]
    else:
        content = json.loads(file.read_text(encoding="utf-8"))
        lines = list(links(content) if what == "links" else weaknesses(content, Path(lock).read_text(encoding="utf-8")))
    text = "".join(f"- {line}\n" for line in lines)
    Path(to).write_text(text, encoding="utf-8")
    print(text, end="")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
