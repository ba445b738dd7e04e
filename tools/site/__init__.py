"""The documentation's pages that are made from data when the site is built (`make docs`)."""
