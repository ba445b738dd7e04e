"""The language server: findings as the author types, in any editor."""
