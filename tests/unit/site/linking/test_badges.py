"""What a provider shows on its own site: badges, the figures behind them, a page for a frame, the code to take over."""

import html
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML
from support.made import files
from support.registers.demos import public_demo
from support.registers.public import NOBODY, WITHHELD, grade, profile, provider, report, rounded
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicProvider, Rating, Reason, Withheld
from generator.site.content.content import content
from generator.site.linking import badges
from generator.site.linking.files import provider_files
from generator.site.linking.snippets import snippets
from generator.site.linking.summaries import summary_of

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("badge.svg", "badge-opdrachtgevers.svg", "badge-beide.svg")
PAGE = "https://klantcijfer.example/onder/aanbieders/verzonnen/"
ACCENT, GREY = "0b5c7a", "515d63"


def invented(total: Rating, commissioners: Rating | None = None) -> PublicProvider:
    return provider(report(total=total, commissioners=commissioners))


def made(of: PublicProvider) -> dict[str, str]:
    """Each file of text."""
    kept = provider_files(summary_of(profile(of), SETTINGS, WORDS), SETTINGS, WORDS)
    return {name: content.decode() for name, content in kept if not name.endswith(".png")}


def shown(svg: str) -> list[str]:
    """What is drawn: the text without title and description."""
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own drawing


def said(svg: str) -> str:
    return " ".join((each.text or "") for each in ET.fromstring(svg) if each.tag in {f"{SVG}title", f"{SVG}desc"})  # noqa: S314


def numbered(of: PublicProvider, invited: int, completed: int) -> PublicProvider:
    """The same, with so many clients invited and answering."""
    newest = of.newest
    total = replace(newest.clients.total, net_sample=invited, completed=completed)
    return replace(of, reports=(replace(newest, clients=replace(newest.clients, total=total)),))


def test_a_badge_says_the_grade_how_many_answered_how_sure_it_is_and_when() -> None:
    svg = made(numbered(invented(grade("8.3"), grade("7.0")), 139, 55))["badge.svg"]
    assert shown(svg) == [
        "8,3",
        "Cijfer van cliënten",
        "55 van de 139 antwoordden (40%)",
        "Redelijk zeker",
        "Klantcijfer",
        "2021",
    ]
    assert said(svg) == (
        "Verzonnen op Klantcijfer Verzonnen op Klantcijfer. Cliënten geven gemiddeld een 8,3 (redelijk zeker): "
        "55 van de 139 cliënten antwoordden (40%). Meetperiode 1 januari 2021 tot en met 31 december 2021."
    )


def test_a_rounded_grade_is_whole_and_says_so_everywhere() -> None:
    files_of = made(numbered(invented(rounded("8"), grade("7.0")), 40, 20))
    assert shown(files_of["badge.svg"])[:3] == ["8", "afgerond", "Cijfer van cliënten"]
    assert "Cliënten geven gemiddeld een 8, afgerond (enigszins zeker): 20 van de 40" in said(files_of["badge.svg"])
    assert "afgerond" not in files_of["badge-opdrachtgevers.svg"]
    message = json.loads(files_of["badge.json"])["message"]
    assert message == "8, afgerond · 20 van de 40 antwoordden (50%) · 2021"
    for name in ("embed/index.html", "poster/index.html"):
        said_there = " ".join(JustHTML(files_of[name], sanitize=False).to_text().split())
        assert "8 , afgerond (van de 10) enigszins zeker" in said_there
    assert not any("8,0" in text for text in files_of.values())


def test_the_remark_of_a_rounded_grade_stays_within_its_field() -> None:
    svg = ET.fromstring(made(invented(rounded("10")))["badge.svg"])  # noqa: S314 - our own drawing
    (field,) = (each for each in svg.iter(f"{SVG}g") if each.get("text-anchor") == "middle")
    figure, word = field
    assert float(word.get("font-size", svg.get("font-size", ""))) * 0.58 * len("afgerond") <= 78 - 8
    assert int(str(figure.get("y"))) + 12 < int(str(word.get("y"))) < 66


