"""Markdown to blocks: plain text with headings, and marks within lines that are no text."""

from __future__ import annotations

from gpar_lint.source.document import Comment, Document, Heading, Paragraph
from gpar_lint.source.inline import without_marks
from gpar_lint.source.lines import Line
from gpar_lint.source.plain import PlainReader
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_ATX_LINE = regex(r"(?:^|[\r\n])#{1,6}[ \t\u3000]+[^\s#]")
# Without the blank only where no hash follows: #政务公开# is a hashtag.
_ATX = regex(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#]+$))")
_CLOSING = regex(r"[ \t]#+$")
_UNDERLINE = regex(r"=+|-{2,}")
_LINE_END = regex(r"\r\n?|\n")
_FENCE = regex(r"```|~~~")
_QUOTE_OR_BULLET = regex(r"(?:>[ \t]?)+|[-*+][ \t]+")
_FRONT_MATTER = regex(r"---[ \t]*(?:\r\n?|\n)")
_FRONT_MATTER_END = regex(r"[\r\n]---[ \t]*(?=[\r\n]|$)")
_FRONT_TITLE = regex(r"[\r\n]title:[ \t]*([^\r\n]+)")
_FRONT_MATTER_SIZE = 4000
_LONGEST_HEADING = 60


def is_markdown(text: str) -> bool:
    """Whether a text has a heading in Markdown's way, `# `, whatever the file's name."""
    return "#" in text and bool(_ATX_LINE.search(text))


def read_markdown(name: str, text: str) -> Document:
    """Read a Markdown text. There is no text that it cannot read."""
    reader = MarkdownReader(text)
    return Document(name, "markdown", text, reader.read(), title=reader.title)


class MarkdownReader(PlainReader):
    """Reads Markdown as far as reports use it: no lists within lists, no indented code."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.title = ""
        self._front_matter_end = self._read_front_matter()

    def _read_front_matter(self) -> int:
        """Read the settings between --- and --- with which a file may begin; where they end."""
        opening = _FRONT_MATTER.match(self.text)
        closing = _FRONT_MATTER_END.search(self.text, 3, _FRONT_MATTER_SIZE) if opening else None
        if not opening or not closing:
            return 0
        title = _FRONT_TITLE.search(self.text, 3, closing.start())
        self.title = title[1].strip("\"' \t") if title else ""
        content = Excerpt.of(self.text, opening.end(), max(opening.end(), closing.start()))
        self.add(Comment(content, Span(0, closing.end())))
        return closing.end()

    def read_line(self, line: Line) -> None:
        """Read one line."""
        if line.span.end <= self._front_matter_end:
            return
        if not line.comment and (self._read_underline(line) or self._read_heading(line)):
            return
        if not line.comment and _FENCE.match(line.body):
            return
        super().read_line(line)

    def read_text(self, line: Line) -> None:
        """Read a line of text, or of pictures."""
        mark = _QUOTE_OR_BULLET.match(line.body)
        super().read_text(line.from_body(mark.end()) if mark else line)

    def without_marks(self, content: Excerpt) -> Excerpt:
        """The content of a line without emphasis, links and escapes."""
        return without_marks(content)

    def _read_heading(self, line: Line) -> bool:
        opening = _ATX.match(line.body) if line.body.startswith("#") else None
        if opening is None:
            return False
        closing = _CLOSING.search(line.body, opening.end())
        content = line.content.cut(opening.end(), closing.start() if closing else len(line.body))
        content = without_marks(content).strip()
        if content.text:
            self.add(Heading(content, len(opening[1]), line.span))
        return True

    def _read_underline(self, line: Line) -> bool:
        """Read a line of === or --- right under a short line that is no sentence and no table."""
        if not _UNDERLINE.fullmatch(line.body) or not self.blocks:
            return False
        above = self.blocks[-1]
        if (
            not isinstance(above, Paragraph)
            or not _LINE_END.fullmatch(self.text, above.span.end, line.span.start)
            or len(above.content.text) > _LONGEST_HEADING
            or above.content.text.endswith(("。", "；", "，"))
        ):
            return False
        level = 1 if line.body[0] == "=" else 2
        self.blocks[-1] = Heading(above.content, level, above.span.join(line.span))
        return True
