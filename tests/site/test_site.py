"""The documentation's site as built: every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from gpar_lint import __all__ as interface
from gpar_lint.cli.main import main
from gpar_lint.linter.config_keys import KEYS
from gpar_lint.linter.diagnostics import rule_page
from tests.support.examples import RULEBOOK
from tools.site.build import ROOT, build, made_pages

ADDRESS = "https://gpar-lint.github.io/"
# What only a reader who clicks fetches.
_LINKS = {("a", "href"), ("link", "href")}
_LOADED = {("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src")}
_LOADING = {"stylesheet", "icon", "preload", "modulepreload", "preconnect"}


class Page(HTMLParser):
    """The anchors of a page, where it links to, and what a browser loads for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        self.anchors.update([value for key in ("id", "name") if (value := named.get(key))])
        for key, value in attributes:
            loads = (tag, key) in _LOADED or (tag == "link" and named.get("rel") in _LOADING)
            if value and loads and key in ("src", "href"):
                self.loaded.append(value)
            elif value and (tag, key) in _LINKS:
                self.links.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """All pages by their addresses."""
    found = {}
    for path in site.rglob("*.html"):
        address = ADDRESS + path.relative_to(site).as_posix().removesuffix("index.html")
        if path.name != "404.html":
            found[address] = Page(path.read_text(encoding="utf-8"))
    return found


def test_every_rule_has_the_page_that_its_messages_lead_to(pages: dict[str, Page]) -> None:
    for code in RULEBOOK.rules:
        assert f"{rule_page(code)}/" in pages
    assert unquote(rule_page("Q501")) in pages  # a rule of one's own: the page on rule packs


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for link in [*page.links, *page.loaded]:
            target = unquote(urljoin(address, link))
            if not target.startswith(ADDRESS):
                continue
            place, _, anchor = target.partition("#")
            path = site / urlsplit(place).path.lstrip("/")
            assert path.exists(), f"{address}: {link}"
            if anchor and place in pages:
                assert anchor in pages[place].anchors, f"{address}: {link}"


def test_links_are_within_the_site_or_to_known_places(pages: dict[str, Page]) -> None:
    known = ("gpar-lint.github.io", "github.com", "docs.python.org", "pyodide.org")
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(address, link))
            assert target.scheme in ("https", "mailto", "javascript"), f"{address}: {link}"
            assert target.hostname in known or not target.hostname, f"{address}: {link}"


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for each in page.loaded:
            assert urljoin(address, each).startswith((ADDRESS, "data:")), f"{address}: {each}"
    for style in site.rglob("*.css"):
        urls = re.findall(r"url\(([^)]*)\)", style.read_text(encoding="utf-8"))
        assert not [url for url in urls if "//" in url and "www.w3.org" not in url]


def test_pictures_have_words(site: Path) -> None:
    for path in site.rglob("*.html"):
        for picture in re.findall(r"<img [^>]*>", path.read_text(encoding="utf-8")):
            assert re.search(r'alt="[^"]{4,}"', picture), f"{path}: {picture}"


def test_rules_can_be_searched(site: Path) -> None:
    index = json.loads((site / "search.json").read_text(encoding="utf-8"))
    text = json.dumps(index, ensure_ascii=False)
    for rule in RULEBOOK.rules.values():
        assert rule.name in text
        assert rule.title["zh"].partition("“")[0] in text


def test_no_change_of_an_example_is_left_in_its_own_language() -> None:
    for path, text in made_pages().items():
        assert "```change" not in text, path
        assert not re.search(r"^ +- .*(\b(drop|rename|append|expect)\b)", text, re.MULTILINE), path


def test_bad_examples_show_what_the_program_says() -> None:
    for path, text in made_pages().items():
        shown, said = text.count("!!! failure"), text.count('class="said"')
        assert said >= shown, path


def test_every_key_of_the_configuration_is_described() -> None:
    page = made_pages()["配置参考.md"]
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [key.name for key in KEYS]


def test_the_whole_interface_is_described() -> None:
    page = (ROOT / "docs/开发/接口.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^::: gpar_lint\.(\w+)$", page, re.MULTILINE)) == set(interface)


def test_pages_are_made_of_the_rules_as_the_command_tells_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["rule", "C403"])
    told = capsys.readouterr().out
    page = made_pages()["rules/C403.md"]
    assert RULEBOOK.rules["C403"].title["zh"] in told.partition("\n")[0]
    assert RULEBOOK.rules["C403"].title["zh"] in page


def test_a_broken_link_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {**made_pages(), "rules/index.md": "# 规则\n\n[没有](没有.md)\n"}
    monkeypatch.setattr("tools.site.build.made_pages", lambda: pages)
    with pytest.raises(subprocess.CalledProcessError):
        build(tmp_path / "docs")
