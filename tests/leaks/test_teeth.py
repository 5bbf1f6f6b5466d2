"""The two proofs have teeth: each way in which somebody could let out what is withheld is found by one of them.

What says a withheld value is found by looking for it. What only follows it (an order, an average, a size) is
found by comparing what is written of two registers that differ in nothing else.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pytest
from leaks.searching import leaks
from leaks.writing import ours, ran, rendered
from support.registers.planted import AS_OF, CANARIES, OTHERS, Planted, bare, plant

from generator.disclosure import modelling, review, withholding
from generator.disclosure.public import Published
from generator.disclosure.rules import outcome
from generator.findings.findings import Finding
from generator.register.records import Audience, Register
from generator.site.content import content
from generator.site.content.parts import File, Part
from generator.site.finder import table
from generator.site.linking import lettering, sharing
from generator.site.statistics import benchmarks
from generator.site.statistics.averages import averages_of

# What the site must never be able to ask: the grade of all clients of a provider, withheld or not.
Secret: TypeAlias = Callable[[str], Decimal]
Break: TypeAlias = Callable[[pytest.MonkeyPatch, Secret], None]


@cache
def whole(planted: Planted) -> dict[str, bytes]:
    """What is written by the code as it is."""
    return rendered_from(planted)


def rendered_from(planted: Planted) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        return rendered(plant(Path(folder), planted))


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> Secret:
    """A look behind the door, for a broken program to use."""
    seen: list[Register] = []
    withhold = withholding.withhold

    def watched(register: Register, *arguments: Any) -> Any:  # noqa: ANN401 - as it is called
        seen.append(register)
        return withhold(register, *arguments)

    monkeypatch.setattr(withholding, "withhold", watched)

    def told(provider: str) -> Decimal:
        grade = seen[-1].results[provider, date(2021, 12, 31), Audience.CLIENT, "total"].grade
        assert isinstance(grade, Decimal)
        return grade

    return told


def no_rule_about_a_row(patch: pytest.MonkeyPatch, _: Secret) -> None:
    patch.setattr(
        withholding,
        "outcome",
        lambda row, rules: Published(row.grade) if isinstance(row.grade, Decimal) else outcome(row, rules),
    )


def no_rule_about_what_can_be_worked_out(patch: pytest.MonkeyPatch, _: Secret) -> None:
    patch.setattr(withholding, "protect", lambda register: register)


def no_reply_window(patch: pytest.MonkeyPatch, _: Secret) -> None:
    patch.setattr(withholding, "is_public", lambda *_: True)


def an_opinion_without_its_total(patch: pytest.MonkeyPatch, _: Secret) -> None:
    door, opinion = withholding._Publishing, modelling.client_opinion  # noqa: SLF001 - who breaks it can reach it
    report = door.report
    patch.setattr(door, "report", lambda self, of, by: replace(report(self, of, by), opinion=opinion(of)))


def counts_beside_a_withheld_row(patch: pytest.MonkeyPatch, _: Secret) -> None:
    def all_of_them(ratings: Any, distributions: Any) -> Any:  # noqa: ANN401 - as in the door
        return {
            key: replace(rating, distribution=distributions[key].counts)
            if isinstance(rating, Published) and key in distributions
            else rating
            for key, rating in ratings.items()
        }

    no_rule_about_a_row(patch, _)
    patch.setattr(withholding, "with_distributions", all_of_them)


def corrections_of_tomorrow(patch: pytest.MonkeyPatch, _: Secret) -> None:
    by_row_rules = withholding.by_row_rules

    def early(register: Register, *arguments: Any) -> Any:  # noqa: ANN401 - as it is called
        moved = (each.model_copy(update={"corrected_on": date(2022, 5, 1)}) for each in register.corrections)
        return by_row_rules(replace(register, corrections=tuple(moved)), *arguments)

    patch.setattr(withholding, "by_row_rules", early)


def an_attribute(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    add_to_pages(patch, lambda: f'<i data-sort="{secret("beta")}"></i>')


def a_name_of_a_file(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    add_file(patch, lambda: (f"badge-{secret('beta')}.svg", b""))


SAID: dict[str, tuple[Break, str]] = {
    "no rule about a row": (no_rule_about_a_row, "grade said_no"),
    "no rule 7": (no_rule_about_what_can_be_worked_out, "grade rounded"),
    "no reply window": (no_reply_window, "provider_window"),
    "an opinion without its total": (an_opinion_without_its_total, "score beta"),
    "counts beside a withheld row": (counts_beside_a_withheld_row, "count 839 of said_no"),
    "corrections of tomorrow": (corrections_of_tomorrow, "what_future"),
    "an attribute": (an_attribute, "grade said_no"),
    "the name of a file": (a_name_of_a_file, "grade said_no"),
}


@pytest.mark.parametrize("broken", SAID)
def test_what_says_it_is_found_by_looking(broken: str, monkeypatch: pytest.MonkeyPatch, secret: Secret) -> None:
    breaking, what = SAID[broken]
    before = whole(CANARIES)
    breaking(monkeypatch, secret)
    changed = {name: content for name, content in rendered_from(CANARIES).items() if before.get(name) != content}
    assert what in {found.partition(" in ")[0] for found in leaks(changed, CANARIES)}


def add_to_pages(patch: pytest.MonkeyPatch, what: Callable[[], str]) -> None:
    """Put something at the end of every page."""

    def more(files: Iterable[File]) -> Iterator[File]:
        return ((name, f"{text!s}{what()}" if name.endswith(".md") else text) for name, text in files)

    change_parts(patch, more)


def add_file(patch: pytest.MonkeyPatch, what: Callable[[], File]) -> None:
    """Write one file more, with those that are the same for every register."""

    def more(files: Iterable[File]) -> Iterator[File]:
        for name, made in files:
            yield name, made
            if name == "robots.txt":
                yield what()

    change_parts(patch, more)


def change_parts(patch: pytest.MonkeyPatch, change: Callable[[Iterable[File]], Iterable[File]]) -> None:
    """Change the files of each part."""
    parts = content.parts_of

    def changed(part: Part) -> Part:
        return replace(part, make=lambda: change(part.make()))

    patch.setattr(content, "parts_of", lambda *arguments: map(changed, parts(*arguments)))


def an_order(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    patch.setattr("generator.site.origin.by_name", lambda name: (secret(name.casefold()), name))


def a_key_of_an_order(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    table_of = table.table

    def ordered(*arguments: Any) -> Any:  # noqa: ANN401 - as it is called
        made = table_of(*arguments)
        return {**made, "order": [-int(secret(each.provider.id) * 10) for each in arguments[1]]}

    patch.setattr(table, "table", ordered)


def an_average(patch: pytest.MonkeyPatch, secret: Secret) -> None:

    def of_all(register: Any) -> Any:  # noqa: ANN401 - as it is called
        first, *others = register.providers
        mean = sum((secret(each.id) for each in register.providers), Decimal()) / len(register.providers)
        clients = first.newest.clients
        total = replace(clients.total, rating=Published(mean.quantize(Decimal("0.1"))))
        report = replace(first.newest, clients=replace(clients, total=total))
        return averages_of(replace(register, providers=(replace(first, reports=(report,)), *others)))

    patch.setattr(benchmarks, "averages_of", of_all)


def a_length_of_a_bar(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    add_to_pages(patch, lambda: f'<i style="width:{(secret("beta") - 1) / 9:.5%}"></i>')


def a_size(patch: pytest.MonkeyPatch, secret: Secret) -> None:
    add_file(patch, lambda: ("padding.txt", b" " * int(secret("beta") * 10)))


FOLLOWED: dict[str, Break] = {
    "an order": an_order,
    "a key of an order": a_key_of_an_order,
    "an average": an_average,
    "the length of a bar": a_length_of_a_bar,
    "a size": a_size,
}


@pytest.mark.parametrize("broken", FOLLOWED)
def test_what_only_follows_it_is_found_by_comparing(
    broken: str, monkeypatch: pytest.MonkeyPatch, secret: Secret
) -> None:
    assert whole(CANARIES) == whole(OTHERS)
    FOLLOWED[broken](monkeypatch, secret)
    assert rendered_from(CANARIES) != rendered_from(OTHERS)


def test_what_is_written_of_an_empty_place_is_the_same_too(tmp_path: Path) -> None:
    assert rendered(bare(tmp_path)) == whole(CANARIES)


def test_a_finding_that_quotes_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = plant(tmp_path)
    assert leaks(ran("check", data=data), CANARIES) == []
    monkeypatch.setattr(
        review,
        "_row",
        lambda row, *_, is_hidden: iter(
            [Finding(row.place("grade"), "W01", f"grade {row.grade} {is_hidden}", "another")]
        ),
    )
    assert leaks(ran("check", data=data), CANARIES)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that is asked to be drawn as letters in a picture."""
    lines: list[str] = []
    write = lettering.write

    def noted(image: Any, place: Any, text: str, *arguments: Any) -> None:  # noqa: ANN401 - as it is called
        lines.append(text)
        write(image, place, text, *arguments)

    monkeypatch.setattr(lettering, "write", noted)
    return lines