@pytest.mark.parametrize(
    ("rating", "invited", "completed", "lines", "message"),
    [
        (WITHHELD, 60, 12, ["12 van de 60 antwoordden (20%)", "Te weinig respons"], "te weinig respons"),
        (
            Withheld(Reason.TOO_FEW_RESPONDENTS),
            1,
            1,
            ["De enige uitgenodigde antwoordde", "Zo blijven antwoorden anoniem"],
            "zo blijven antwoorden anoniem",
        ),
        (
            Withheld(Reason.SECONDARY),
            30,
            12,
            ["12 van de 30 antwoordden (40%)", "Zo blijft een klein groepje anoniem"],
            "zo blijft een klein groepje anoniem",
        ),
        (NOBODY, 6, 0, ["Niemand van de 6 antwoordde"], "niemand antwoordde"),
        (NOBODY, 0, 0, ["Niemand om uit te nodigen"], "niemand om uit te nodigen"),
    ],
)
def test_a_badge_without_a_grade_says_why(
    rating: Rating, invited: int, completed: int, lines: list[str], message: str
) -> None:
    files_of = made(numbered(invented(rating), invited, completed))
    assert shown(files_of["badge.svg"])[:-2] == ["geen", "cijfer", "Cijfer van cliënten", *lines]
    assert "Cliënten: geen cijfer" in said(files_of["badge.svg"])
    assert json.loads(files_of["badge.json"]) == {
        "schemaVersion": 1,
        "label": "cijfer van cliënten",
        "message": f"geen cijfer: {message} · 2021",
        "color": GREY,
    }


def test_commissioners_who_were_not_asked_are_no_gap() -> None:
    svg = made(invented(grade("8.3")))["badge-opdrachtgevers.svg"]
    assert shown(svg)[:-2] == ["geen", "cijfer", "Cijfer van opdrachtgevers", "Niet om een cijfer gevraagd"]
    assert "geen cijfer, want in deze periode zijn geen opdrachtgevers om een cijfer gevraagd." in said(svg)


def test_both_grades_stand_in_one_badge() -> None:
    texts = shown(made(invented(WITHHELD, grade("7.5")))["badge-beide.svg"])
    assert "7,5" in texts
    assert {"geen", "Cijfer van cliënten", "Cijfer van opdrachtgevers"} <= set(texts)


def test_the_figures_have_the_form_of_a_shields_endpoint_in_one_colour() -> None:
    assert json.loads(made(invented(grade("8.3")))["badge.json"]) == {
        "schemaVersion": 1,
        "label": "cijfer van cliënten",
        "message": "8,3 · 10 van de 20 antwoordden (50%) · 2021",
        "color": ACCENT,
    }
    low = json.loads(made(invented(grade("3.1")))["badge.json"])
    assert low["color"] == ACCENT, "a low grade is no red light"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_badge_is_a_picture_in_itself(shape: str) -> None:
    svg = made(invented(WITHHELD, grade("7.5")))[shape]
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.get("role") == "img"
    assert [each.tag for each in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "clipPath", "rect", "g", "text", "path"}, "no script, style, image or font"
    assert re.findall(r"(?:href|url)\W*(?!#c\))\S*", svg.replace("url(#c)", "")) == []
    assert re.findall(r"https?://\S+?(?=[\"'])", svg) == ["http://www.w3.org/2000/svg"]


def test_every_file_is_light_and_well_formed() -> None:
    providers = public_demo(60).providers
    for each in providers:
        for name, text in made(each).items():
            size = len(text.encode())
            if name.endswith(".svg"):
                assert size < 3000, (each.id, name)
                ET.fromstring(text)  # noqa: S314 - our own drawing
            elif name.endswith(".html"):
                assert size < 20_000, (each.id, name)
                assert JustHTML(text, sanitize=False, collect_errors=True).errors == []
                assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", text), (each.id, name)
                assert '<meta name="robots" content="noindex">' in text


# A line of text fits where even a wide font of a system draws it: DejaVu Sans takes 0.6 of its size for a mean letter.
def test_no_line_of_a_badge_is_wider_than_its_room() -> None:
    most = numbered(invented(grade("10.0")), 1_234_567, 1_234_560)
    days = replace(most.newest, period_start=date(2020, 9, 28), period_end=date(2021, 9, 27))
    svg = made(replace(most, reports=(days,)))["badge.svg"]
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    around = {each: group for group in root.iter() for each in group}
    for each in root.iter(f"{SVG}text"):
        width = float(each.get("font-size", root.get("font-size", ""))) * 0.6 * len(each.text or "")
        anchor, x = each.get("text-anchor", around[each].get("text-anchor", "")), float(each.get("x", "0"))
        left = {"middle": x - width / 2, "end": x - width}.get(anchor, x)
        assert left >= 0, each.text
        assert left + width <= badges.WIDTH, each.text


HOSTILE = [
    "<script>alert(1)</script>",
    "A&B \"C\" 'D' ]]> --> <!--",
    "</textarea></title></svg><img src=x onerror=alert(1)>",
    "*niet* _schuin_ `code` [x](y) {{ x }} {% x %} & &amp; &#60;",
    "x" * 10_000,
    "ab" * 5_000 + "\x00\x08\x0b\ufffe",
]


