"""All that a visitor reads stands in the catalogue: a template holds none of it, and the catalogue nothing else."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support.project import ROOT
from support.words import ENGLISH, WORDS

from generator.site.words.catalogue import Words

TEMPLATES = sorted((ROOT / "generator/site/rendering/templates").glob("*.jinja"))
FRAME = sorted((ROOT / "site_src/theme").rglob("*.html"))
FORMS = {"zero", "one", "other"}
# Groups that a script gets as a whole, and then calls by the names in them.
FOR_SCRIPTS = ("finder.said", "list", "listing", "choice", "compare.script")


def visible(template: str) -> str:
    """The text of a template without what Jinja reads, and without tags but for attributes that are read out."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    spoken = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text))
    heads = re.sub(r"^#.*\{ #[\w-]+ \}$", "", re.sub(r"<[^>]*>", " ", text), flags=re.MULTILINE)
    return f"{spoken} {re.sub(r'&[a-z]+;', ' ', heads)}"


@pytest.mark.parametrize("path", [*TEMPLATES, *FRAME], ids=lambda path: path.name)
def test_a_template_holds_no_words(path: Path) -> None:
    assert re.findall(r"[^\W\d_]{2,}", visible(path.read_text(encoding="utf-8"))) == []


def phrases(group: Mapping[str, Any], under: str = "") -> Iterator[str]:
    """The key of each phrase."""
    for name, value in group.items():
        if isinstance(value, dict) and not set(value) <= FORMS:
            yield from phrases(value, f"{under}{name}.")
        else:
            yield f"{under}{name}"


class Called(NamedTuple):
    """Whatever in some files can be a key: names, and patterns where something is filled in below a group."""

    names: set[str]
    patterns: list[re.Pattern[str]]

    def has(self, key: str) -> bool:
        return key in self.names or any(each.fullmatch(key) for each in self.patterns)


def called(*names: Path) -> Called:
    text = "\n".join(path.read_text(encoding="utf-8") for path in names)
    filled_in = re.sub(r"\$?\{[^{}]*\}", "*", text)
    joined = re.sub(r"""["'] *~ *[\w.]+ *~ *["']|["'] *~ *[\w.]+|[\w.]+ *~ *["']""", "*", text)
    found = re.findall(r"[\w.*-]+", f"{text}\n{filled_in}\n{joined}")
    filled = {key for key in found if "." in key.partition("*")[0] and "*" in key}
    return Called(set(found), [re.compile(re.escape(key).replace(r"\*", ".+")) for key in filled])


def test_every_phrase_is_said_somewhere() -> None:
    catalogue = files("generator.site.words") / "locale" / "nl.yaml"
    by_generator = called(*sorted((ROOT / "generator").rglob("*.py")), *TEMPLATES)
    scripts = sorted((ROOT / "site_src").rglob("*.js"))
    by_scripts = called(*scripts)
    attributes = set(re.findall(r"\.(\w+)", "".join(file.read_text(encoding="utf-8") for file in (*FRAME, *scripts))))
    said = yaml.safe_load(catalogue.read_text(encoding="utf-8"))
    del said["only_clients"]  # each in place of one of the others
    for phrase in phrases(said):
        names = [phrase.removeprefix(f"{group}.") for group in FOR_SCRIPTS if phrase.startswith(f"{group}.")]
        names += [phrase] if phrase.startswith(("list.", "listing.")) else []
        # A form may be called by its own name.
        is_said = by_generator.has(phrase) or by_generator.has(f"{phrase}.other")
        is_handed_on = phrase.startswith(("frame.", "address.asked.")) and phrase.rpartition(".")[2] in attributes
        assert is_said or is_handed_on or any(map(by_scripts.has, names)), phrase


@pytest.mark.parametrize(("words", "certain", "either"), [(WORDS, "zeker", "of"), (ENGLISH, "certain", "or")])
def test_the_first_page_names_each_level_of_certainty(words: Words, certain: str, either: str) -> None:
    *others, last = (word.removesuffix(f" {certain}") for word in words.group("certainty").values())
    assert f"{', '.join(others)} {either} {last} {certain}" in words("home.meaning.certainty")
