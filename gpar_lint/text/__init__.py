"""Characters and positions: what every other layer builds on. Knows nothing of reports."""
