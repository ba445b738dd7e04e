"""What the features show, as the protocol's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from gpar_lint.server.client import Client
from gpar_lint.server.completion import Offer
from gpar_lint.server.convert.places import span_range
from gpar_lint.server.hover import Hover
from gpar_lint.server.lenses import Lens
from gpar_lint.server.links import Link
from gpar_lint.server.navigation import Highlight
from gpar_lint.server.outline import Entry
from gpar_lint.server.positions import Positions
from gpar_lint.text.span import Span

_SYMBOLS = {
    "title": types.SymbolKind.File,
    "chapter": types.SymbolKind.Module,
    "topic": types.SymbolKind.Namespace,
    "table": types.SymbolKind.Struct,
    "row": types.SymbolKind.Field,
}
_ITEMS = {
    "rule": types.CompletionItemKind.Constant,
    "document": types.CompletionItemKind.Reference,
    "text": types.CompletionItemKind.Text,
}


def hover(positions: Positions, shown: Hover, client: Client) -> types.Hover:
    """A hover, in Markdown where the client takes it."""
    text = "\n\n---\n\n".join(shown.parts)
    kind = types.MarkupKind.Markdown
    if not client.takes_markdown("text_document.hover.content_format"):
        kind, text = types.MarkupKind.PlainText, text.replace("**", "")
    return types.Hover(types.MarkupContent(kind, text), span_range(positions, shown.span))


def lenses(positions: Positions, shown: Iterable[Lens]) -> list[types.CodeLens]:
    """Code lenses. They say something and do nothing: their command has no name."""
    return [
        types.CodeLens(span_range(positions, lens.span), types.Command(lens.text, ""))
        for lens in shown
    ]


def symbols(positions: Positions, entries: Sequence[Entry]) -> list[types.DocumentSymbol]:
    """The outline as a tree."""
    return [
        types.DocumentSymbol(
            entry.name,
            _SYMBOLS[entry.kind],
            span_range(positions, entry.span),
            span_range(positions, entry.head),
            detail=entry.detail or None,
            children=symbols(positions, entry.parts),
        )
        for entry in entries
    ]


def flat_symbols(
    positions: Positions, entries: Sequence[Entry], uri: str, container: str | None = None
) -> Iterator[types.SymbolInformation]:
    """The outline as a list, for clients that know no tree."""
    for entry in entries:
        location = types.Location(uri, span_range(positions, entry.span))
        yield types.SymbolInformation(
            location, entry.name, _SYMBOLS[entry.kind], container_name=container
        )
        yield from flat_symbols(positions, entry.parts, uri, entry.name)


def folds(positions: Positions, spans: Iterable[Span]) -> list[types.FoldingRange]:
    """What can be folded, by lines."""
    lines = positions.lines
    found = [(lines.line_of(span.start), lines.line_of(span.end)) for span in spans]
    return [
        types.FoldingRange(start, end, kind=types.FoldingRangeKind.Region)
        for start, end in sorted(found)
        if end > start
    ]


def locations(positions: Positions, spans: Iterable[Span], uri: str) -> list[types.Location]:
    """Places in a document."""
    return [types.Location(uri, span_range(positions, span)) for span in spans]


def location_links(
    positions: Positions, origin: Span, spans: Iterable[Span], uri: str
) -> list[types.LocationLink]:
    """The way from a place to others in the same document."""
    start = span_range(positions, origin)
    ranges = [span_range(positions, span) for span in spans]
    return [types.LocationLink(uri, target, target, start) for target in ranges]


def highlights(positions: Positions, shown: Iterable[Highlight]) -> list[types.DocumentHighlight]:
    """Places marked; what the others make is marked as written, they as read."""
    kinds = types.DocumentHighlightKind
    return [
        types.DocumentHighlight(
            span_range(positions, one.span), kinds.Write if one.result else kinds.Read
        )
        for one in shown
    ]


def links(positions: Positions, shown: Iterable[Link], client: Client) -> list[types.DocumentLink]:
    """Links."""
    tooltips = client.can("text_document.document_link.tooltip_support")
    return [
        types.DocumentLink(
            span_range(positions, link.span),
            link.target,
            tooltip=link.tooltip if tooltips and link.tooltip else None,
        )
        for link in shown
    ]


def completions(
    positions: Positions, text: str, offers: Sequence[Offer], client: Client
) -> types.CompletionList:
    """Completion items, in the order of the offers."""
    markdown = client.takes_markdown(
        "text_document.completion.completion_item.documentation_format"
    )
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    items = []
    for place, offer in enumerate(offers):
        replaced = text[offer.span.start : offer.span.end].strip()
        document = f"```\n{offer.documentation}\n```" if markdown else offer.documentation
        items.append(
            types.CompletionItem(
                offer.label,
                kind=_ITEMS[offer.kind],
                detail=offer.detail or None,
                documentation=types.MarkupContent(kind, document) if offer.documentation else None,
                sort_text=f"{'0' if offer.first else '1'}{place:04}",
                # Clients filter by what the item takes the place of.
                filter_text=offer.label
                if offer.label.startswith(replaced)
                else f"{replaced} {offer.label} {offer.detail}",
                text_edit=types.TextEdit(span_range(positions, offer.span), offer.text),
            )
        )
    return types.CompletionList(is_incomplete=True, items=items)
