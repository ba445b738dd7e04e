"""The page's bridge is no part of the package: it is found where the page is made."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "web" / "bridge"))
