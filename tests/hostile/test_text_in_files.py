"""Text stays text in every file: what its own reader gives back is what the register holds."""

import html
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from support.open_data import READERS, TABLES, rows_of
from support.registers.hostile import COMMON, EXAMPLES, HOSTILE, ORDINARY, ORDINARY_EXAMPLE, ORDINARY_REPLIED, Example
from support.shapes import pieces, replaced, together

from generator.changes.addresses import Addresses
from generator.changes.difference import ProviderChange, difference
from generator.changes.found import Difference
from generator.changes.printing import Layout, print_difference
from generator.disclosure.public import PublicRegister
from generator.findings.terminal import visible
from generator.letters import slug
from generator.site.finder.table import PATH as FINDER
from generator.site.opendata.formulas import harmless

_ATOM = "{http://www.w3.org/2005/Atom}"


def differing(read: Callable[[Example], Any], instead: Callable[[Example], Callable[[str], str]]) -> dict[str, Any]:
    """What of each example is not what it is of the ordinary one, but for its texts."""
    ordinary = read(ORDINARY_EXAMPLE)
    assert ORDINARY in str(ordinary)
    found = {each.name: (replaced(read(each), together), replaced(ordinary, instead(each))) for each in HOSTILE}
    return {name: pair for name, pair in found.items() if pair[0] != pair[1]}


def as_on_a_page(example: Example) -> Callable[[str], str]:
    return example.instead


def xml(content: bytes) -> list[tuple[str, str | None, dict[str, str]]]:
    return [(each.tag, each.text, dict(each.attrib)) for each in ET.fromstring(content).iter()]  # noqa: S314


@pytest.mark.parametrize("badge", ["badge.svg", "badge-opdrachtgevers.svg", "badge-beide.svg"])
def test_badges(badge: str, files: dict[str, bytes]) -> None:
    assert differing(lambda each: xml(files[f"aanbieders/{each.provider}/{badge}"]), as_on_a_page) == {}


def test_ratings_of_a_provider(files: dict[str, bytes]) -> None:
    assert differing(lambda each: json.loads(files[f"aanbieders/{each.provider}/ratings.json"]), as_on_a_page) == {}


def test_what_a_comparison_shows(texts: dict[str, str]) -> None:
    assert differing(lambda each: json.loads(texts[f"aanbieders/{each.provider}/comparison.json"]), as_on_a_page) == {}


def test_the_shields_endpoint_has_no_text_of_others(files: dict[str, bytes]) -> None:
    assert len({files[f"aanbieders/{each.provider}/badge.json"] for each in EXAMPLES}) == 1


def test_a_chart_says_names_and_has_no_marks_but_line_breaks(texts: dict[str, str]) -> None:
    points = json.loads(texts[f"diensten/{COMMON}/chart.json"])["data"][-1]
    pairs = zip(points["customdata"], points["hovertext"], strict=True)
    said = {path.strip("./").rpartition("/")[2]: text for path, text in pairs}
    ordinary = said[ORDINARY_EXAMPLE.provider]
    for example in EXAMPLES:
        text = said[example.provider]
        assert set(re.findall(r"<[^>]*>", text)) <= {"<br>"}, example.name
        # A line breaks in the place of a space, or in a word that is longer than a line.
        plain = together(html.unescape(text.replace("<br>", "")))
        whole = example.instead(html.unescape(ordinary.replace("<br>", "")))
        assert "".join(plain.split()) == "".join(whole.split()), example.name


def test_the_feed(files: dict[str, bytes]) -> None:
    entries = defaultdict(list)
    for entry in ET.fromstring(files["feed.xml"]).iter(f"{_ATOM}entry"):  # noqa: S314
        address = entry.find(f"{_ATOM}link").attrib["href"]  # type: ignore[union-attr]
        said = [(each.tag, each.text) for each in entry if each.tag != f"{_ATOM}id"]
        entries[address.rpartition("aanbieders/")[2].partition("/")[0]].append(said)
    newest = [each for each in EXAMPLES if entries[each.provider]]
    assert len(newest) > 70
    corrected = entries[ORDINARY_EXAMPLE.provider][0]
    for example in newest:
        said = replaced(entries[example.provider][0], together)
        assert said == replaced(corrected, example.instead), example.name


@pytest.mark.parametrize("name", ["right to left", "joiners"])
def test_a_name_from_right_to_left_leaves_the_text_beside_it_where_it_is(
    name: str, files: dict[str, bytes], texts: dict[str, str]
) -> None:
    """In the words of a picture, a title, a chart and the feed: nothing of it stands beside other text unkept."""
    example = next(each for each in EXAMPLES if each.name == name)
    folder = f"aanbieders/{example.provider}"
    said = [each for badge in ("badge.svg", "badge-beide.svg") for _, each, _ in xml(files[f"{folder}/{badge}"])]
    for page in ("embed/index.html", "poster/index.html"):
        said += re.findall("<title>(.*?)</title>", files[f"{folder}/{page}"].decode())
    said += re.findall(' (?:alt|title)="(.*?)"', html.unescape(texts[f"{folder}.md"]))
    said += json.loads(texts[f"diensten/{COMMON}/chart.json"])["data"][-1]["hovertext"]
    feed = ET.fromstring(files["feed.xml"]).iter()  # noqa: S314
    said += [each.text for each in feed if each.tag in {f"{_ATOM}title", f"{_ATOM}summary"}]
    beside = [each for each in said if each and example.read in each]
    assert len(beside) > 5
    bare = [re.sub("\u2068[^\u2069]*\u2069", "", each) for each in beside]
    assert [each for each in bare if re.search("[\u0590-\u08ff]", each)] == []


