"""Completion in bash, 3.2 (which macOS has) and later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gpar_lint.cli.completions.grammar import (
    ANYTHING,
    FILES,
    FOLDERS,
    NOTHING,
    CommandGrammar,
    Value,
)

_HEAD = r"""# gpar-lint completion: eval "$(gpar-lint completion bash)"
_gpar_lint_words() { COMPREPLY+=($(compgen -W "$1" -- "$current")); }
_gpar_lint_list() {
    local last=${current##*,}
    COMPREPLY+=($(compgen -P "${current%"$last"}" -W "$1" -- "$last"))
}
_gpar_lint_files() { local IFS=$'\n'; COMPREPLY+=($(compgen -f -- "$current")); }
_gpar_lint_folders() { local IFS=$'\n'; COMPREPLY+=($(compgen -d -- "$current")); }
_gpar_lint() {
    local command=check
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
"""
_TAIL = "complete -o filenames -o default -F _gpar_lint gpar-lint\n"
_CALLS = {FILES: "_gpar_lint_files", FOLDERS: "_gpar_lint_folders", NOTHING: ":", ANYTHING: ":"}


def script(commands: Sequence[CommandGrammar]) -> str:
    """The script."""
    names = [command.name for command in commands]
    lines = [
        "    if ((COMP_CWORD > 1)); then",
        f"        case ${{COMP_WORDS[1]}} in {'|'.join(names)}) command=${{COMP_WORDS[1]}} ;; esac",
        "    fi",
        "    case $command:$previous in",
        *_values(commands),
        "    esac",
        "    case $command:$current in",
        *_flags(commands),
        "    esac",
        f'    ((COMP_CWORD > 1)) || _gpar_lint_words "{" ".join(names)}"',
        "    case $command in",
        *[f"        {command.name}) {_call(command.operand)} ;;" for command in commands],
        "    esac",
        "}",
    ]
    return _HEAD + "\n".join(lines) + "\n" + _TAIL


def _values(commands: Iterable[CommandGrammar]) -> Iterator[str]:
    """What follows a flag that has a value."""
    for command in commands:
        for flag in command.flags:
            if flag.value.kind != NOTHING:
                patterns = "|".join([f"{command.name}:{name}" for name in flag.names])
                yield f"        {patterns}) {_call(flag.value)}; return ;;"


def _flags(commands: Iterable[CommandGrammar]) -> Iterator[str]:
    """What begins with a hyphen."""
    for command in commands:
        names = " ".join([name for flag in command.flags for name in flag.names])
        yield f'        {command.name}:-*) _gpar_lint_words "{names}"; return ;;'


def _call(value: Value) -> str:
    if not value.words:
        return _CALLS[value.kind]
    call = "_gpar_lint_list" if value.many else "_gpar_lint_words"
    return f'{call} "{" ".join(value.words)}"'
