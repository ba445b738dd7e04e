"""What the command line itself says, in Chinese and English."""

from __future__ import annotations

from gpar_lint.cli.errors import CommandError, UsageError

DEFAULT_LANGUAGE = "zh"

_TEXTS: dict[str, dict[str, str]] = {
    "zh": {
        "error": "错误：{message}",
        "note": "提示：{message}",
        "see-help": "用法见 gpar-lint {command} --help",
        "did-you-mean": "；是不是 {nearest}？",
        "unknown-option": "没有选项 {word}",
        "no-hyphens": "没有文件 {word}；如果要写的是选项，开头应是英文的减号",
        "needs-value": "选项 {option} 需要一个值",
        "takes-no-value": "选项 {option} 不带值",
        "bad-choice": "选项 {option} 没有“{word}”这个值，可用的有：{choices}",
        "bad-severity": "选项 {option} 应写作 规则=级别，例如 A301=warning，不能是“{word}”",
        "bad-number": "选项 {option} 应为正整数，不能是“{word}”",
        "bad-encoding": "没有编码“{word}”",
        "bad-language": "环境变量 GPAR_LINT_LANG 应为 zh 或 en，不能是“{word}”",
        "unknown-rule": "没有规则“{word}”",
        "no-rule": "请写明规则的编号或名称，或者用 --all",
        "rule-and-all": "--all 不能与规则编号一起使用",
        "no-path": "请写明要读的文件或文件夹",
        "excluded": "跳过命令行上写明的 {count} 个文件，例如 {path}：配置或 --exclude 排除了",
        "expired": "{place}：对 {rules} 的忽略已于 {until} 到期，不再生效",
        "config-file": "配置文件：{file}",
        "no-config": "没有",
        "by-default": "默认",
        "rules-run": "运行 {count} 条规则",
        "rules-left-out": "不运行：{rules}",
        "baseline-written": "已把 {count} 个问题记入基线 {path}",
        "not-read": "{option} 给的 {path} 不存在，或者读不出年报",
        "no-operands": "这个子命令不带“{word}”这样的参数",
        "file-by-option": "要写入 {word}，请写作 -o {word}",
        "bad-suffix": "不能写出 {suffix} 文件，可以写 {choices}；{path} 请换一个后缀",
        "bad-address": "选项 {option} 应写作 主机:端口，不能是“{word}”",
        "no-shell": "请写明为哪一种 shell 生成：{choices}",
        "unknown-shell": "没有为“{word}”准备的补全，可用的有：{choices}",
        "stdin-twice": "标准输入只能读一次",
        "output-is-input": "{path} 是要检查的文件，不能把结果写到那里",
        "cannot-write": "不能写入 {path}：{error}",
        "disk-full": "没有空间写入 {path}",
        "no-folder": "不能写入 {path}：没有这个文件夹",
        "is-folder": "不能写入 {path}：这是一个文件夹",
        "no-permission": "不能写入 {path}：没有权限",
        "changed": "没有写入 {path}：检查期间文件已被改动，请再运行一次",
        "read-only": "没有写入 {path}：这是只读文件",
        "no-file": "没有写入 {path}：这不是普通文件",
        "not-encodable": "不能修复 {path}：按原来的编码不能原样写回",
        "no-document": "请写明要批注的 Word 文档（.docx）",
        "one-output": "一次批注几个文件时不能用 --output-file {path}：批注后的文件各有各的名字",
        "no-output": "从标准输入读取时，请用 --output-file 写明批注后的文件",
        "annotates-itself": "{path} 就是要批注的原文件；批注写在另一份里，请换一个文件名",
        "no-word-document": "{path} 不是 .docx，不能写入 Word 批注；"
        "请用 Word 或 WPS 打开后另存为 .docx 再批注",
        "is-open": "没有写入 {path}：正在 Word、WPS 或 LibreOffice 中打开，请先关闭"
        "（如果没有打开，请删去 {lock}）",
        "copy-changed": "没有写入 {path}：已有这个文件，且不是批注后未动过的那一份，"
        "覆盖会丢失改动；请先移走，或者用 --output-file 换一个文件名",
        "exists": "没有写入 {path}：已有这个文件；要覆盖请加上 --force",
        "written": "已写入 {path}",
        "bad-year": "选项 {option} 应为{first}年以后的四位年份，不能是“{word}”",
        "annotated": "已写入 {path}：批注 {count} 处",
        "no-text": "Word、PDF 文件不能自动修复（{count} 个，例如 {path}）；"
        "可以用 gpar-lint annotate 在 Word 文件中标出问题",
        "fixed-file": "已修复 {path}：{count} 处（{rules}）",
        "fixed-files": "共修复 {files} 个文件：{count} 处（{rules}）",
        "fixable-file": "可修复 {path}：{count} 处（{rules}）",
        "fixable-files": "共可修复 {files} 个文件：{count} 处（{rules}）",
        "look-over": "其中 {count} 处须人工复核",
        "can-fix": "可以自动修复 {count} 处：加上 --fix（先看改动：--diff）",
        "unsafe-left": "另有 {count} 处可以加上 --unsafe-fixes 修复，改后须人工复核",
        "comma": "，",
        "no-reports": "没有找到年度报告：{paths}",
        "command-meant": "没有文件 {word}；要运行子命令 {nearest} 吗？",
        "skipped": "跳过 {path}：不像年度报告",
        "lock": "跳过 {path}：这是文档打开时 Word、WPS 留下的临时文件，不是报告",
        "needs-quotes": '路径里有空格，请用英文双引号括起来："{path}"',
        "no-pdf-support": "跳过 {count} 个 PDF 文件，例如 {path}：读取 PDF 需要另装组件，"
        "运行 pip install pypdfium2",
        "no-libreoffice": "跳过 {count} 个旧格式的文件，例如 {path}：读取 .doc、.wps 需要安装 "
        "LibreOffice，也可以另存为 .docx 再检查",
        "timing": "{path}：{milliseconds:.1f} 毫秒",
        "usage": "用法：",
        "commands": "子命令：",
        "options": "选项：",
        "default": "（默认 {value}）",
    },
    "en": {
        "error": "error: {message}",
        "note": "note: {message}",
        "see-help": "see gpar-lint {command} --help",
        "did-you-mean": "; did you mean {nearest}?",
        "unknown-option": "there is no option {word}",
        "no-hyphens": "there is no file {word}; an option begins with ASCII hyphens",
        "needs-value": "option {option} needs a value",
        "takes-no-value": "option {option} takes no value",
        "bad-choice": "option {option} has no value “{word}”; it can be: {choices}",
        "bad-severity": "option {option} is RULE=LEVEL, such as A301=warning, not “{word}”",
        "bad-number": "option {option} is a positive whole number, not “{word}”",
        "bad-encoding": "there is no encoding “{word}”",
        "bad-language": "the environment variable GPAR_LINT_LANG is zh or en, not “{word}”",
        "unknown-rule": "there is no rule “{word}”",
        "no-rule": "name a rule by its code or name, or say --all",
        "rule-and-all": "--all and a rule's code exclude each other",
        "no-path": "name the files or folders to be read",
        "excluded": "skipped files that were named but are excluded: {count}, such as {path}",
        "expired": "{place}: the suppression of {rules} ended on {until} and no longer holds",
        "config-file": "configuration: {file}",
        "no-config": "none",
        "by-default": "default",
        "rules-run": "rules that run: {count}",
        "rules-left-out": "rules that do not: {rules}",
        "baseline-written": "written to the baseline {path}: {count} findings",
        "not-read": "{path}, given by {option}, is not there or no report can be read from it",
        "no-operands": "this command takes no operand such as “{word}”",
        "file-by-option": "to write {word}, say -o {word}",
        "bad-suffix": "{suffix} files cannot be written, but {choices}: give {path} another suffix",
        "bad-address": "option {option} is HOST:PORT, not “{word}”",
        "no-shell": "name a shell: {choices}",
        "unknown-shell": "there is no completion for “{word}”; there is: {choices}",
        "stdin-twice": "standard input can be read once only",
        "output-is-input": "{path} is to be checked; the results cannot be written there",
        "cannot-write": "cannot write {path}: {error}",
        "disk-full": "no space left to write {path}",
        "no-folder": "cannot write {path}: there is no such folder",
        "is-folder": "cannot write {path}: it is a folder",
        "no-permission": "cannot write {path}: permission denied",
        "changed": "not written: {path}; it has been changed meanwhile, please run again",
        "read-only": "not written: {path}; it is read-only",
        "no-file": "not written: {path}; it is no regular file",
        "not-encodable": "cannot fix {path}: its encoding would not give it back as it is",
        "no-document": "name the Word document (.docx) to be annotated",
        "one-output": "of several documents each has a copy of its own name: "
        "--output-file {path} is for one",
        "no-output": "say by --output-file where the copy of standard input goes",
        "annotates-itself": "{path} is the document itself; the comments go into a copy",
        "no-word-document": "{path} is no .docx, so no Word comments can be written; "
        "open it in Word or WPS and save it as .docx",
        "is-open": "not written: {path}; it is open in Word, WPS or LibreOffice, close it first "
        "(if it is not, delete {lock})",
        "copy-changed": "not written: {path}; it is there already and no copy left as it was "
        "written, so changes would be lost: move it away, or give --output-file another name",
        "exists": "not written: {path} is there already; --force replaces it",
        "written": "written: {path}",
        "bad-year": "option {option} is a year of four figures from {first} on, not “{word}”",
        "annotated": "written: {path}, {count} comments",
        "no-text": "Word and PDF files cannot be fixed ({count}, such as {path}); "
        "gpar-lint annotate marks the findings in a Word file",
        "fixed-file": "fixed {path}: {count} ({rules})",
        "fixed-files": "fixed in {files} files: {count} ({rules})",
        "fixable-file": "can be fixed in {path}: {count} ({rules})",
        "fixable-files": "can be fixed in {files} files: {count} ({rules})",
        "look-over": "to be looked over by a person: {count}",
        "can-fix": "can be fixed: {count}, with --fix (--diff shows the changes first)",
        "unsafe-left": "--unsafe-fixes would fix more, to be looked over by a person: {count}",
        "comma": ", ",
        "no-reports": "no annual report found: {paths}",
        "command-meant": "there is no file {word}; did you mean the command {nearest}?",
        "skipped": "skipped {path}: it does not look like an annual report",
        "lock": "skipped {path}: Word or WPS keeps it while a document is open; it is no report",
        "needs-quotes": 'the path has blanks, so put it in quotation marks: "{path}"',
        "no-pdf-support": "skipped PDF files: {count}, such as {path}; reading them needs "
        "another package: pip install pypdfium2",
        "no-libreoffice": "skipped files of an old format: {count}, such as {path}; reading them "
        "needs LibreOffice, or save them as .docx",
        "timing": "{path}: {milliseconds:.1f} ms",
        "usage": "usage: ",
        "commands": "commands:",
        "options": "options:",
        "default": " (default: {value})",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text with its values filled in."""
    return _TEXTS[language][key].format_map(values)


def explain(error: CommandError, language: str, command: str) -> str:
    """An error in words, with the nearest known word and where the usage is explained."""
    message = say(error.key, language, **error.values)
    nearest = error.values.get("nearest")
    if nearest:
        message += say("did-you-mean", language, nearest=nearest)
    text = say("error", language, message=message)
    if isinstance(error, UsageError):
        text += "\n" + say("see-help", language, command=command)
    return text
