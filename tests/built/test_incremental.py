"""A build after any changes is, byte for byte, a clean build; and it makes no more than what changed."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.building import build_site
from support.project import ROOT
from support.registers.demos import demo
from support.registers.reading import contents
from support.settings import SETTINGS

from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.policy import Policy, Step
from generator.disclosure.public import (
    PublicCorrection,
    PublicProvider,
    PublicRegister,
    WithdrawnProvider,
    WithdrawnReport,
)
from generator.disclosure.withholding import withhold
from generator.engine import code, manifest
from generator.engine.errors import EngineError
from generator.engine.manifest import place_of_manifest
from generator.register.records import Audience, Publication, Register
from generator.site.content.content import Content, content
from generator.site.content.parts import Part

_REGISTER, _POLICY = demo(12)
_TOTALS = sorted(
    key for key, row in _REGISTER.results.items() if row.audience is Audience.CLIENT and row.service == "total"
)
_IDS = sorted({provider for provider, *_ in _TOTALS})
_LINE = PublicCorrection(date(2026, 3, 1), "Het rapport", "Het was van een ander", is_withdrawal=True)
_WITHDRAWN = (WithdrawnReport(date(2019, 12, 31), (_LINE,)),)
_PUBLISHED = frozenset(f"/aanbieders/{each}/" for each in _IDS)


@dataclass(frozen=True, slots=True)
class State:
    """All that can change between two builds.

    Args:
        graded: whose newest grades of clients are lower by half a point.
        withheld: whose reports say that these grades are not published.
        gone: who is in the register no more.
        told: of whom a line says that a report was withdrawn, whether they have another one or are gone.
        renamed: who has another name and another id.
        days: how many days later it is.
        is_stricter: whether the policy asks for more response.
        look: something at the end of a style, of the theme and of a page written by hand.
        jobs: in how many processes it is built.
    """

    graded: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()
    days: int = 0
    is_stricter: bool = False
    look: tuple[str, str, str] = ("", "", "")
    jobs: int = 1


def some(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(strategy, max_size=2)


IDS = st.sampled_from(_IDS)
LOOKS = st.sampled_from(["", "x"])
STATES = st.builds(
    State,
    graded=some(IDS),
    withheld=some(IDS),
    gone=some(IDS),
    told=some(IDS),
    renamed=some(IDS),
    days=st.sampled_from([0, 0, 30, 2000]),  # a reply window ends; grades get old
    is_stricter=st.booleans(),
    look=st.tuples(LOOKS, LOOKS, LOOKS),
    jobs=st.sampled_from([1, 2]),
)


def policy_of(state: State) -> Policy:
    if not state.is_stricter:
        return _POLICY
    steps = [each.model_copy(update={"required": each.required + 30}) for each in _steps(_POLICY)]
    newest = _POLICY.versions[-1]
    requirement = newest.response_requirement.model_copy(update={"steps": tuple(steps)})
    stricter = newest.model_copy(update={"response_requirement": requirement})
    return _POLICY.model_copy(update={"versions": (*_POLICY.versions[:-1], stricter)})


def _steps(policy: Policy) -> tuple[Step, ...]:
    return policy.versions[-1].response_requirement.steps


def register_of(state: State) -> Register:
    results = dict(_REGISTER.results)
    for key in _TOTALS:
        row, provider = results[key], key[0]
        if provider in state.graded and isinstance(row.grade, Decimal):
            row = row.model_copy(update={"grade": max(row.grade - Decimal("0.5"), Decimal(1))})
        if provider in state.withheld:
            row = row.model_copy(update={"publication": Publication.NO})
        results[key] = row
    return replace(_REGISTER, results=results)


def public_of(state: State) -> PublicRegister:
    as_of = REFERENCE_DAY + timedelta(state.days)
    public = withhold(register_of(state), policy_of(state), as_of)
    gone = tuple(WithdrawnProvider(each, each, (), _WITHDRAWN) for each in sorted(state.told & state.gone))
    return replace(public, providers=tuple(_providers(public, state)), withdrawn=gone)


def _providers(public: PublicRegister, state: State) -> Iterator[PublicProvider]:
    for provider in public.providers:
        each = replace(provider, withdrawn=_WITHDRAWN if provider.id in state.told else ())
        if each.id in state.renamed:
            yield replace(each, id=f"{each.id}-nu", name=f"A {each.name}", former_ids=(*each.former_ids, each.id))
        elif each.id not in state.gone:
            yield each


def content_of(state: State) -> Content:
    style, _, page = state.look
    styles = {**SETTINGS.styles, "table": f"{SETTINGS.styles['table']}\n.kc-{style or 'y'} {{ color: red }}\n"}
    hand_written = {**SETTINGS.hand_written, "over.md": f"Verzonnen. {page}\n"}
    return content(public_of(state), replace(SETTINGS, styles=styles, hand_written=hand_written), _PUBLISHED)


def project_of(state: State, folder: Path) -> Path:
    """A copy of the project, with its theme as it is in that state."""
    _, theme, _ = state.look
    if not folder.exists():
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        shutil.copytree(ROOT / "site_src", folder / "site_src")
    text = (ROOT / "site_src" / "theme" / "main.html").read_text(encoding="utf-8")
    (folder / "site_src" / "theme" / "main.html").write_text(text + theme, "utf-8")
    return folder


def built(state: State, folder: Path) -> Path:
    return build_site(content_of(state), folder, project_of(state, folder / "project"), jobs=state.jobs)


def made(folder: Path) -> dict[str, bytes]:
    return {f"{name}/{file}": data for name in ("docs", "site") for file, data in contents(folder / name).items()}


@settings(max_examples=max(settings().max_examples // 4, 1))
@given(st.lists(STATES, min_size=2, max_size=4))
def test_after_any_changes_it_is_a_clean_build(states: list[State]) -> None:
    with TemporaryDirectory() as name:
        for state in states:
            built(state, Path(name, "again"))
        built(states[-1], Path(name, "clean"))
        assert made(Path(name, "again")) == made(Path(name, "clean"))


def written_again(before: Path, state: State) -> set[str]:
    """Build again, and name the files of the site that are not those of the last build."""
    last = {name: (before / "site" / name).stat().st_ino for name in contents(before / "site")}
    built(state, before)
    return {name for name in contents(before / "site") if (before / "site" / name).stat().st_ino != last.get(name)}


def test_where_nothing_changed_nothing_is_made_again(tmp_path: Path) -> None:
    built(State(), tmp_path)
    assert written_again(tmp_path, State()) == set()
    assert written_again(tmp_path, State(days=1)) == set(), "a day on which nothing becomes public or old"


def test_a_grade_is_made_again_where_it_is_shown(tmp_path: Path) -> None:
    built(State(), tmp_path)
    changed = written_again(tmp_path, State(graded=frozenset({_IDS[0]})))
    assert f"aanbieders/{_IDS[0]}/index.html" in changed
    pages = {f"aanbieders/{each}/index.html" for each in _IDS}
    assert len(changed & pages) < len(pages) / 2, "only whose average is another now too"


def test_a_line_is_made_again_where_it_is_read(tmp_path: Path) -> None:
    """Also where nothing else changes: its provider was gone already."""
    built(State(gone=frozenset({_IDS[0]})), tmp_path)
    changed = written_again(tmp_path, State(gone=frozenset({_IDS[0]}), told=frozenset({_IDS[0]})))
    assert {"correcties/index.html", "feed.xml", "open-data/corrections.csv"} <= changed
    assert not any(name.startswith("aanbieders/") and name.endswith("index.html") for name in changed)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff" * 99)


@pytest.mark.parametrize("damage", [Path.unlink, cut_short, no_text])
def test_without_a_whole_manifest_all_is_made_again(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    built(State(), tmp_path)
    before = made(tmp_path)
    damage(place_of_manifest(tmp_path / "docs"))
    assert written_again(tmp_path, State()) == contents(tmp_path / "site").keys()
    assert made(tmp_path) == before


def test_a_manifest_of_another_version_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(State(), tmp_path)
    monkeypatch.setattr(manifest, "_VERSION", 0)
    assert written_again(tmp_path, State()) == contents(tmp_path / "site").keys()


def test_what_somebody_touched_is_made_again(tmp_path: Path) -> None:
    built(State(), tmp_path)
    before = made(tmp_path)
    site = tmp_path / "site"
    (site / "robots.txt").unlink()
    (site / "index.html").write_bytes(b"Iets anders.")
    same_size = site / "aanbieders" / _IDS[0] / "index.html"
    same_size.write_bytes(same_size.read_bytes()[::-1])
    (site / "van-een-ander.html").write_text("Iets anders.", encoding="utf-8")
    (tmp_path / "docs" / "uitleg.md").write_text("Iets anders.", encoding="utf-8")
    built(State(), tmp_path)
    assert made(tmp_path) == before


def test_a_build_that_fails_leaves_what_the_next_one_goes_on_with(tmp_path: Path) -> None:
    built(State(), tmp_path)
    before = made(tmp_path)
    broken = content_of(State(days=2000))
    parts = [*broken.parts, Part("broken", "", lambda: [("index.md", "twee keer")])]
    with pytest.raises(EngineError, match=r"two parts of the site make index\.md"):
        build_site(replace(broken, parts=parts), tmp_path, tmp_path / "project")
    assert made(tmp_path) == before
    assert written_again(tmp_path, State()) == set()


def test_the_manifest_is_of_the_code_that_built(tmp_path: Path) -> None:
    """Whatever the generator is made of counts: its code, its templates, its words."""
    copy = tmp_path / "generator"
    shutil.copytree(ROOT / "generator", copy, ignore=shutil.ignore_patterns("__pycache__"))
    project = project_of(State(), tmp_path / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(code, "_GENERATOR", copy)
        known = code.fingerprint_of_code(project)
        assert code.fingerprint_of_code(project) == known
        for name in ("engine/shells.py", "site/rendering/templates/provider.md.jinja", "site/words/locale/nl.yaml"):
            with (copy / name).open("a", encoding="utf-8") as file:
                file.write("\n")
            assert code.fingerprint_of_code(project) != known
            known = code.fingerprint_of_code(project)
        (project / "site_src" / "theme" / "404.html").write_text("", encoding="utf-8")
        assert code.fingerprint_of_code(project) != known
