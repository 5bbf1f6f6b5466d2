"""A small project that has a site."""

from pathlib import Path

import pytest
from interrupted.small_project import SmallProject, built, small_project


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A project of which the site about 'oud' is served."""
    project = small_project(tmp_path / "project")
    built(project, "oud")
    return project
