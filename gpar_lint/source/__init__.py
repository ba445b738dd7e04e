"""Bytes to a Document: blocks with positions, whatever the file type. Knows nothing of reports."""
