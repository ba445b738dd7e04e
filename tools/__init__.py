"""Programs that make what is handed out: the single file, the pages of the documentation."""
