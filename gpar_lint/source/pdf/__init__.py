"""PDF files: characters and lines where they are drawn, put together to paragraphs and tables."""
