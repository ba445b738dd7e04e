"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples at every run of CI: a run that found something new there would stop what it is
# not about. A run by hand goes on looking. No deadlines: other work may have the machine.
settings.register_profile("search", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "search")
