"""From findings to results: selection, severity, messages, many files."""
