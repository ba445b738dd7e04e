"""Start the gpar-lint that travels with the extension: `python -I run.py [--from-environment] …`.

Python runs isolated (-I): neither the folder it is started in nor PYTHONPATH can put a json.py or
a gpar_lint/ of their own in the way. With --from-environment the interpreter's own gpar-lint comes
first, and this copy serves where it has none.
"""

import os
import site
import sys

LIBS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libs")
_FLAG = "--from-environment"


def _prepare():
    """Make the bundled packages importable; also in the processes that a run starts."""
    if _FLAG in sys.argv:
        _add_users()
        sys.path.append(LIBS)
    else:
        sys.path.insert(0, LIBS)
        _add_users()


def _add_users():
    """What pip has installed for this user, such as the reader of PDFs; -I leaves it out."""
    if sys.prefix == sys.base_prefix:  # a virtual environment has its own
        site.addsitedir(site.getusersitepackages())


_prepare()

if __name__ == "__main__":
    if _FLAG in sys.argv:
        sys.argv.remove(_FLAG)
    from gpar_lint.cli.main import entry

    entry()
