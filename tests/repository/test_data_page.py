"""docs/data.md names each key and each column that data/ can have, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

import pytest
from pydantic import BaseModel
from support.documents import DOCS

from generator.charter import Agency, Charter, Contact, Folders, Licence, Noun, Nouns
from generator.disclosure import policy
from generator.register.records import Correction, Distribution, Provider, Record, Report, Result, Service
from generator.scale import Scale

_PAGE = (DOCS / "data.md").read_text(encoding="utf-8")
#: The keys below a key of register.yaml.
_WITHIN: Mapping[str, list[Any]] = {
    "agency": [Agency],
    "licence": [Licence],
    "scale": [Scale],
    "nouns": [Nouns, Noun],
    "folders": [Folders],
    "contact": [Contact],
}


def _section(title: str) -> str:
    return _PAGE.partition(f"\n## {title}")[2].partition("\n## ")[0]


def _rows(section: str) -> Iterator[tuple[str, str]]:
    """Each name in the first table of a section, with what is said of it."""
    table = section.partition("| --- | --- |\n")[2].partition("\n\n")[0]
    for line in table.splitlines():
        names, what = line.strip("| ").split(" | ", maxsplit=1)
        yield from ((name, what) for name in names.split(", "))


def _marked(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


_OF_REGISTER = dict(_rows(_section("register.yaml")))


def test_the_keys_of_register_yaml() -> None:
    assert _OF_REGISTER.keys() == {each.name for each in fields(Charter)} - {"phrases"}


@pytest.mark.parametrize("name", _WITHIN)
def test_the_keys_within_a_key_of_register_yaml(name: str) -> None:
    within = {each.name for kind in _WITHIN[name] for each in fields(kind)}
    assert within <= _marked(_OF_REGISTER[name])


@pytest.mark.parametrize("key", [each for each in fields(Charter) if each.name != "phrases"], ids=lambda key: key.name)
def test_which_keys_of_register_yaml_may_be_left_out(key: Field[Any]) -> None:
    has_default = key.default is not MISSING or key.default_factory is not MISSING
    assert ("may be left out" in _OF_REGISTER[key.name]) is has_default


_TABLES: Mapping[str, type[Record]] = {
    "services.csv": Service,
    "reports/": Report,
    "results/": Result,
}


@pytest.mark.parametrize("title", _TABLES)
def test_the_columns_of_a_table_in_their_order(title: str) -> None:
    assert tuple(name for name, _ in _rows(_section(title))) == _TABLES[title].columns()


def test_the_keys_of_a_provider_in_their_order() -> None:
    found = [name for name, _ in _rows(_section("providers/"))]
    assert found == [name for name in Provider.model_fields if name not in {"at", "places"}]


@pytest.mark.parametrize(("title", "model"), [("distributions/", Distribution), ("corrections.csv", Correction)])
def test_the_columns_that_a_text_names_in_their_order(title: str, model: type[Record]) -> None:
    named = dict.fromkeys(word for word in re.findall(r"\w+", _section(title)) if word in model.columns())
    assert tuple(named) == model.columns()


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Each key of a part of policy.yaml, with those below it."""
    for name, field in model.model_fields.items():
        yield name
        for kind in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _keys(kind)


def test_the_keys_of_policy_yaml() -> None:
    section = _section("policy.yaml")
    assert {name for name, _ in _rows(section)} == {"repository", *policy.PublicationRules.model_fields}
    assert set(_keys(policy.Policy)) <= _marked(section) | {name for name, _ in _rows(section)}
