"""Defects, planted one at a time: what is changed, which rule has to say it, and where."""

from __future__ import annotations

from tests.accuracy.defects.characters import CHARACTERS
from tests.accuracy.defects.claims import CLAIMS
from tests.accuracy.defects.declarations import DECLARATIONS
from tests.accuracy.defects.planting import Defect
from tests.accuracy.defects.structure import STRUCTURE
from tests.accuracy.defects.tables import TABLES

#: By a name that begins with the code of the rule.
DEFECTS: dict[str, Defect] = {**STRUCTURE, **TABLES, **CLAIMS, **DECLARATIONS, **CHARACTERS}
