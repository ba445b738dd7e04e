"""What ends a command with exit status 2."""

from __future__ import annotations


class CommandError(Exception):
    """A command cannot be carried out; `key` names a text in cli/texts."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class UsageError(CommandError):
    """The command line asks for what there is not."""
