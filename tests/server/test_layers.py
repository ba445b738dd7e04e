"""The features know nothing of the protocol; `convert` and what speaks to the client do."""

from __future__ import annotations

import ast
from pathlib import Path

SERVER = Path(__file__).parents[2] / "gpar_lint" / "server"
SPEAKERS = {"acting", "client", "diagnosing", "registration", "running", "surveying"}


def test_features_know_no_protocol() -> None:
    for path in SERVER.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        modules = {
            node.module.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
        }
        if path.stem not in SPEAKERS:
            assert not modules & {"lsprotocol", "pygls"}, path.name