def test_the_sitemap_and_the_notes_for_crawlers_have_no_text_of_others(files: dict[str, bytes]) -> None:
    for name in ("sitemap.xml", "llms.txt", "robots.txt", "open-data/datapackage.json", "open-data/dcat.jsonld"):
        assert ORDINARY not in files[name].decode()
        assert "kwaad" not in files[name].decode()
    assert ET.fromstring(files["sitemap.xml"]).tag.endswith("urlset")  # noqa: S314


def rows(made: Mapping[str, bytes], form: str) -> Callable[[Example], Any]:
    """The rows about an example, of all tables."""
    of: dict[str, list[Any]] = defaultdict(list)
    for table in TABLES:
        for row in rows_of(made, table.name, form):
            of[row.get("provider") or row["service"]].append(row)
    return lambda example: of[example.provider] + of[example.service]


@pytest.mark.parametrize("form", READERS)
def test_every_table_in_every_format(form: str, files: dict[str, bytes]) -> None:
    def instead(example: Example) -> Callable[[str], str]:
        return lambda text: harmless(example.instead(text, between="; "))

    assert differing(rows(files, form), instead) == {}


@pytest.mark.parametrize("form", READERS)
def test_a_csv_has_apostrophes_and_no_other_format_needs_them(
    form: str, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("support.open_data.harmless", lambda text: text)
    names = {row["provider"]: row["provider_name"] for row in rows_of(files, "providers", form)}
    assert names == {each.provider: harmless(each.read) if form == "csv" else each.read for each in EXAMPLES}


def test_the_archive_holds_the_same_files_and_leads_nowhere(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["open-data/klantcijfer.zip"])) as archive:
        for name in archive.namelist():
            assert re.fullmatch(r"[a-z0-9_]+\.[a-z]+", name)
            assert f"open-data/{name}" not in files or archive.read(name) == files[f"open-data/{name}"]


def test_no_address_is_made_of_text(files: dict[str, bytes]) -> None:
    for name in files:
        assert re.fullmatch(r"([a-z0-9_-]+/)*[a-z0-9_-]+(\.[a-z0-9]+)+", name), name


def test_what_the_finder_shows(texts: dict[str, str]) -> None:
    found = json.loads(texts[FINDER])
    places = {found["ids"].get(str(place), slug(name)): place for place, name in enumerate(found["names"])}

    def shown(example: Example) -> list[Any]:
        place = places[example.provider]
        return [found["names"][place], found["formerNames"].get(str(place)), found["ended"].get(str(place))]

    assert differing(shown, as_on_a_page) == {}


@pytest.fixture(scope="module")
def changes(public: PublicRegister) -> tuple[ProviderChange, ...]:
    nobody = PublicRegister(
        as_of=public.as_of, charter=public.charter, services=public.services, providers=(), rules=public.rules
    )
    return difference(nobody, public)


def printed(changes: tuple[ProviderChange, ...], layout: Layout) -> str:
    return print_difference(Difference("HEAD^1", "data", changes, Addresses((), (), (), ())), layout)


def of_pull_request(markdown: str) -> Iterator[tuple[str, list[Any]]]:
    """The part about each provider, by its heading, as what a parser makes of it."""
    head, *parts = re.split(r"^### ", markdown, flags=re.MULTILINE)
    assert head
    for part in parts:
        made = pieces(MarkdownIt("commonmark").enable("table").render(f"### {part}"))
        yield re.search(r"vreemd-\d+", part.partition("\n")[0])[0], made  # type: ignore[index]


def test_a_pull_request_shows_text_and_github_finds_nothing_in_it(changes: tuple[ProviderChange, ...]) -> None:
    markdown = printed(changes, Layout.MARKDOWN)
    of = {identity: [each for each in found if each[0] != "comment"] for identity, found in of_pull_request(markdown)}
    ordinary = of[ORDINARY_EXAMPLE.provider]
    for example in HOSTILE:
        assert joined(of[example.provider]) == replaced(ordinary, seen(example)), example.name
    # All text of others stands in code, where GitHub looks for no names, numbers, addresses or pictures; and nothing in
    # the source is a mark, lest another reader of Markdown takes it for one.
    for code in re.findall(r"<code>(.*?)</code>", markdown):
        assert re.fullmatch(r"(\w|&#\d+;| |<!-- -->(?=&#64;))*", code.replace("_", "!")), code
    assert not re.search(r"(?<!<!-- -->)&#64;|@", markdown)


def seen(example: Example) -> Callable[[str], str]:
    """Text of others as it is printed; the rest is Markdown's own lines."""
    others = (ORDINARY, ORDINARY_REPLIED)
    return lambda text: (
        visible(" ".join(example.instead(text).split()))
        if any(each in text for each in others)
        else example.instead(text)
    )


def joined(found: list[Any]) -> list[Any]:
    """Texts that only a comment parted, as one."""
    whole: list[Any] = []
    for each in found:
        if each[0] == "text" and whole and whole[-1][0] == "text":
            whole[-1] = ("text", whole[-1][1] + each[1])
        else:
            whole.append(each)
    return whole


def test_a_terminal_shows_each_line_and_acts_on_none(changes: tuple[ProviderChange, ...]) -> None:
    lines = printed(changes, Layout.TEXT).splitlines()
    assert all(line.isprintable() for line in lines)
    for example in EXAMPLES:
        assert any(line.startswith(f"{visible(example.read)} ({example.provider})") for line in lines), example.name
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


def test_the_difference_for_programs_is_text_as_it_is(changes: tuple[ProviderChange, ...]) -> None:
    names = {each["id"]: each["name"] for each in json.loads(printed(changes, Layout.JSON))["providers"]}
    assert names == {each.provider: each.read for each in EXAMPLES}
