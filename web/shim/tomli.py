"""The parser that Python 3.11 and later have built in, under the name that the engine asks for."""

from tomllib import TOMLDecodeError, loads

__all__ = ["TOMLDecodeError", "loads"]
