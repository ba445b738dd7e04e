"""What the clerk's page asks of the engine: files in, what the page shows out, as JSON.

Runs in the browser (Pyodide) and in tests alike; it knows of no browser. Files lie in the current
folder under the names that the user knows them by.
"""

from gpar_lint_page.desk import Desk

__all__ = ["Desk"]
