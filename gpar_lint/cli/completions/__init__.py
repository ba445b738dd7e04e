"""The scripts of `gpar-lint completion`, one module a shell. Each has `script(commands)`."""
