"""Web pages: the report that one shows, with its place in the page's source."""
