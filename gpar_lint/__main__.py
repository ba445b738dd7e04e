"""`python -m gpar_lint`."""

from gpar_lint.cli.main import entry

entry()
