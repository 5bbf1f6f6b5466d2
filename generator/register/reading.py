"""Reads all of data/ except the policy, once: typed records, and every problem as a finding."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.charter import Charter, Language
from generator.findings.codes import Severity
from generator.findings.findings import MOST_OF_A_FILE, Finding, Location, and_more, first_of
from generator.progress import tracked
from generator.register import checks
from generator.register.addresses import ADDRESSES_FILE, read_addresses
from generator.register.charters import CHARTER_FILE, UNREAD, WORDS, read_charter
from generator.register.discretion import discreet
from generator.register.documents import read_document
from generator.register.folders import files_below
from generator.register.gaps import Gaps
from generator.register.records import (
    Correction,
    Distribution,
    Provider,
    Record,
    Register,
    Reply,
    Report,
    Result,
    Row,
    Service,
    distribution_of,
)
from generator.register.tables import Schema, Table, read_table
from generator.register.text import LARGEST_DOCUMENT, read_text
from generator.register.validation import validated
from generator.scale import Scale

_RecordT = TypeVar("_RecordT", bound=Record)
_Key = TypeVar("_Key")

POLICY_FILE = "policy.yaml"


def _schema(record: type[Record], *key: str) -> Schema:
    return Schema(record.columns(), key, record.optional_columns())


# Once a service had its name in two languages.
SERVICES = replace(_schema(Service, "number"), former=(("name_nl", "name"), ("name_en", None)))
REPORTS = _schema(Report, "provider", "period_end")
RESULTS = _schema(Result, "provider", "period_end", "audience", "service")
CORRECTIONS = _schema(Correction, "corrected_on", "provider", "period_end", "what")
#: The folders with a table for each year.
YEARS = ("reports", "results", "distributions")


def distributions(scale: Scale) -> Schema:
    """What a table of distributions must look like, on this ``scale``."""
    return _schema(distribution_of(scale), "provider", "period_end", "audience", "service")


def tables_in(data: Path, scale: Scale | None) -> Mapping[str, Schema]:
    """The tables that are in the folder ``data``, by their names, each with what it must look like.

    Without those of distributions if the ``scale`` is not known.
    """
    tables = {"services.csv": SERVICES, "corrections.csv": CORRECTIONS}
    of_years = {"reports": REPORTS, "results": RESULTS, **({"distributions": distributions(scale)} if scale else {})}
    for folder, schema in of_years.items():
        tables |= {path.relative_to(data).as_posix(): schema for path in _of_years(data, folder)}
    return {name: schema for name, schema in tables.items() if (data / name).exists()}


def _of_years(data: Path, folder: str) -> list[Path]:
    return sorted(data.glob(f"{folder}/[0-9][0-9][0-9][0-9].csv"))


def read_register(data: Path, charter: Charter | None = None) -> tuple[Register, list[Finding]]:
    """Read and check everything in the folder ``data`` except its policy.

    Args:
        data: the folder.
        charter: that of a version from before register.yaml, which has none.

    Returns:
        The records that could be read, and all findings, sorted by place. If a finding is an error, the register is
        incomplete: use it for further checks, never for publishing.
    """
    reader = _Reader(data)
    register = reader.read(charter)
    reader.findings += checks.check(register, reader.gaps)
    return register, sorted(set(reader.findings))


class _Reader:
    """Reads data/ once, gathers findings, and remembers what it could not read."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.findings: list[Finding] = []
        self.gaps = Gaps()
        self.scale = UNREAD.scale

    def read(self, otherwise: Charter | None) -> Register:
        charter = self.charter(otherwise)
        self.scale = charter.scale
        services = self.table(self.data / "services.csv", SERVICES, Service)
        self.findings += self.strangers(charter)
        files = sorted(self.data.glob("providers/*.yaml"))
        providers = [found for path in tracked(files, "Reading providers", of=files) if (found := self.provider(path))]
        reports = self.years("reports", REPORTS, Report)
        results = self.years("results", RESULTS, Result)
        counts = self.distributions()
        replies = [reply for path in sorted(self.data.glob("replies/*/*.md")) if (reply := self.reply(path))]
        corrections = self.corrections(self.data / "corrections.csv", reports)
        addresses, of_addresses = read_addresses(self.data)
        self.findings += of_addresses
        return Register(
            charter=charter,
            services=self.by(services, lambda service: service.id, "P03"),
            providers=self.by(providers, lambda provider: provider.id, "P03"),
            reports=self.by(reports, lambda report: report.key, "R01"),
            results=self.by(results, lambda result: result.key, "R01"),
            distributions=self.by(counts, lambda distribution: distribution.key, "R01"),
            replies=tuple(replies),
            corrections=tuple(corrections),
            addresses=addresses,
        )

    def charter(self, otherwise: Charter | None) -> Charter:
        """What makes the register this one. Without it the rest is read all the same, to say what else is wrong."""
        if otherwise and not (self.data / CHARTER_FILE).exists():
            return otherwise
        charter, findings = read_charter(self.data)
        self.findings += findings
        self.gaps.charter = charter is None
        return charter or otherwise or UNREAD

    def distributions(self) -> list[Distribution]:
        """The distributions; none if the scale is not known, which says what columns they have."""
        schema, model = distributions(self.scale), distribution_of(self.scale)
        return [] if self.gaps.charter else self.years("distributions", schema, model)

    def corrections(self, path: Path, reports: Sequence[Report]) -> list[Correction]:
        """The corrections; a register without reports needs no such file."""
        return self.table(path, CORRECTIONS, Correction) if reports or path.exists() else []

    def strangers(self, charter: Charter) -> list[Finding]:
        """Files that nothing reads: without this finding, a misspelled name would hide results silently."""
        languages = Language if self.gaps.charter else (charter.language,)
        known = {
            POLICY_FILE,
            CHARTER_FILE,
            "services.csv",
            "corrections.csv",
            ADDRESSES_FILE,
            *(f"{WORDS}/{language.value}.yaml" for language in languages),
            *(path.relative_to(self.data).as_posix() for path in self.data.glob("providers/*.yaml")),
            *(path.relative_to(self.data).as_posix() for path in self.data.glob("replies/*/*.md")),
            *(path.relative_to(self.data).as_posix() for folder in YEARS for path in _of_years(self.data, folder)),
        }
        names, findings = files_below(self.data)
        strange = [
            Finding(Location(name), "F07", "nothing reads this file", "only files that docs/data.md describes")
            for name in names
            if name not in known
        ]
        return [*findings, *strange]

    def years(self, folder: str, schema: Schema, model: type[_RecordT]) -> list[_RecordT]:
        """The records of one folder, which has a file for each year."""
        return [record for path in _of_years(self.data, folder) for record in self.table(path, schema, model)]

    def table(self, path: Path, schema: Schema, model: type[_RecordT]) -> list[_RecordT]:
        table, findings = read_table(path, self.data, schema)
        self.findings += first_of(findings, path.relative_to(self.data).as_posix())
        if any(finding.severity is Severity.ERROR and finding.code != "R01" for finding in findings):
            self.gaps.files.add(path.relative_to(self.data).as_posix())
        return [] if table is None else list(self.records(table, model))

    def records(self, table: Table, model: type[_RecordT]) -> Iterator[_RecordT]:
        reported = 0
        for at, cells in tracked(table.rows(), f"Reading {table.file}", of=table.cells):
            record, findings = validated(model, cells, partial(table.place, at), self.scale, at=at)
            self.findings += (discreet(finding, model, cells) for finding in findings)
            reported += len(findings)
            if reported > MOST_OF_A_FILE:
                self.findings.append(and_more(table.file))
                self.gaps.files.add(table.file)
                return
            if record is not None:
                yield record
            else:
                self.missing(table, at, cells, findings)

    def missing(self, table: Table, at: Location, cells: Mapping[str, str], findings: Iterable[Finding]) -> None:
        """Remember which report a faulty row is about; if that cannot be read either, it may be about any report."""
        name = "id" if "id" in cells else "period_end"
        unreadable = table.place(at, (name,)) in {finding.at for finding in findings}
        if name == "period_end":
            self.gaps.add(table.file, cells["provider"], "" if unreadable else cells[name])
        elif unreadable:
            self.gaps.files.add(table.file)
        else:
            self.gaps.services.add(cells[name])

    def provider(self, path: Path) -> Provider | None:
        self.gaps.providers.add(path.stem)
        document, findings = read_document(path, self.data)
        self.findings += findings
        if document is None:
            return None
        at = document.place(())
        provider, findings = validated(Provider, document.data, document.place, at=at, places=document.places)
        self.findings += findings
        if provider is not None and provider.id != path.stem:
            expected = f"the id {path.stem!r}, or a file {provider.id}.yaml"
            self.findings.append(Finding(document.place(("id",)), "P04", f"the id {provider.id!r}", expected))
            # From here on the file's name counts as the id. Else a copied file would also give the finding "id twice".
            return provider.model_copy(update={"id": path.stem})
        return provider

    def reply(self, path: Path) -> Reply | None:
        text, findings = read_text(path, self.data, LARGEST_DOCUMENT)
        self.findings += findings
        if text is None:
            return None
        before = text[: len(text) - len(text.lstrip())] if text.strip() else ""
        at = Location(path.relative_to(self.data).as_posix(), 1, 1).after(before)
        values = {"provider": path.parent.name, "period_end": path.stem, "text": text.strip()}
        reply, findings = validated(Reply, values, lambda _: at, at=at)
        self.findings += findings
        return reply

    def by(
        self,
        records: Iterable[_RecordT],
        key: Callable[[_RecordT], _Key],
        code: str,
    ) -> Mapping[_Key, _RecordT]:
        """The records by their key; a second record with the same key, from another file or line, is a finding."""
        found: dict[_Key, _RecordT] = {}
        for record in records:
            first = found.setdefault(key(record), record)
            if first is not record and (code, first.at.file) != ("R01", record.at.file):
                at = record.place("id") if code == "P03" else record.at
                came = f"the same as {first.at}"
                self.findings.append(Finding(at, code, came, "each one once", mentions=(first.at,)))
            if first is not record and isinstance(record, Report | Row):
                # Which of the two is right, and what the other should have been, is not known.
                self.gaps.add(record.at.file, record.provider, record.period_end.isoformat())
        return found
