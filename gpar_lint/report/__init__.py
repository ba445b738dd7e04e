"""A Document read as a report: title, chapters, tables, passages, claims."""
