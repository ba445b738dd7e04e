"""Regular expressions that are compiled when they are first used.

Compiling one takes CPython 0.1 to 5 ms, and a report makes use of half of them at most.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile gives, compiled at its first use; where `source` is wrong, it raises then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """Stands for a compiled expression, whose methods become its own as they are asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found
