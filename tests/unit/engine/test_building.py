"""A build replaces nothing but what an earlier build made."""

from pathlib import Path

import pytest

from generator.engine.building import UnsafeFolderError, refuse_unsafe_folders


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("project/data", "project/site_src", "project/docs", "project/build"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "project/docs/architecture.md").touch()
    return tmp_path / "project"


def refuse(project: Path, docs: str = "build/docs", site: str = "site", data: str = "data") -> None:
    refuse_unsafe_folders(project, project / data, project / docs, project / site)


@pytest.mark.parametrize(
    ("docs", "site"),
    [("build/docs", "site"), ("build/docs", "../site"), ("build/docs", "build/site"), ("../docs", "../site")],
)
def test_a_new_folder_is_fine(project: Path, docs: str, site: str) -> None:
    refuse(project, docs, site)


@pytest.mark.parametrize(
    ("docs", "site"),
    [
        ("build/docs", "."),
        ("build/docs", ".."),
        ("build/docs", "../project"),
        ("build/docs", "data"),
        ("data", "site"),
        ("build/docs", "data/site"),
        ("build/docs", "site_src"),
        ("site_src/pages", "site"),
        ("build/docs", "build"),
        ("site/docs", "site"),
        ("out", "out/site"),
        ("same", "same"),
    ],
)
def test_a_source_or_each_other_is_never_replaced(project: Path, docs: str, site: str) -> None:
    with pytest.raises(UnsafeFolderError, match="would replace"):
        refuse(project, docs, site)


def test_a_register_within_the_site_is_never_replaced(project: Path) -> None:
    with pytest.raises(UnsafeFolderError, match="the register"):
        refuse(project, site="public", data="public/data")


def test_a_link_does_not_hide_what_it_leads_to(project: Path) -> None:
    (project / "site").symlink_to(project / "data")
    with pytest.raises(UnsafeFolderError, match="the register"):
        refuse(project)


def test_a_folder_that_no_build_made_is_left_alone(project: Path) -> None:
    with pytest.raises(UnsafeFolderError, match="holds something that no build made"):
        refuse(project, site="docs")
    (project / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(UnsafeFolderError, match="holds something that no build made"):
        refuse(project)


def test_what_a_build_made_is_replaced(project: Path) -> None:
    for sign in ("site/404.html", "build/docs/index.md"):
        (project / sign).parent.mkdir(parents=True)
        (project / sign).touch()
    refuse(project)
