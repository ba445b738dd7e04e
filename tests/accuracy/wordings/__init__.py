"""A consistent report in random words: what its sentences count is what its tables count."""

from __future__ import annotations

from random import Random

from gpar_lint.format.edition import Edition
from tests.accuracy.draft import Draft, Part
from tests.accuracy.wordings.agencies import draw_agency
from tests.accuracy.wordings.applications import Applications
from tests.accuracy.wordings.closing import Closing
from tests.accuracy.wordings.disclosure import Disclosure
from tests.accuracy.wordings.figures import draw_figures
from tests.accuracy.wordings.headings import Headings
from tests.accuracy.wordings.opening import Opening
from tests.accuracy.wordings.overview import TOPICS, Overview


def draw(edition: Edition, year: int, random: Random) -> Draft:
    """A consistent report on a year."""
    agency = draw_agency(random)
    draft = Draft(edition, year, agency, draw_figures(edition, random))
    return write(draft, random)


def write(draft: Draft, random: Random) -> Draft:
    """The draft with its parts written, in words drawn at random, about its figures."""
    opening, overview = Opening(draft, random), Overview(draft, random)
    closing, headings = Closing(draft, random), Headings(draft, random)
    texts = dict(
        zip(
            TOPICS,
            (
                Disclosure(draft, random).paragraph(),
                Applications(draft, random).paragraph(),
                overview.management(),
                overview.platforms(),
                overview.supervision(),
            ),
            strict=True,
        )
    )
    if random.random() < 0.5:
        texts[random.choice(TOPICS[2:])] += overview.distraction()
    contact = Part("联系", closing.contact())
    preamble = opening.preamble()
    at_end = random.random() < 0.7
    draft.parts = [
        Part("题", opening.title(), 1),
        *preamble,
        *([] if at_end else [contact]),
        headings.chapter("一"),
        Part("开头", opening.opening()),
        *overview.topics(texts),
        *headings.tables(),
        headings.chapter("五"),
        *closing.problems(),
        headings.chapter("六"),
        *closing.remarks(),
        *([contact] if at_end else []),
        *closing.signature(),
    ]
    return draft
