"""Requirements of a version."""

from __future__ import annotations

import pytest

from gpar_lint.linter.versions import is_requirement, meets


@pytest.mark.parametrize(
    ("version", "requirement", "met"),
    [
        ("0.1.0", "0.1", True),
        ("0.1.0", "==0.1.1", False),
        ("0.10.0", ">=0.9", True),
        ("0.10.0", ">0.10", False),
        ("1.0rc1", ">=1", True),
        ("1.2", ">=1, <2", True),
        ("2.0", ">=1,<2", False),
        ("1.2", "!=1.2.0", False),
        ("1.4.9", "~=1.4", True),
        ("2.0", "~=1.4", False),
        ("1.5.0", "~=1.4.2", False),
        ("1.2", "<=1.1.9", False),
    ],
)
def test_requirements(version: str, requirement: str, met: bool) -> None:
    assert is_requirement(requirement)
    assert meets(version, requirement) is met


@pytest.mark.parametrize("text", ["", "new", ">=", "=>1", "1.x", ">=1 <2"])
def test_what_is_none(text: str) -> None:
    assert not is_requirement(text)
