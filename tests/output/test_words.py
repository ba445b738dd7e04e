"""Both languages say the same things."""

from __future__ import annotations

import re

import pytest

from gpar_lint.cli.texts import _TEXTS
from gpar_lint.output.html.words import WORDS as PAGE_WORDS
from gpar_lint.output.words import WORDS


@pytest.mark.parametrize("texts", [WORDS, PAGE_WORDS, _TEXTS], ids=["output", "page", "cli"])
def test_both_languages_have_the_same_texts_with_the_same_values(
    texts: dict[str, dict[str, str]],
) -> None:
    assert texts["zh"].keys() == texts["en"].keys()
    for key in texts["zh"]:
        fields = [sorted(re.findall(r"{(\w+)", texts[language][key])) for language in texts]
        assert fields[0] == fields[1], key
