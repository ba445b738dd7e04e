"""Completion in PowerShell, 5.1 and later. In ASCII: it reads scripts in whatever encoding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gpar_lint.cli.completions.grammar import NOTHING, CommandGrammar

# Where it yields nothing, PowerShell offers files.
_SCRIPT = """\
# gpar-lint completion: gpar-lint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName gpar-lint -ScriptBlock {
    param($word, $line, $cursor)
    $flags = @{
%(flags)s
    }
    $values = @{
%(values)s
    }
    $operands = @{
%(operands)s
    }
    $before = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
    $command = 'check'
    if ($before.Count -gt 0 -and $flags.ContainsKey($before[0])) { $command = $before[0] }
    $key = if ($before.Count -gt 0) { "$command $($before[-1])" } else { '' }
    $done = ''
    if ($values.ContainsKey($key)) {
        $offered = $values[$key]
        if ($word.Contains(',')) { $done = $word.Substring(0, $word.LastIndexOf(',') + 1) }
    } elseif ($word.StartsWith('-')) {
        $offered = $flags[$command]
    } else {
        $offered = $operands[$command]
        if ($before.Count -eq 0) { $offered = @($flags.Keys | Sort-Object) + $offered }
    }
    $offered | Where-Object { "$done$_" -like "$word*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new(
            "$done$_", $_, 'ParameterValue', $_)
    }
}
"""


def script(commands: Sequence[CommandGrammar]) -> str:
    """The script."""
    flags = {
        command.name: tuple([name for flag in command.flags for name in flag.names])
        for command in commands
    }
    values = {
        f"{command.name} {name}": flag.value.words
        for command in commands
        for flag in command.flags
        for name in flag.names
        if flag.value.kind != NOTHING
    }
    operands = {command.name: command.operand.words for command in commands}
    parts: dict[str, dict[str, tuple[str, ...]]]
    parts = {"flags": flags, "values": values, "operands": operands}
    return _SCRIPT % {key: "\n".join(_entries(table)) for key, table in parts.items()}


def _entries(table: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for key, words in table.items():
        yield f"        '{key}' = @({_listed(words)})"


def _listed(words: Iterable[str]) -> str:
    return ", ".join([f"'{word}'" for word in words])
