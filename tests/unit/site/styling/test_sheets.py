"""The styles of the site: a file a component, colours and sizes once, and nothing that no page has.

A brace that is missing hides all the rules after it, and no browser says so.
"""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.project import ROOT
from support.settings import SETTINGS, STYLES

from generator.site.rendering import plotly
from generator.site.styling.sheets import COMPONENTS, PAGES, SHEETS, TOKENS, sheets

TEMPLATES = ROOT / "generator/site/rendering/templates"
FOLDER = ROOT / "site_src/styles"
FILES = sorted(FOLDER.glob("*.css"))
THEME = ".md-grid{}"
MOST_LINES = 250
# Where a layout changes, as tokens.css tells: a condition cannot name a token.
WIDTHS = {"30rem", "44rem", "44.01rem", "64rem"}
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:white|black|red|gr[ae]y)\b", re.IGNORECASE
)
# What kind of size has tokens: the properties, and how the names of the tokens begin.
SCALES = {
    "type": ("font-size", ("--kc-type-",)),
    "space": (r"(?:margin|padding)[a-z-]*|(?:column-|row-)?gap", ("--kc-space-",)),
    "line": (r"border(?:-[a-z]+)?|outline", ("--kc-hair", "--kc-stroke", "--kc-edge", "--kc-ring")),
}

each_file = pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)


def rules(text: str) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def text_of(file: Path) -> str:
    return rules(file.read_text(encoding="utf-8"))


def values(text: str) -> list[str]:
    """What each declaration says."""
    return re.findall(r"(?<=[;{])\s*[\w-]+:([^;{}]+)(?=;)", text)


def tokens() -> dict[str, str]:
    """What each token is, by its name."""
    return dict(re.findall(r"(--kc-[\w-]+): ([^;]+);", rules(STYLES[TOKENS])))


@each_file
def test_a_component_closes_what_it_opens_and_nests_only_in_a_condition(file: Path) -> None:
    open_rules: list[str] = []
    for before, brace in re.findall(r"([^{};]*)([{};])", text_of(file)):
        if brace == "{":
            assert all(each.startswith("@") for each in open_rules), f"{before.strip()} stands in {open_rules}"
            open_rules.append(before.strip())
        elif brace == "}":
            open_rules.pop()
    assert open_rules == []


@each_file
def test_a_component_fits_in_the_head(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_file
def test_every_token_that_is_used_is_there(file: Path) -> None:
    assert set(re.findall(r"var\((--[\w-]+)", text_of(file))) <= tokens().keys()


@each_file
def test_what_a_component_gives_another_value_is_a_token(file: Path) -> None:
    assert set(re.findall(r"(--kc-[\w-]+):", text_of(file))) <= tokens().keys()


@each_file
def test_colours_stand_in_the_tokens_alone(file: Path) -> None:
    if file.stem != TOKENS:
        assert [value for value in values(text_of(file)) if _COLOUR.search(value)] == []


@each_file
def test_a_layout_changes_at_a_width_that_the_tokens_tell(file: Path) -> None:
    assert set(re.findall(r"\((?:min|max)-width: ([^)]+)\)", text_of(file))) <= WIDTHS


@pytest.mark.parametrize("name", sorted(set(SHEETS["site"]) - {TOKENS}))
@pytest.mark.parametrize("kind", SCALES)
def test_a_size_that_has_a_token_is_said_by_it(name: str, kind: str) -> None:
    """In the pages of the site: a rem is another size in a frame and on a poster."""
    properties, names = SCALES[kind]
    scale = {value for token, value in tokens().items() if token.startswith(names)}
    said = re.findall(rf"[ ;{{](?:{properties}): ([^;]+);", rules(STYLES[name]))
    assert [value for value in said if scale & set(re.findall(r"(?<![-\d.])[\d.]+rem", value))] == []


def test_every_token_is_used() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", "\n".join(STYLES.values())))
    assert tokens().keys() - used == set()


def test_every_component_is_in_a_sheet_and_every_sheet_begins_with_the_tokens() -> None:
    assert {file.stem for file in FILES} == COMPONENTS
    for names in SHEETS.values():
        assert names[0] == TOKENS
        assert len(names) == len(set(names))


def test_a_sheet_is_its_components_one_after_another() -> None:
    made = dict(sheets(STYLES, THEME))
    assert set(made) == {f"stylesheets/{name}.css" for name in SHEETS}
    text = made["stylesheets/bare.css"]
    assert [text.index(STYLES[name]) for name in SHEETS["bare"]] == sorted(
        text.index(STYLES[name]) for name in SHEETS["bare"]
    )
    assert len(text) == sum(len(STYLES[name]) + 1 for name in SHEETS["bare"]) - 1
    assert {name for name, text in made.items() if THEME in text} == {f"stylesheets/{PAGES}.css"}
    assert made[f"stylesheets/{PAGES}.css"].startswith(THEME)


def test_pages_ask_for_each_sheet_and_for_no_other() -> None:
    sources = [ROOT / "mkdocs.yml", *TEMPLATES.glob("*.jinja")]
    asked = {name for file in sources for name in re.findall(r"stylesheets/([\w-]+)\.css", file.read_text("utf-8"))}
    assert asked == SHEETS.keys()


def mentioned() -> set[str]:
    """Every class that a template, a script, an override of the theme or the theme itself gives; `x--` for any x--y."""
    templates = [
        *TEMPLATES.rglob("*.jinja"),
        *(ROOT / "site_src/theme").rglob("*.html"),
    ]
    markup = "\n".join(each.read_text(encoding="utf-8") for each in templates)
    scripts = [*(ROOT / "site_src/pages/scripts").rglob("*.js"), ROOT / "generator/site/linking/posters.py"]
    code = "\n".join(each.read_text(encoding="utf-8") for each in scripts)
    given = " ".join(
        [
            *re.findall(r'\bclass="((?:\{\{.*?\}\}|[^"{])*)"', markup),
            *re.findall(r'\("(kc-[\w -]+)"', markup),  # given to a macro
            *re.findall(r', "(kc-[\w-]+)"', markup),
            *re.findall(r'"[^"\n]*"', code),
        ]
    )
    return set(re.findall(r"[\w-]+", given)) | of_the_theme() | of_plotly()


def of_the_theme() -> set[str]:
    theme = find_spec("material")
    assert theme is not None
    assert theme.submodule_search_locations
    pages = (Path(theme.submodule_search_locations[0]) / "templates").rglob("*.html")
    return {name for page in pages for name in re.findall(r"\bmd-[\w-]+", page.read_text(encoding="utf-8"))}


def of_plotly() -> set[str]:
    """The classes of what it draws that its own styles would be about."""
    text = plotly.script_file().read_text(encoding="utf-8")
    return {name for name in ("main-svg", "draglayer", "user-select-none", "crisp") if name in text}


def unknown(text: str) -> set[str]:
    """The classes in these styles that nothing gives."""
    selectors = " ".join(re.findall(r"([^{}]*)\{", rules(text)))
    known = mentioned()
    return {
        name
        for name in re.findall(r"\.([a-z_][\w-]*)", selectors, re.IGNORECASE)
        if not {name, f"{name.partition('--')[0]}--"} & known
    }


def test_nothing_is_styled_that_no_page_has() -> None:
    assert unknown("\n".join(STYLES.values())) == set()


def test_a_class_that_nothing_gives_is_found() -> None:
    assert unknown(".kc-card, .kc-ways--region, .kc-pair dt > .kc-card--huge {}") == {"kc-pair", "kc-card--huge"}


def test_the_settings_carry_every_component() -> None:
    assert SETTINGS.styles.keys() == COMPONENTS