def test_no_picture_shows_it(drawn: list[str]) -> None:
    rendered_from(CANARIES)
    assert {"7,2", "80 van de 190 antwoordden (42%)"} <= set(drawn)
    assert leaks({"drawn.txt": "\n".join(drawn).encode()}, CANARIES) == []


def test_a_picture_that_shows_it_is_found(drawn: list[str], monkeypatch: pytest.MonkeyPatch, secret: Secret) -> None:
    picture = sharing.picture
    monkeypatch.setattr(
        sharing,
        "picture",
        lambda summary, *more: picture(replace(summary, short_period=f"({secret('beta')})"), *more),
    )
    rendered_from(CANARIES)
    assert leaks({"drawn.txt": "\n".join(drawn).encode()}, CANARIES)


def test_what_is_early_shows_on_its_day(tmp_path: Path) -> None:
    """Or what is said to be hidden until then could be hidden for another reason."""
    shown = ours(rendered(plant(tmp_path), AS_OF + timedelta(days=1)))
    found = {each.partition(" in ")[0] for each in leaks(shown, CANARIES)}
    assert {"grade window", "grade never_public", "provider_window", "reply_window", "what_window"} <= found
    assert not found & {
        "grade draft",
        "source_draft",
        "reply_draft",
        "what_future",
        "grade said_no",
        "grade rounded",
        "grade hidden",
    }