def hold(name: str) -> None:
    """Whatever the name, all is well-formed, and the name is the text that it was."""
    of = replace(invented(grade("8.3"), grade("7.0")), name=name)
    plain = " ".join(name.split())
    for file, text in made(of).items():
        if file.endswith(".svg"):
            ET.fromstring(text)  # noqa: S314 - our own drawing
        elif file.endswith(".html"):
            parsed = JustHTML(text, sanitize=False)
            assert not parsed.query("script, textarea, img:not(.code)")
    offered = snippets(summary_of(profile(of), SETTINGS, WORDS), WORDS)
    for text in (offered.badge, offered.frame):
        code = JustHTML(text, sanitize=False)
        assert len(code.query("a, iframe")) == 1
        assert not code.query("script")
        assert plain in html.unescape(text)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_name_may_hold_anything(name: str) -> None:
    hold(name)


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_name_will_do(name: str) -> None:
    hold(name)


def test_a_snippet_leads_to_the_permanent_page_and_says_number_and_period() -> None:
    of = summary_of(profile(invented(grade("8.3"), grade("7.0"))), SETTINGS, WORDS)
    offered = snippets(of, WORDS)
    code = JustHTML(offered.badge, sanitize=False)
    link, image = code.query("a")[0], code.query("img")[0]
    assert (link.attrs or {})["href"] == PAGE
    attributes = image.attrs or {}
    whole = offered.choices[0]
    assert (attributes["src"], attributes["width"], attributes["height"]) == (
        f"{PAGE}{whole.file}",
        "320",
        str(whole.height),
    )
    alt = attributes["alt"] or ""
    assert all(each in alt for each in ("8,3", "7,0", "20 ", "1 januari 2021 tot en met 31 december 2021"))
    frame = JustHTML(offered.frame, sanitize=False).query("iframe")[0].attrs or {}
    assert frame["src"] == f"{PAGE}embed/"
    assert frame["title"] == "Cijfers van Verzonnen op Klantcijfer"


def test_each_badge_can_be_chosen_and_its_code_is_that_of_all_without_the_other_grade() -> None:
    of = summary_of(profile(invented(grade("8.3"), grade("7.0"))), SETTINGS, WORDS)
    offered = snippets(of, WORDS)
    shown = {each.file: each.without for each in offered.choices}
    assert list(shown) == ["badge-beide.svg", "badge.svg", "badge-opdrachtgevers.svg"]
    assert {each.file: each.height for each in offered.choices} == {
        each.file: each.height for each in badges.shapes(of, WORDS)
    }
    assert shown["badge-beide.svg"] == ""
    for file, own, other in (("badge.svg", "8,3", "7,0"), ("badge-opdrachtgevers.svg", "7,0", "8,3")):
        assert offered.badge.count(shown[file]) == 1
        left = offered.badge.replace(shown[file], "")
        assert own in left
        assert other not in left


def test_the_page_for_a_frame_says_all_that_a_grade_needs() -> None:
    page = JustHTML(made(invented(WITHHELD, grade("7.0")))["embed/index.html"], sanitize=False)
    text = " ".join(page.to_text().split())
    assert "Cijfer van cliënten" in text
    assert "Geen cijfer." in text
    assert "Te weinig cliënten antwoordden: 10 van de 20 (50%)" in text
    assert "7,0 van de 10" in text
    assert "10 van de 20 opdrachtgevers antwoordden (50%)" in text
    assert "enigszins zeker" in text
    assert "Geen cijfer betekent niet dat de aanbieder slecht is." in text
    assert "Meetperiode 1 januari 2021 tot en met 31 december 2021." in text
    assert "Bron: Verzonnen bureau, 1 februari 2022." in text
    link = page.query("a")[0].attrs or {}
    assert (link["href"], link["target"]) == ("../../verzonnen/", "_top")
    assert len(page.query("h1")) == 1
    assert (page.query("link[rel=canonical]")[0].attrs or {})["href"] == PAGE


def test_a_former_id_goes_on_answering_with_the_same_bytes() -> None:
    of = replace(invented(grade("8.3")), former_ids=("vroeger", "nog-vroeger"))
    register = replace(public_demo(60), providers=(of,))
    made_of = files(content(register, SETTINGS))
    own = {name for name in made_of if name.startswith("aanbieders/verzonnen/")}
    assert len(own) == 9
    for name in own:
        for former in of.former_ids:
            assert made_of[name] == made_of[name.replace("/verzonnen/", f"/{former}/")]
    assert b"refresh" in made_of["aanbieders/vroeger/index.html"], "its page still leads on"


def test_what_a_file_says_does_not_depend_on_what_required_response_is_not_shown() -> None:
    """Two reasons that the public cannot tell apart give the same picture: it holds counts and the kind of reason."""
    one, other = (
        numbered(invented(Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(each))), 60, 12) for each in (30, 50)
    )
    summaries = [summary_of(profile(each), SETTINGS, WORDS) for each in (one, other)]
    pictures = [dict(provider_files(each, SETTINGS, WORDS))["deel.png"] for each in summaries]
    assert pictures[0] == pictures[1]
