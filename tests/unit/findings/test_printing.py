"""Findings for a person, for a program and for a pull request: whatever stands in the input, the form holds."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.findings import Finding, Format, Location, counted, has_errors, told
from generator.findings.printing import print_findings, summary

_ERROR = Finding(
    Location("results/2021.csv", 14, 7),
    "R07",
    "grade 84 is not between 1.0 and 10.0",
    "a grade with one decimal and a dot; did you mean 8.4?",
)
_WARNING = Finding(Location("results/2021.csv", 3), "F08", "this row sorts before the one above it", "sorted rows")
_WHOLE_FILE = Finding(Location("corrections.csv"), "F06", "there is no such file", "a file by this name")


def _with_file(file: str) -> Finding:
    return Finding(Location(file), "F07", "nothing reads this file", "another name")


def _with_words(came: str) -> Finding:
    return Finding(Location("a.csv", 1, 1), "R03", came, "one of a, b")


def _json(*findings: Finding) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = json.loads(print_findings(findings, Format.JSON, "data"))
    return parsed


def test_text_starts_with_a_place_that_an_editor_opens() -> None:
    assert print_findings([_ERROR], Format.TEXT, "data") == (
        "data/results/2021.csv:14:7 R07 error: grade 84 is not between 1.0 and 10.0\n"
        "  expected a grade with one decimal and a dot; did you mean 8.4?\n"
        "  mend     Copy the grade from the report; 0 is never a grade."
    )


def test_a_finding_about_a_line_or_a_file_has_no_numbers_it_does_not_know() -> None:
    lines = print_findings([_WARNING, _WHOLE_FILE], Format.TEXT, "data").splitlines()
    assert lines[0].startswith("data/results/2021.csv:3 F08 warning: ")
    assert lines[3].startswith("data/corrections.csv F06 error: ")


def test_json_is_a_list_with_every_part_by_name() -> None:
    assert _json(_ERROR) == [
        {
            "file": "data/results/2021.csv",
            "line": 14,
            "column": 7,
            "code": "R07",
            "severity": "error",
            "came": "grade 84 is not between 1.0 and 10.0",
            "expected": "a grade with one decimal and a dot; did you mean 8.4?",
            "mend": "Copy the grade from the report; 0 is never a grade.",
        },
    ]


def test_nothing_found_is_an_empty_list_and_an_empty_text() -> None:
    assert _json() == []
    assert print_findings([], Format.TEXT, "data") == ""
    assert print_findings([], Format.GITHUB, "data") == ""


def test_github_gets_one_command_for_each_finding() -> None:
    assert print_findings([_ERROR, _WARNING, _WHOLE_FILE], Format.GITHUB, "data").splitlines() == [
        (
            "::error file=data/results/2021.csv,line=14,col=7,title=R07::grade 84 is not between 1.0 and 10.0%0A"
            "expected a grade with one decimal and a dot; did you mean 8.4?%0A"
            "Copy the grade from the report; 0 is never a grade."
        ),
        (
            "::warning file=data/results/2021.csv,line=3,title=F08::this row sorts before the one above it%0A"
            "expected sorted rows%0ARun `generator tidy`: in order, a commit shows just what changed."
        ),
        (
            "::error file=data/corrections.csv,title=F06::there is no such file%0Aexpected a file by this name%0A"
            "Put the file back; `git log -- data` shows who removed it."
        ),
    ]


def test_a_per_cent_sign_is_escaped_for_github() -> None:
    assert "::100%25 of 5:%0A" in print_findings([_with_words("100% of 5:")], Format.GITHUB, "data")


def test_a_file_name_cannot_add_a_property_for_github() -> None:
    printed = print_findings([_with_file("a,line=1::b%.csv")], Format.GITHUB, "data")
    assert printed.startswith("::error file=data/a%2Cline=1%3A%3Ab%25.csv,title=F07::")


def test_a_file_name_cannot_start_a_line_of_its_own() -> None:
    finding = _with_file("a\n::error::b.csv")
    assert len(print_findings([finding], Format.TEXT, "data").splitlines()) == 3
    assert print_findings([finding], Format.GITHUB, "data").count("\n") == 0
    assert _json(finding)[0]["file"] == r"data/a\n::error::b.csv"


def test_a_file_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in print_findings([_with_file("\x1b[2J.csv")], Format.TEXT, "data")


def test_a_file_name_that_is_no_text_is_spelled_out() -> None:
    name = b"\xff.csv".decode("utf-8", "surrogateescape")
    for form in Format:
        assert r"\udcff.csv" in print_findings([_with_file(name)], form, "data").replace("\\\\", "\\")


def test_letters_of_any_script_stay_as_they_are() -> None:
    for form in Format:
        assert "cliënt 客户" in print_findings([_with_words("cliënt 客户")], form, "data")


@given(st.text(st.characters()), st.text(st.characters()), st.sampled_from(Format))
def test_no_words_break_a_form(file: str, came: str, form: Format) -> None:
    finding = Finding(Location(f"{file}.csv", 2, 3), "R03", came, "something else")
    printed = print_findings([finding, finding], form, "data")
    printed.encode("utf-8")
    if form is Format.JSON:
        assert len(json.loads(printed)) == 2
    else:
        assert len(printed.splitlines()) == (6 if form is Format.TEXT else 2)


def test_the_summary_counts_in_words() -> None:
    assert summary([]) == "no errors, no warnings"
    assert summary([_ERROR, _WARNING, _WARNING]) == "1 error, 2 warnings"


def test_a_warning_stops_nothing() -> None:
    assert not has_errors([_WARNING])
    assert has_errors([_WARNING, _ERROR])


def test_findings_sort_by_file_then_by_number() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 10), ("a", 0, 0)]
    findings = sorted(Finding(Location(*place), "R03", "x", "y") for place in places)
    assert [str(finding.at) for finding in findings] == ["a", "a:9:2", "a:9:10", "a:10:1", "b:1:1"]


def test_a_place_after_some_text_counts_its_lines() -> None:
    at = Location("a.md", 3, 5)
    assert at.after("") == at
    assert at.after("xyz") == Location("a.md", 3, 8)
    assert at.after("x\nyz") == Location("a.md", 4, 3)
    assert at.after("x\n\n") == Location("a.md", 5, 1)


@given(st.integers(0, 1_200), st.integers(0, 1_200), st.sampled_from(Format))
def test_a_thousand_are_printed_at_the_most_and_errors_before_warnings(
    errors: int, warnings: int, form: Format
) -> None:
    findings = sorted([_with_file(f"{number % 7}.csv") for number in range(errors)] + [_WARNING] * warnings)
    kept = told(findings)
    more = max(0, errors + warnings - 1_000)
    assert [each.code for each in kept[1_000:]] == (["F15" if errors > 1_000 else "F16"] if more else [])
    assert sum(each.code == "F07" for each in kept[:1_000]) == min(errors, 1_000)
    assert len(kept) == min(errors + warnings, 1_000) + bool(more)
    assert list(kept[:1_000]) == sorted(kept[:1_000])
    assert has_errors(list(kept)) == has_errors(findings)
    assert print_findings(findings, form, "data") == print_findings(list(kept)[:1_001], form, "data") or more


@pytest.mark.parametrize(("count", "said"), [(0, "no files"), (1, "1 file"), (2, "2 files")])
def test_things_are_counted_in_words(count: int, said: str) -> None:
    assert counted(count, "file") == said
