"""The catalogues have the same phrases, whatever language they are in, and for whatever scale."""

import re
from itertools import permutations

import pytest
from support.catalogues import faults, read, taken

from generator.charter import Language


@pytest.mark.parametrize(("one", "other"), [*permutations(Language, 2), *((each, each) for each in Language)])
def test_a_catalogue_has_all_that_another_has(one: Language, other: Language) -> None:
    assert list(faults(read(one), read(other))) == []


_ONE = {"group": {"greeting": "dag {name}"}, "people": {"one": "{n} mens", "other": "{n} mensen"}}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"group": {"greeting": "hello {name}, {a_client}"}}, []),
        ({"group": {"farewell": "bye"}}, ["group.farewell is missing"]),
        ({"group": {"greeting": "hello {name} of {place}"}}, ["group.greeting has no {place}"]),
        ({"people": {"zero": "nobody"}}, ["people.zero is missing"]),
        ({"only_clients": {"group": {"greeting": "hello"}}}, []),
        ({"only_clients": {"group": {"farewell": "bye"}}}, ["only_clients.group.farewell is missing"]),
    ],
)
def test_what_a_catalogue_lacks_is_told(other: dict[str, object], found: list[str]) -> None:
    assert list(faults(_ONE, other)) == found


@pytest.mark.parametrize("language", Language)
def test_a_phrase_names_no_grade_of_its_own(language: Language) -> None:
    """On another scale it may be none: 3,6 is no grade from 4 to 10."""
    said = re.sub(r"DCAT-AP(-NL)? 3\.0", "", str(read(language)))
    assert re.findall(r"[^\w.{][0-9][.,][0-9]", said) == []


@pytest.mark.parametrize(
    ("text", "suffix", "found"),
    [
        ('words("list.count", count=len(providers), name=service)', ".py", []),
        ('words("list.count", count=len(every(providers)), provider=name)', ".py", ["provider"]),
        ('words.rich(\n    f"list.{kind}",\n    The_region=region,\n)', ".py", ["The_region"]),
        ('other(provider=name) == words("list.heading")', ".py", []),
        ('{{ words("list.name", agency=shown.agency) }}', ".jinja", ["agency"]),
        ('say("list.name", { name: service.name, count })', ".js", []),
        ('say("list.name", { count, service: name })', ".js", ["service"]),
        ('say("list.name", { register })', ".js", ["register"]),
    ],
)
def test_a_name_of_the_sector_is_no_name_of_a_value(text: str, suffix: str, found: list[str]) -> None:
    assert taken(text, suffix) == found
