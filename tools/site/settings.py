"""The reference of the configuration's keys, from the JSON Schema that ships with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from gpar_lint.format.resources import builtin

_TYPES = {
    "string": "字符串",
    "number": "数",
    "array": "数组",
    "object": "表",
}


def settings_page() -> str:
    """The page 配置参考.md."""
    schema = json.loads(builtin().read("gpar-lint.schema.json"))
    return "\n".join(_page(schema["properties"])) + "\n"


def _page(keys: Mapping[str, Any]) -> Iterator[str]:
    yield "# 配置参考\n"
    yield "`gpar-lint.toml`（或 `pyproject.toml` 的 `[tool.gpar-lint]`）的全部键，"
    yield "由[配置的 JSON Schema](../rules/gpar-lint.schema.json) 生成。怎样写、怎样生效，"
    yield "见[配置、忽略和基线](配置.md)。\n"
    for key, about in keys.items():
        yield f"## {key}\n\n{_meaning(about)}。\n"
        yield f"- 类型：{_type(about)}"
        if "default" in about:
            yield f"- 默认：`{json.dumps(about['default'], ensure_ascii=False)}`"
        yield ""
        inner = about.get("items", {}).get("properties")
        if inner:
            yield f"`[[{key}]]` 的键：\n\n| 键 | 类型 | 含义 |\n|---|---|---|"
            for name, each in inner.items():
                due = "（必需）" if name in about["items"].get("required", ()) else ""
                yield f"| `{name}`{due} | {_type(each)} | {_meaning(each)} |"
            yield ""


def _meaning(about: Mapping[str, Any]) -> str:
    """What a key means; its first line is in Chinese."""
    meaning: str = about["description"].partition("\n")[0]
    return meaning


def _type(about: Mapping[str, Any]) -> str:
    if "enum" in about:
        return "、".join([f"`{value}`" for value in about["enum"]])
    if about.get("format") == "date":
        return "日期"
    if "items" in about:
        return "表的数组" if "properties" in about["items"] else "字符串的数组"
    if about.get("additionalProperties"):
        return f"表，值为{_type(about['additionalProperties'])}"
    least, most = about.get("exclusiveMinimum"), about.get("maximum")
    limits = [f"大于 {least}" if least is not None else "", f"不大于 {most}" if most else ""]
    said = "、".join([limit for limit in limits if limit])
    return _TYPES[about["type"]] + (f"，{said}" if said else "")
