"""How results are shown: one module a format, each with `render(results, run)`."""
