"""How text for people is shown: language, colour, marks; what a terminal must not be sent."""

from __future__ import annotations

from gpar_lint.text.records import Record

_BOLD = "1"
_DIM = "2"
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


class Style(Record):
    """What the reader's language and terminal allow."""

    language: str = "zh"
    colour: bool = False
    marks: tuple[str, str] = ("⟦", "⟧")  # around a place, where there is no colour
    explain: bool = True  # end with where the rules are explained

    def paint(self, text: str, *codes: str) -> str:
        """The text in the colours of these ANSI codes, or as it is where there is no colour."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        """The text in bold."""
        return self.paint(text, _BOLD)

    def dim(self, text: str) -> str:
        """The text less bright."""
        return self.paint(text, _DIM)

    def severity(self, text: str, severity: str) -> str:
        """The text in bold and in the colour of a severity."""
        return self.paint(text, _BOLD, _COLOURS[severity])

    def marked(self, text: str, severity: str) -> str:
        """The text marked as the place of a finding: underlined, or between marks.

        An empty place cannot be underlined, so it has its marks in either case.
        """
        left, right = self.marks
        if not self.colour:
            return f"{left}{text}{right}"
        return self.paint(text or left + right, "4", _COLOURS[severity])


def legible(text: str) -> str:
    """The text with tabs as arrows and with control and invisible characters spelled out.

    A report may hold anything, also what would move a terminal's cursor or turn its text about.
    """
    if text.isprintable():
        return text
    return "".join([_spelled(char) for char in text])


def legible_lines(text: str) -> str:
    """The same for text that may have lines and tabs, for files that people open.

    What is left may stand in XML: its control characters and lone surrogates are gone.
    """
    if text.isprintable():
        return text
    return "".join([char if char in "\t\n" else _spelled(char) for char in text])


def _spelled(char: str) -> str:
    if char == "\t":
        return " → "
    if char.isprintable() or char == "\u3000":
        return char
    return f"<U+{ord(char):04X}>"
