"""Related places of findings about two reports: cells here, cells there.

Rules of family X name these places by the same two texts: "here" and "there".
"""

from __future__ import annotations

from gpar_lint.checks.across.figures import SureCell, name_of
from gpar_lint.checks.across.imprint import Figure, Imprint
from gpar_lint.checks.cells import figure, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Related


def here(context: Context, sure: SureCell) -> Related:
    """A cell of this report."""
    values = {"cell": name_of(context, sure.cell), "value": figure(sure.value)}
    return Related(place_of(sure.cell), "here", values)


def there(there: Figure, imprint: Imprint) -> Related:
    """A cell of another report."""
    values = {"agency": imprint.agency, "year": imprint.year, "value": figure(there.value)}
    return Related(None, "there", values, there.place)
