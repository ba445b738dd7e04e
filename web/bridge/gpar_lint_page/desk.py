"""The files that lie on the clerk's desk, and what can be asked of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from gpar_lint import __version__
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Linter, Look, Result
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.library import Library
from gpar_lint.linter.linters import Linters
from gpar_lint.linter.relations import Kinship, NotRead, Relations
from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line
from gpar_lint.output.formats import renderer
from gpar_lint.output.overview import overview_line
from gpar_lint.output.run import Run
from gpar_lint.output.style import Style
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import SIZE_LIMIT
from gpar_lint.text.decoding import Decoded
from gpar_lint_page.drawing import Object
from gpar_lint_page.fixing import fix_all, fix_one
from gpar_lint_page.rules import rule_object
from gpar_lint_page.view import previous_of, row_of, view_of
from gpar_lint_page.words import say

#: Its byte order mark is how a spreadsheet on Windows tells that a file is UTF-8.
_MARK = b"\xef\xbb\xbf"
_NO_READER = {"no-pdf-support": "no-pdf", "no-libreoffice": "no-office"}


class Refused(Exception):
    """What cannot be done, in words for the user."""


class Desk:
    """Answers the page's requests. A file lies in the current folder under its own name."""

    def __init__(self) -> None:
        self._rulebook = load_rulebook()
        self._library = Library(self._rulebook)
        self._linters: dict[str, Linter] = {}
        self._linter: Linter = self._linter_in("zh", None)
        self._decoded: dict[str, Decoded] = {}
        self._results: dict[str, Result] = {}  # of the last check, without portraits
        self._names: list[str] = []
        self._aside: list[str] = []
        self._kin: dict[str, Relations] = {}
        self._questions: dict[str, Callable[..., object]] = {
            question.__name__: question
            for question in (
                self.hello, self.open, self.close, self.view, self.row, self.refuse,
                self.fix, self.encode, self.annotate, self.html, self.csv, self.lines, self.rule,
            )
        }  # fmt: skip

    def ask(self, question: str, arguments: str, data: bytes | None = None) -> str | bytes:
        """The answer to a question: JSON, or the bytes of a file.

        `arguments` is a JSON object; `data` the bytes of a file, where the question is about one.
        What cannot be done is answered by {"refused": why}.
        """
        given = json.loads(arguments)
        if data is not None:
            given["data"] = bytes(data)  # a browser's array, as it comes, is a memoryview
        try:
            answer = self._questions[question](**given)
        except Refused as error:
            answer = {"refused": str(error)}
        return answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False)

    def hello(self, language: str, today: str) -> Object:
        """Say in which language to answer, and which day it is."""
        self._linter = self._linter_in(language, date.fromisoformat(today))
        return {"version": __version__, "rules": len(self._linter.rules), "limit": SIZE_LIMIT}

    def open(self, name: str, data: bytes, *, aside: bool = False) -> Object:
        """Put a file on the desk; the answer has the name that it goes by there.

        `aside`: it lies there for others to be held against, and is not to be checked itself.
        """
        name = self._own_name(name)
        (self._aside if aside else self._names).append(name)
        self._write(name, data)
        return {"name": name}

    def close(self, name: str) -> Object:
        """Take a file off the desk."""
        for names in (self._names, self._aside):
            if name in names:
                names.remove(name)
        self._decoded.pop(name, None)
        self._results.pop(name, None)
        self._library.forget(name)
        self._kin.clear()
        Path(name).unlink()
        return {}

    def view(self, name: str, text: str | None = None, previous: str | None = None) -> Object:
        """Check a file, or the text that it has been edited to, and say all about it.

        `previous`: the file that the user takes for last year's report.
        """
        look = self._look(name, text, previous, portrays=True)
        view = view_of(look, self._linter.rules, self._linter.language)
        decoded = self._decoded.get(name)
        if decoded and look.document:
            view["editable"] = True
            view["text"] = decoded.text if text is None else None
        view["previous"] = self._previous(look, previous) if previous else None
        return view

    def row(self, name: str) -> Object:
        """Check a file for the overview."""
        return row_of(self._look(name, None, None, portrays=False).result, self._linter.language)

    def refuse(self, name: str, reason: str, error: str = "") -> Object:
        """What is said of a file that the browser could not read, or whose size forbids it."""
        values = {"limit": SIZE_LIMIT // 2**20, "error": error}
        result = self._linter.unreadable(name, Unreadable(reason, **values))
        return view_of(Look(result), self._linter.rules, self._linter.language)

    def fix(self, name: str, text: str, previous: str | None, finding: int | None) -> Object:
        """What to put where so that a finding, or all that can safely be, is mended."""
        self._relate(previous)
        if finding is None:
            return fix_all(self._linter, name, text)
        return fix_one(self._linter, name, text, finding)

    def encode(self, name: str, text: str) -> bytes:
        """A text as the bytes of its file: the same encoding, byte order mark and line ends."""
        decoded = self._decoded.get(name)
        if decoded is None:
            raise Refused(self._say("nothing-to-fix"))
        try:
            return decoded.encode(text)
        except UnicodeEncodeError as error:
            character = text[error.start]
            encoding = decoded.encoding.upper()
            raise Refused(
                self._say("not-encodable", encoding=encoding, character=character)
            ) from None

    def annotate(self, name: str, previous: str | None = None) -> bytes:
        """The Word document with every finding as a comment at its place."""
        from gpar_lint.annotate import annotate

        look = self._look(name, None, previous, portrays=False)
        if look.document is None or look.document.kind != "docx":
            raise Refused(self._say("no-comments"))
        found, language = look.result.diagnostics, self._linter.language
        return annotate(Path(name).read_bytes(), found, language=language, date=datetime.now())

    def html(self, name: str, text: str | None = None, previous: str | None = None) -> bytes:
        """One report and its findings as a page to be sent on."""
        result = self._look(name, text, previous, portrays=True).result
        return self._rendered("html", [result]).encode()

    def csv(self) -> bytes:
        """All files as a spreadsheet: a row a report."""
        return _MARK + self._rendered("csv", self._last_results()).encode()

    def lines(self) -> Object:
        """What is said over all files together."""
        summary, language = Summary(), self._linter.language
        for result in self._last_results():
            summary.add(result)
        lines = [overview_line(summary, language), closing_line(summary, language)]
        return {"lines": [line for line in lines if line]}

    def rule(self, code: str) -> Object:
        """A rule in plain words."""
        return rule_object(self._rulebook, code, self._linter.language)

    def _linter_in(self, language: str, today: date | None) -> Linter:
        finder = ConfigFinder(isolated=True)
        linters = Linters(self._rulebook, finder, language=language, today=today)
        return linters.linter_for("")

    def _look(self, name: str, text: str | None, previous: str | None, *, portrays: bool) -> Look:
        """Check a file, or the text that it has been edited to, and keep what was found."""
        self._relate(previous)
        self._linter.portrays = portrays
        look = self._looked(name, text)
        look = look._replace(result=self._in_own_words(look.result))
        self._results[name] = look.result._replace(portrait=None)
        return look

    def _looked(self, name: str, text: str | None) -> Look:
        if text is not None and name in self._decoded:
            self._keep(name, text)
            return self._linter.look(name, text)
        look = self._linter.look_into(name, Path(name).read_bytes())
        if look.document and look.document.decoded:
            self._decoded[name] = look.document.decoded
            if text is not None:  # edited before this desk came to know the file
                return self._looked(name, text)
        return look

    def _last_results(self) -> list[Result]:
        """What was found in each file when it was last checked."""
        for name in self._names:
            if name not in self._results:
                self._look(name, None, None, portrays=False)
        return [self._results[name] for name in self._names]

    def _in_own_words(self, result: Result) -> Result:
        """A file that only a program beside the command line could read."""
        key = _NO_READER.get(result.unreadable)
        if key is None:
            return result
        message = self._say(key, kind=result.path.rpartition(".")[2])
        told = [found._replace(message=message) for found in result.diagnostics]
        return result._replace(diagnostics=told)

    def _relate(self, previous: str | None) -> None:
        """Hold reports against last year's: the one named, or one among the files."""
        key = previous or ""
        if key not in self._kin:
            try:
                self._kin[key] = Relations(self._library, Kinship(previous))
            except NotRead:
                self._kin[key] = Relations(self._library, Kinship())
        alone = len(self._names) < 2 and previous is None
        self._linter.relations = None if alone else self._kin[key]

    def _previous(self, look: Look, path: str) -> Object:
        """What became of the report that the user takes for last year's."""
        found = previous_of(look)
        if found and found.path == path:
            return {"name": path, "problem": ""}
        return {"name": path, "problem": self._problem(look, path)}

    def _problem(self, look: Look, path: str) -> str:
        there = self._linter.check(path, Path(path).read_bytes()).facts
        here = look.result.facts
        if there is None:
            return self._say("previous-no-report", path=path)
        if here is None or here.year is None or there.year is None:
            return self._say("previous-no-year")
        years = {"found": there.year, "year": here.year, "due": here.year - 1}
        return self._say("previous-other-year", path=path, **years)

    def _keep(self, name: str, text: str) -> None:
        """Write an edited text back, for the reports that are held against this one."""
        decoded = self._decoded.get(name)
        if decoded is None or len(self._names) < 2:
            return
        try:
            data = decoded.encode(text)
        except UnicodeEncodeError:
            return  # it is said when the file is to be saved
        self._library.forget(name)
        self._write(name, data)

    def _write(self, name: str, data: bytes) -> None:
        Path(name).write_bytes(data)
        if name in self._names:
            self._library.add([name])
        self._kin.clear()

    def _own_name(self, name: str) -> str:
        """A name that no other file on the desk has."""
        name = name.replace("\\", "/").rpartition("/")[2].lstrip(".") or self._say("unnamed")
        stem, dot, suffix = name.rpartition(".")
        unique, count = name, 1
        while unique in self._names or unique in self._aside:
            count += 1
            unique = f"{stem} ({count}).{suffix}" if dot else f"{name} ({count})"
        return unique

    def _rendered(self, form: str, results: list[Result]) -> str:
        summary = Summary()
        watched = summary.watch(results, lambda _: "warning")
        run = Run(Style(self._linter.language), self._rulebook, summary)
        return "".join(renderer(form)(watched, run))

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._linter.language, **values)
