"""Writes the files of an invented register into a folder of its own."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.charter import Language
from generator.disk.replacing import replace_files
from generator.register.addresses import ADDRESSES_FILE
from generator.register.charters import CHARTER_FILE, WORDS
from generator.register.reading import CORRECTIONS, POLICY_FILE, REPORTS, RESULTS, distributions
from generator.register.records import Distribution, Record, Register, Report, Result
from generator.register.tables import Schema
from generator.register.writing import cells, provider_text, with_rows

# The register's reader skips names that begin with a dot.
_MARK = ".demo"
_MARK_TEXT = "An invented register, made by `generator demo`, which may replace every file of it.\n"
_SERVICES_FILE, _CORRECTIONS_FILE = "services.csv", "corrections.csv"
# Files that an earlier register can have and the next one may not have.
_OF_ONE_REGISTER = (
    ADDRESSES_FILE,
    "providers/*.yaml",
    "replies/*/*.md",
    "words/*.yaml",
    "[rd]*/[0-9][0-9][0-9][0-9].csv",
)


class ForeignFolderError(ValueError):
    """A folder holds something other than an earlier invented register; the message says what to do."""


def refuse_foreign_folder(out: Path, data: Path) -> None:
    """Make sure that an invented register in ``out`` overwrites nothing else.

    Args:
        out: the folder for the invented register.
        data: the register from which the services and the policy come.

    Raises:
        ForeignFolderError: ``out`` is in ``data``, or it holds something that is not an invented register.
    """
    if out.resolve().is_relative_to(data.resolve()):
        raise ForeignFolderError(f"{out} is in {data}, the register itself: name a folder elsewhere")
    if out.exists() and any(out.iterdir()) and not (out / _MARK).is_file():
        raise ForeignFolderError(f"{out} holds something that no demo made: name an empty folder, or a new one")


def demo_files(register: Register, data: Path) -> dict[str, bytes]:
    """Every file of the invented ``register`` by its name; what it is like is a copy of that in ``data``.

    Raises:
        OSError: a file of ``data`` cannot be read.
    """
    language = register.charter.language
    words = [path.relative_to(data).as_posix() for path in data.glob(f"{WORDS}/*.yaml")]
    files = {name: (data / name).read_bytes() for name in (CHARTER_FILE, _SERVICES_FILE, POLICY_FILE, *words)}
    texts = {f"providers/{each.id}.yaml": provider_text(each) for each in register.providers.values()}
    texts |= {each.at.file: f"{each.text}\n" for each in register.replies}
    texts |= _by_year("reports", REPORTS, register.reports.values(), language)
    texts |= _by_year("results", RESULTS, register.results.values(), language)
    counts = distributions(register.charter.scale)
    texts |= _by_year("distributions", counts, register.distributions.values(), language)
    texts[_CORRECTIONS_FILE] = _table(CORRECTIONS, register.corrections, language)
    texts[_MARK] = _MARK_TEXT
    return files | {name: text.encode() for name, text in texts.items()}


def _by_year(
    folder: str, schema: Schema, records: Iterable[Report | Result | Distribution], language: Language
) -> dict[str, str]:
    years = defaultdict(list)
    for record in records:
        years[record.period_end.year].append(record)
    return {f"{folder}/{year}.csv": _table(schema, years[year], language) for year in sorted(years)}


def _table(schema: Schema, records: Iterable[Record], language: Language) -> str:
    return with_rows("", schema, [cells(record, language) for record in records], lambda _: False)


def write_demo(out: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files into the folder ``out``, which is made if needed, and remove the files of an earlier register.

    Raises:
        OSError: a file could not be written; then the old files are unchanged.
    """
    out.mkdir(parents=True, exist_ok=True)
    replace_files(out, contents)
    for path in sorted(found for pattern in _OF_ONE_REGISTER for found in out.glob(pattern)):
        if path.relative_to(out).as_posix() not in contents:
            path.unlink()
            with contextlib.suppress(OSError):  # something else is in there
                path.parent.rmdir()
