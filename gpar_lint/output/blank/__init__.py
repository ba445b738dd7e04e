"""Blank reports to fill in: the format's chapters and tables, and what is to be said in them."""
