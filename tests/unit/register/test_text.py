"""Text that tries to be more than text, on its way in: taken as it is, or refused in words that do no harm."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from support.registers.editing import Edit, all_of, cell, ruled, swapped, written
from support.registers.hostile import EXAMPLES, NO_IDS, NO_WEBSITES, REFUSED, TEXTS, WEBSITES, write_hostile
from support.registers.invented import (
    ALFA_REPORT_2020,
    BETA_REPORT,
    CORRECTION,
    FIRST_HELP,
    SECOND_HELP,
    write_register,
)
from support.registers.reading import findings_of

from generator.disclosure.opening import open_register
from generator.findings.codes import CODES
from generator.findings.findings import Finding, Format, Location
from generator.findings.printing import print_findings
from generator.findings.terminal import visible
from generator.register.fields import ProviderId, Website
from generator.register.reading import read_register
from generator.register.text import first_unseen, is_seen, is_unseen, most_marks

_ALFA, _REPLY = "providers/verzonnen-alfa.yaml", "replies/verzonnen-alfa/2021-12-31.md"


def quoted(text: str) -> str:
    """A field of a CSV file."""
    return '"' + text.replace('"', '""') + '"'


def spelled(text: str) -> str:
    """A value in YAML: what JSON spells."""
    return json.dumps(text, ensure_ascii=False)


def in_every_field(text: str) -> Mapping[str, Edit]:
    """The edits that put ``text`` into each kind of field, by the line in which it then stands."""
    return {
        f"{_ALFA}:2": swapped(_ALFA, "Verzonnen Alfa", spelled(text)),
        f"{_ALFA}:4": swapped(_ALFA, "Bedacht Alfa", spelled(text)),
        f"{BETA_REPORT}": cell(BETA_REPORT, "source", quoted(text)),
        f"{FIRST_HELP}": cell(FIRST_HELP, "name", quoted(text)),
        f"{SECOND_HELP}": cell(SECOND_HELP, "also_called", quoted(text)),
        f"{CORRECTION}": cell(CORRECTION, "what", quoted(text)),
        "policy.yaml:6": ruled("versions.0.reply_window.source", spelled(text)),
    }


def in_fields_that_may_be_empty_or_long(text: str) -> Mapping[str, Edit]:
    """The same of a strength, which may be empty, and of a reply, which may be long."""
    return {
        f"{ALFA_REPORT_2020}": cell(ALFA_REPORT_2020, "staff_strength", quoted(text)),
        f"{_REPLY}:1": written(_REPLY, text),
    }


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_seen_or_has_no_end_is_refused_everywhere(text: str, code: str, register_folder: Path) -> None:
    edits = dict(in_every_field(text))
    if code not in {"M08", "R02"}:
        edits |= in_fields_that_may_be_empty_or_long(text)
    all_of(*edits.values())(register_folder)
    found = open_register(register_folder).findings
    assert {place for place in edits if not is_at(place, code, found)} == set()
    for form in Format:
        assert_harmless(print_findings(found, form, "data"), form)


def is_at(place: str, code: str, found: list[Finding]) -> bool:
    """Whether there is such a finding on that line."""
    return any(each.code == code and f"{each.at.file}:{each.at.line}" == place for each in found)


def assert_harmless(printed: str, form: Format) -> None:
    """No terminal, log or list of annotations takes anything in it for a command."""
    lines = printed.split("\n")
    assert all(line.isprintable() for line in lines)
    assert "##[" not in printed
    for line in lines:
        command = re.fullmatch(r"::(error|warning) file=[^:,]*(,line=\d+)?(,col=\d+)?,title=[A-Z]\d\d::.*", line)
        assert command if form is Format.GITHUB and line else not line.lstrip().startswith("::")


@pytest.mark.parametrize("form", Format)
def test_a_finding_that_quotes_anything_does_no_harm(form: Format) -> None:
    texts = [*TEXTS.values(), *(text for text, _ in REFUSED.values()), "a\n::error::b", "a%0A::error::b", "x" * 10_000]
    found = [Finding(Location(text, 1, 1), "F04", f"the column {text}", text) for text in texts]
    printed = print_findings(found, form, "data")
    if form is Format.JSON:
        assert len(json.loads(printed)) == len(texts)
        return
    assert len(printed.split("\n")) == len(texts) * (1 if form is Format.GITHUB else 3)
    assert all(line.isprintable() for line in printed.split("\n"))
    assert "##[" not in printed


@pytest.mark.parametrize("form", Format)
def test_a_finding_quotes_the_begin_of_what_has_no_end(form: Format) -> None:
    printed = print_findings([Finding(Location("a.csv"), "F04", "x" * 10_000, "y" * 10_000)], form, "data")
    assert len(printed) < 2_000
    assert "xxx…" in printed


def test_what_is_printed_tells_which_character_it_was() -> None:
    assert visible("a\x1b[31m\u202e\n") == r"a\x1b[31m\u202e\n"
    assert visible("::error::x ::error::") == r":\x3aerror::x ::error::"
    assert visible("a ##[error]x [red] 8:00 #1") == r"a ##\x5berror]x [red] 8:00 #1"


def test_every_other_text_is_taken_in_every_field(tmp_path: Path) -> None:
    data = write_hostile(tmp_path)
    register, findings = read_register(data)
    assert {finding.code for finding in findings} <= {"P11"}
    assert len(TEXTS) >= 60
    for example in EXAMPLES:
        provider = register.providers[example.provider]
        assert (provider.name, provider.former_names) == (example.read, (example.read,))
        service = register.services[example.service]
        assert (service.name, service.about) == (example.read, example.read)
        for report in (each for each in register.reports.values() if each.provider == example.provider):
            assert {report.source, report.staff_strength, *report.strengths} == {example.read}
    assert {(each.what, each.reason) for each in register.corrections} == {(each.read, each.read) for each in EXAMPLES}


def test_letters_of_another_script_are_shown_and_warned_of(tmp_path: Path) -> None:
    register, findings = read_register(write_hostile(tmp_path))
    warned = {each.at.file.removeprefix("providers/").removesuffix(".yaml") for each in findings if each.code == "P11"}
    other = ("look-alikes", "full width", "mathematical letters", "right to left", "joiners")
    assert warned == {each.provider for each in EXAMPLES if each.name in other}
    assert CODES["P11"].severity == "warning"
    assert "U+0420 CYRILLIC CAPITAL LETTER ER" in " ".join(each.came for each in findings)
    assert (
        register.providers[next(each.provider for each in EXAMPLES if each.name == "look-alikes")].name[0] == "\u0420"
    )


@pytest.mark.parametrize("address", WEBSITES)
def test_a_website_is_taken_as_it_is(address: str) -> None:
    assert TypeAdapter(Website).validate_python(address) == address


@pytest.mark.parametrize("address", NO_WEBSITES, ids=range(len(NO_WEBSITES)))
def test_what_is_no_public_website_is_refused(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Website).validate_python(address)
    assert refused.value.errors()[0]["type"] in {"P05", "M08"}


@pytest.mark.parametrize("identity", NO_IDS, ids=range(len(NO_IDS)))
def test_what_leads_elsewhere_is_no_id(identity: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(ProviderId).validate_python(identity)
    assert refused.value.errors()[0]["type"] in {"P01", "P02"}


def test_two_names_may_differ_in_capitals_alone(tmp_path: Path) -> None:
    data = write_register(tmp_path)
    swapped("providers/verzonnen-beta.yaml", "Verzonnen B\u00e8ta", "VERZONNEN ALFA")(data)
    assert findings_of(data) == []


_EVERY = [chr(number) for number in (*range(0xD800), *range(0xE000, 0x110000))]
_NEEDED = {"\n", "\t", "\u200c", "\u200d", "\ufe0e", "\ufe0f"}


def test_a_line_is_looked_at_as_its_characters_are() -> None:
    for character in _EVERY:
        assert first_unseen(f"\u8a9e{character}") == (1 if is_unseen(character) else None), hex(ord(character))


def test_of_all_of_unicode_only_what_can_be_seen_or_is_needed_is_text() -> None:
    """What Unicode says cannot be printed is none, but for pictures that this Python does not know yet."""
    taken = {each for each in _EVERY if not is_unseen(each)}
    unprinted = {each for each in taken if not each.isprintable() and not each.isspace()}
    assert unprinted - {chr(number) for number in range(0x1F000, 0x1FB00)} <= _NEEDED
    assert not {each for each in _EVERY if each.isprintable() and is_unseen(each)} - {*IGNORABLE, *BLANK}
    assert taken & {*IGNORABLE, *BLANK} <= _NEEDED


# Unicode 16, DerivedCoreProperties.txt, Default_Ignorable_Code_Point: those that Python calls printable.
IGNORABLE = [
    *map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)),
    *map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
]
BLANK = ["\u2800", "\U0001d159", "\U00016fe4", "\ufffc", "\ufffd"]


@pytest.mark.parametrize("idle", ["\u200c", "\u200d", "\ufe0e", "\ufe0f"])
def test_a_joiner_is_text_only_where_it_does_something(idle: str) -> None:
    assert first_unseen(f"Step{idle}By") == 4
    assert first_unseen(f"caf\u00e9{idle}") == 4
    assert first_unseen(f"1{idle}\u20e3 \u2764{idle} \u0915\u094d{idle}\u0937") is None


def test_a_mark_too_many() -> None:
    assert most_marks("gewoon") == 0
    assert most_marks("e\u0301\u0323") == 2
    assert most_marks("\u1ec7") == 2  # as one character
    assert most_marks("e\u0301e\u0301") == 1
    assert is_seen(" *")
    assert not is_seen(" \u200d\u0301\t")
    assert [is_unseen(each) for each in "\u2764\ufe0f\u200d\u3000a\t"] == [False] * 6
