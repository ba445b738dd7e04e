"""`python -m gpar_lint`."""

from gpar_lint.cli.main import entry

if __name__ == "__main__":  # the processes of --jobs import this module
    entry()
