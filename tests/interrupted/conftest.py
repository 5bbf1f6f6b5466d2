"""A small project that has a site."""

import pytest
from interrupted.small_project import SmallProject, built, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project of which a site is served: at first that about 'oud', then what the last test left, which is whole."""
    project = small_project(tmp_path_factory.mktemp("small") / "project")
    built(project, "oud")
    return project
