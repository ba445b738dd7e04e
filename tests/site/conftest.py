"""The site, built once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.site.build import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a warning would be an error."""
    place = tmp_path_factory.mktemp("site") / "docs"
    build(place)
    return place
