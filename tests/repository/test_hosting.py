"""docs/hosting.md: the policy that it explains is the one in the code, and its settings send what its tables say."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import pytest
from support.kinds import KINDS
from support.project import ROOT

from generator.engine.content_security import DIRECTIVES, REFERRER

TEXT = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
NGINX = "\n".join(re.findall(r"```nginx\n(.*?)```", TEXT, re.DOTALL))
HEADERS_FILE = re.findall(r"```\n(/.*?)```", TEXT, re.DOTALL)[0]

PROVIDER = "/aanbieders/een-aanbieder/"
PAGES = [*{f"/{urlsplit(kind.path).path}" for kind in KINDS.values()}, f"{PROVIDER}poster/"]
BADGES = [f"{PROVIDER}{name}.svg" for name in ("badge", "badge-opdrachtgevers", "badge-beide")]
FOR_PROGRAMS = [f"{PROVIDER}ratings.json", f"{PROVIDER}badge.json", "/feed.xml"]
FOR_PROGRAMS += ["/open-data/ratings.csv", "/schema/ratings-1.json"]
EVERYWHERE = ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security")

Sent = Mapping[str, str]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without the first row; what is marked as code, bare."""
    part = TEXT.partition(f"\n## {heading}\n")[2].partition("\n#")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in line] for line in lines]


def by_headers_file(path: str) -> Sent:
    """What the file `_headers` gives an address: `:name` is any one part of it, `*` any rest."""
    sent: dict[str, str] = {}
    for rule, named in re.findall(r"^(/.*)\n((?:  .*\n)+)", HEADERS_FILE, re.MULTILINE):
        pattern = re.sub(r":[a-z]+", "[^/]+", re.escape(rule).replace(r"\*", ".*"))
        if re.fullmatch(pattern, path):
            for line in named.splitlines():
                name, value = line.strip().split(": ", 1)
                assert name not in sent, f"{path} gets {name} twice: hosts differ in what they then send"
                sent[name] = value
    return sent


def by_nginx(path: str) -> Sent:
    """What the settings of nginx send: of a map's expressions the first that is found in the address."""
    variables = {
        name: _mapped(lines, path) for name, lines in re.findall(r"map \$uri (\$\w+) \{\n(.*?)\}", NGINX, re.DOTALL)
    }
    named = re.findall(r'^add_header (\S+) ("[^"]*"|\S+?)(?: always)?;$', NGINX, re.MULTILINE)
    values = {name: variables[value] if value.startswith("$") else value.strip('"') for name, value in named}
    return {name: value for name, value in values.items() if value}


def _mapped(lines: str, path: str) -> str:
    choices: dict[str, str] = dict(re.findall(r'^ *(\S+) +"(.*)";$', lines, re.MULTILINE))
    otherwise = choices.pop("default")
    return next((value for found, value in choices.items() if re.search(found.removeprefix("~"), path)), otherwise)


WAYS: list[Callable[[str], Sent]] = [by_headers_file, by_nginx]


def test_the_policy_that_is_explained_is_the_one_in_every_page() -> None:
    assert {name: value for name, value, _ in rows("The policy in each page")} == DIRECTIVES
    assert all(why for *_, why in rows("The policy in each page"))
    assert "'unsafe-inline'" not in "".join(DIRECTIVES.values())


@pytest.mark.parametrize("sent", WAYS)
def test_nobody_frames_a_page_and_everybody_an_embed(sent: Callable[[str], Sent]) -> None:
    for path in PAGES:
        assert sent(path)["Content-Security-Policy"] == "frame-ancestors 'self'", path
        assert "X-Frame-Options" not in sent(path)
    embed = sent(f"{PROVIDER}embed/")
    assert embed.keys().isdisjoint({"Content-Security-Policy", "X-Frame-Options"})


@pytest.mark.parametrize("sent", WAYS)
def test_a_badge_runs_nothing_and_programs_may_read_what_is_public(sent: Callable[[str], Sent]) -> None:
    for path in BADGES:
        assert sent(path)["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for path in FOR_PROGRAMS:
        assert sent(path)["Access-Control-Allow-Origin"] == "*", path
    assert "Access-Control-Allow-Origin" not in sent(PROVIDER)


@pytest.mark.parametrize("sent", WAYS)
def test_every_answer_has_the_headers_of_the_table(sent: Callable[[str], Sent]) -> None:
    told = {name: value for name, value, _ in rows("The headers")}
    assert set(EVERYWHERE) < told.keys()
    assert told["Referrer-Policy"] == REFERRER
    for path in (*PAGES, *BADGES, *FOR_PROGRAMS, f"{PROVIDER}embed/"):
        assert {name: sent(path)[name] for name in EVERYWHERE} == {name: told[name] for name in EVERYWHERE}, path


def test_a_directive_that_a_page_tells_is_in_no_header_of_a_page() -> None:
    """Both would count: one in a header, without the hashes of a page, would take away the page's own scripts."""
    for sent in WAYS:
        for path in PAGES:
            directives = {each.split()[0] for each in sent(path)["Content-Security-Policy"].split("; ")}
            assert directives.isdisjoint(DIRECTIVES), path
