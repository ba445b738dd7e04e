"""gpar-lint: a linter for 政府信息公开工作年度报告 (disclosure annual reports)."""

__version__ = "0.1.0"
