"""The documentation's site: docs/ with the pages made from data, built by Zensical.

    python -m tools.site.build dist/docs

Zensical is kept up by the makers of Material for MkDocs, which ends in 2027; it builds without a
network, takes fonts and scripts from nowhere else, and its search parts Chinese into words in the
browser.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.examples import RULEBOOK
from tools.site.rules import FAMILIES, english_page, index_page, rule_page
from tools.site.settings import settings_page

ROOT = Path(__file__).parents[2]
_NAVIGATION = '{ "规则" = ["rules/index.md"] }'
_SCHEMA = "rules/gpar-lint.schema.json"
_PICTURES = "vscode-extension/images"
_OUTSIDE = rf"examples/[^)#\s]*\.(?:toml|txt|py)|{_SCHEMA}|{_PICTURES}/[^)\s]*\.png"
_LINK = re.compile(rf"\]\((?:\.\./)+({_OUTSIDE})\)")


def build(output: Path) -> None:
    """Write the site. Raises CalledProcessError where a page or a link is not as it must be."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder).resolve()
        _lay_out(project)
        command = [sys.executable, "-m", "zensical", "build", "--strict"]
        subprocess.run(command, cwd=project, check=True)
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(project / "site", output)


def _lay_out(project: Path) -> None:
    """The sources of the whole site in one folder."""
    docs = project / "docs"
    shutil.copytree(ROOT / "docs", docs)
    for path, text in made_pages().items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    pages_alone = shutil.ignore_patterns("*.md")
    shutil.copytree(ROOT / "examples", docs / "files/examples", ignore=pages_alone)
    shutil.copytree(ROOT / _PICTURES, docs / "files" / _PICTURES)
    (docs / "files/rules").mkdir()
    shutil.copy(ROOT / _SCHEMA, docs / "files" / _SCHEMA)
    for page in docs.rglob("*.md"):
        _lead_inside(page, docs)
    settings = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    settings = settings.replace(_NAVIGATION, _rules_in_navigation()).replace("{root}", str(ROOT))
    (project / "zensical.toml").write_text(settings, encoding="utf-8")


def made_pages() -> dict[str, str]:
    """The pages made from data, by their paths below docs/."""
    rules = RULEBOOK.rules.values()
    return {
        **{f"rules/{rule.code}.md": rule_page(rule, RULEBOOK) for rule in rules},
        "rules/index.md": index_page(RULEBOOK),
        "en/rules.md": english_page(RULEBOOK),
        "配置参考.md": settings_page(),
    }


def _lead_inside(page: Path, docs: Path) -> None:
    """Lead a page's links out of docs/ to the copies in the site."""
    up = "../" * (len(page.relative_to(docs).parts) - 1)
    text = page.read_text(encoding="utf-8")
    page.write_text(_LINK.sub(rf"]({up}files/\1)", text), encoding="utf-8")


def _rules_in_navigation() -> str:
    families = []
    for family, (name, *_) in FAMILIES.items():
        pages = [
            f'{{ "{rule.code} {rule.title["zh"]}" = "rules/{rule.code}.md" }}'
            for rule in RULEBOOK.rules.values()
            if rule.family == family
        ]
        families.append(f'{{ "{family} {name}" = [{", ".join(pages)}] }}')
    return f'{{ "规则" = ["rules/index.md", {", ".join(families)}] }}'


if __name__ == "__main__":
    build(Path(sys.argv[1]))
