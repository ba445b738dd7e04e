"""Runs in Pyodide while the page is made: does once what the page is going to do.

What it loads and compiles is then in the memory that the page starts from.
"""

import sys

sys.path.append("/engine.zip")

import gc
import json
from importlib import import_module
from pathlib import Path

from gpar_lint_page import Desk

for module in ("gpar_lint.annotate", "gpar_lint.source.docx", "gpar_lint.source.html.reading"):
    import_module(module)

desk = Desk()


def ask(question, data=None, **given):
    answer = desk.ask(question, json.dumps(given), data)
    return answer if isinstance(answer, bytes) else json.loads(answer)


example = Path("旧格式.txt").read_text(encoding="utf-8")
lines = "".join(f"<p>{line}</p>" for line in example.split("\n"))
Path("旧格式.html").write_text(f"<!DOCTYPE html><body>{lines}</body>", encoding="utf-8")

for language in ("en", "zh"):
    ask("hello", language=language, today="2026-01-01")
    names = []
    for path in sorted(Path().iterdir()):
        data = path.read_bytes()
        path.unlink()
        name = ask("open", data, name=path.name)["name"]
        view = ask("view", name=name)
        for code in {found["code"] for found in view["findings"]}:
            ask("rule", code=code)
        if view.get("text"):
            ask("view", name=name, text=view["text"])
            ask("fix", name=name, text=view["text"], previous=None, finding=None)
        ask("html", name=name)
        names.append((name, data))
    ask("csv")
    for name, data in names:
        ask("close", name=name)
        Path(name).write_bytes(data)
for path in Path().iterdir():
    path.unlink()
del example, lines, path, name, data, names, view, language
gc.collect()
