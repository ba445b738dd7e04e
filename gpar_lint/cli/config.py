"""`gpar-lint config`: what holds for a file, and where each value comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date

from gpar_lint.cli import common
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, Options, parse
from gpar_lint.cli.terminal import open_output, write_all
from gpar_lint.cli.texts import say
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.places import lines_of
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config_files import ConfigFile, ConfigFinder
from gpar_lint.linter.config_keys import KEYS, Key
from gpar_lint.linter.linters import Linters
from gpar_lint.text.records import Record

OPTIONS = (
    common.CONFIG,
    common.ISOLATED,
    Option(("--output-format",), "格式", "format", "FORMAT", ("text", "json"), "text"),
    common.OUTPUT_FILE,
    common.LANG,
    common.HELP,
)
_ENVIRONMENT = "GPAR_LINT_LANG"


class Setting(Record):
    """A key with its value."""

    key: str
    value: object  # as JSON has it
    source: str  # a file, an option, a variable of the environment; "" for the default
    line: int | None = None

    @property
    def place(self) -> str:
        """The source with its line."""
        return f"{self.source}:{self.line}" if self.line else self.source


class Holding(Record):
    """What holds for one file or folder."""

    path: str
    file: str | None  # the configuration
    settings: tuple[Setting, ...]
    run: Mapping[str, str]  # the rules that run, and their severities
    left_out: tuple[str, ...]


def run(arguments: list[str], language: str) -> int:
    """Say what holds for the paths that the arguments name. Raises UsageError, DataError."""
    options, paths = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    finder = ConfigFinder(options.config, isolated=options.isolated)
    linters = Linters(load_rulebook(), finder, today=date.today())
    holdings = [
        _holding(path, linters.linter_for(path), finder.config_for(path), options)
        for path in paths or [os.curdir]
    ]
    is_text = options.output_format == "text"
    with open_output(options.output_file, for_people=is_text) as stream:
        write_all(stream, _texts(holdings, language) if is_text else _json(holdings))
    return 0


def _help(language: str) -> str:
    purpose = {
        "zh": "说明一份文件或一个文件夹用什么配置，每一项来自哪里，哪些规则运行。",
        "en": "Says what holds for a file or folder, where each value comes from, which rules run.",
    }
    return help_text(["gpar-lint config [PATH…] [OPTIONS]"], purpose[language], OPTIONS, language)


def _holding(path: str, linter: Linter, file: ConfigFile | None, options: Options) -> Holding:
    lines = lines_of(file.fields.source.text) if file else {}
    settings = [_setting(key, linter, file, lines) for key in KEYS]
    language = _language(options)
    settings = [language if language and each.key == "lang" else each for each in settings]
    rules = linter.exemptions.rules_for(path, linter.rules) if linter.exemptions else linter.rules
    return Holding(
        path,
        file.shown if file else None,
        tuple(settings),
        {code: rule.severity for code, rule in rules.items()},
        tuple([code for code in linter.rulebook.rules if code not in rules]),
    )


def _setting(
    key: Key, linter: Linter, file: ConfigFile | None, lines: Mapping[tuple[str | int, ...], int]
) -> Setting:
    if file and key.name in file.fields.values:
        value = _plain(file.fields.values[key.name])
        return Setting(key.name, value, file.shown, lines.get((*file.fields.path, key.name)))
    default = key.default
    for rule in linter.rulebook.rules.values():
        default = rule.options.get(key.name, default)
    return Setting(key.name, default, "")


def _language(options: Options) -> Setting | None:
    """The language, where the user says it."""
    if options.lang:
        return Setting("lang", options.lang, "--lang")
    said = os.environ.get(_ENVIRONMENT)
    return Setting("lang", said, _ENVIRONMENT) if said else None


def _plain(value: object) -> object:
    """A value of TOML as JSON has it: dates as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _texts(holdings: list[Holding], language: str) -> Iterator[str]:
    for holding in holdings:
        yield f"{holding.path}\n"
        file = holding.file or say("no-config", language)
        yield f"{say('config-file', language, file=file)}\n\n"
        for setting in holding.settings:
            yield f"{_line(setting, language)}\n"
        run, left_out = len(holding.run), " ".join(holding.left_out)
        yield f"\n{say('rules-run', language, count=run)}\n"
        if left_out:
            yield f"{say('rules-left-out', language, rules=left_out)}\n"


def _line(setting: Setting, language: str) -> str:
    value = json.dumps(setting.value, ensure_ascii=False) if setting.value is not None else "-"
    source = setting.place or say("by-default", language)
    shown = f"（{source}）" if language == "zh" else f"  ({source})"
    return f"{setting.key:<18}{value}{shown}"


def _json(holdings: list[Holding]) -> Iterator[str]:
    objects = [
        {
            "path": holding.path,
            "config": holding.file,
            "settings": {
                setting.key: {
                    "value": setting.value,
                    "source": setting.source or "default",
                    "line": setting.line,
                }
                for setting in holding.settings
            },
            "rules": holding.run,
            "ignored": holding.left_out,
        }
        for holding in holdings
    ]
    yield json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
