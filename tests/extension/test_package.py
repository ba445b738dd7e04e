"""The extension's package: what it says of itself, and what it was built from."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import tomli

import gpar_lint

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "vscode-extension"
PACKAGE = json.loads((EXTENSION / "package.json").read_text("utf-8"))


def test_version_is_the_programs() -> None:
    assert PACKAGE["version"] == gpar_lint.__version__


def test_words_that_tell_a_report_are_those_of_the_format() -> None:
    """Written by scripts/words.py; run it again when this fails."""
    script = runpy.run_path(str(EXTENSION / "scripts" / "words.py"))
    assert (EXTENSION / "src" / "words.json").read_text("utf-8") == script["render"]()


def test_lock_names_no_registry() -> None:
    lock = (EXTENSION / "package-lock.json").read_text("utf-8")
    assert '"resolved": "http' not in lock


def test_bundle_holds_what_the_program_depends_on() -> None:
    wanted = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {word.split(">")[0].split("=")[0] for word in wanted}
    pinned = (EXTENSION / "requirements.txt").read_text("utf-8").split()
    assert names <= {line.partition("==")[0] for line in pinned if "==" in line}


def test_settings_hold_for_a_file_each() -> None:
    settings = PACKAGE["contributes"]["configuration"]["properties"]
    assert {each["scope"] for each in settings.values()} == {"resource"}
    untrusted = PACKAGE["capabilities"]["untrustedWorkspaces"]
    assert untrusted["supported"] == "limited"
    assert {"gpar-lint.interpreter", "gpar-lint.importStrategy"} == {
        *untrusted["restrictedConfigurations"]
    }


def test_commands_are_those_of_the_source() -> None:
    """A command without code does nothing; code without a command cannot be reached."""
    source = "".join(path.read_text("utf-8") for path in (EXTENSION / "src").glob("*.ts"))
    for command in PACKAGE["contributes"]["commands"]:
        assert f"'{command['command']}'" in source, command["command"]
