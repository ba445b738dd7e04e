"""Everything that the server answers to, in one place."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gpar_lint.format.manual import read_manual
from gpar_lint.linter.diagnostics import rule_page
from gpar_lint.server import completion, hover, lenses, links, navigation, outline
from gpar_lint.server.acting import Acting
from gpar_lint.server.actions import FIX_ALL, QUICK_FIX
from gpar_lint.server.client import Client
from gpar_lint.server.convert import places, shown
from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.convert.edits import SHOW_RULE, ActionWriter
from gpar_lint.server.diagnosing import Diagnosing, Pull, Push
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.requests import register_requests
from gpar_lint.server.session import Session
from gpar_lint.server.surroundings import WATCHED, FileChange, Surroundings
from gpar_lint.server.surveying import Survey
from gpar_lint.server.uris import path_of
from gpar_lint.server.watchdog import end_with, is_running

if TYPE_CHECKING:
    from gpar_lint.server.running import Server

_DELAY = 200  # milliseconds without a change before a document is checked


def register(server: Server, session: Session) -> None:
    """Register what every client gets; the rest follows what the client says it can do."""
    client = Client(server)
    tasks: list[asyncio.Task[None]] = []  # kept: the loop forgets a task that nobody holds

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        client.introduce(params.capabilities)
        session.encoding = str(server.workspace.position_encoding or "utf-16")
        # A process that cannot be seen from here (in another container) is not waited for.
        if params.process_id is not None and is_running(params.process_id):
            tasks.append(asyncio.ensure_future(end_with(params.process_id)))
        options = params.initialization_options
        given: Mapping[str, Any] = options if isinstance(options, dict) else {}
        roots = partial(_roots, server)
        writer = DiagnosticWriter(client, session.positions_in)
        diagnosing = _register_diagnosing(server, session, client, writer, _delay(given))
        surroundings = Surroundings(session, client, writer, diagnosing, roots)
        _register_documents(server, session, diagnosing, surroundings)
        _register_files(server, client, surroundings)
        _register_actions(server, session, ActionWriter(client, writer))
        # An editor's extension that shows rules by itself cannot have the server's command too.
        if SHOW_RULE not in given.get("clientCommands", ()):
            _register_show_rule(server, session, client)
        _register_shown(server, session, client)
        _register_navigation(server, session, client)
        register_requests(server, session, writer)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.was_shut_down = True


def _roots(server: Server) -> list[str]:
    """The folders of the workspace, as they are now."""
    uris = [folder.uri for folder in server.workspace.folders.values()]
    if not uris and server.workspace.root_uri:
        uris = [server.workspace.root_uri]
    return [path for uri in uris if (path := path_of(uri))]


def _delay(options: Mapping[str, Any]) -> float:
    """The pause asked for, in seconds."""
    delay = options.get("debounce", _DELAY)
    return (delay if isinstance(delay, int | float) and 0 <= delay <= 10_000 else _DELAY) / 1000


def _register_diagnosing(
    server: Server, session: Session, client: Client, writer: DiagnosticWriter, delay: float
) -> Diagnosing:
    """Diagnostics are pulled by a client that can, and pushed to any other."""
    if not client.pulls:
        return Push(session, client, writer, delay)
    pull = Pull(session, client, writer, delay)
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=True, identifier="gpar-lint"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnose(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        return await pull.answer(params)

    survey = Survey(server, session, writer, partial(_roots, server))

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def diagnose_workspace(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        return await survey.answer(params)

    return pull


def _register_documents(
    server: Server, session: Session, diagnosing: Diagnosing, surroundings: Surroundings
) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        document = OpenDocument(item.uri, item.version, item.text, item.language_id, 0.0)
        session.put(document)
        diagnosing.opened(document)
        surroundings.opened(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        before = session.document(uri)
        if before and params.content_changes:
            now = asyncio.get_running_loop().time()
            text = params.content_changes[-1].text
            document = before._replace(version=version, text=text, changed_at=now)
            session.put(document)
            diagnosing.changed(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)
        diagnosing.closed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        surroundings.saved(params.text_document.uri)


def _register_files(server: Server, client: Client, surroundings: Surroundings) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        client.watch(WATCHED)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        deleted = types.FileChangeType.Deleted
        changes = [FileChange(each.uri, each.type == deleted) for each in params.changes]
        surroundings.files_changed(changes)

    filters = [types.FileOperationFilter(types.FileOperationPattern(glob)) for glob in WATCHED]
    options = types.FileOperationRegistrationOptions(filters)

    @server.feature(types.WORKSPACE_DID_DELETE_FILES, options)
    def files_deleted(params: types.DeleteFilesParams) -> None:
        surroundings.files_changed([FileChange(each.uri, gone=True) for each in params.files])

    @server.feature(types.WORKSPACE_DID_RENAME_FILES, options)
    def files_renamed(params: types.RenameFilesParams) -> None:
        old = [FileChange(each.old_uri, gone=True) for each in params.files]
        new = [FileChange(each.new_uri, gone=False) for each in params.files]
        surroundings.files_changed(old + new)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configuration_changed(params: types.DidChangeConfigurationParams) -> None:
        surroundings.reload()


def _register_actions(server: Server, session: Session, writer: ActionWriter) -> None:
    acting = Acting(session, writer)
    options = types.CodeActionOptions([QUICK_FIX, FIX_ALL], resolve_provider=writer.resolves)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def offer_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return acting.offer(params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    def resolve_action(params: types.CodeAction) -> types.CodeAction:
        return acting.resolve(params)


def _register_show_rule(server: Server, session: Session, client: Client) -> None:
    @server.command(SHOW_RULE)
    def show_rule(code: str) -> dict[str, str] | None:
        """The rule's page is opened; its manual is the answer, for clients that show it."""
        rule = session.linters.rulebook.rules.get(code)
        if rule is None:
            return None
        if not client.show(rule_page(code)):
            client.say(f"{code} {rule.title[session.language]} {rule_page(code)}")
        manual = read_manual(code)
        return manual.sections if manual else {}


def _register_shown(server: Server, session: Session, client: Client) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def show_hover(params: types.HoverParams) -> types.Hover | None:
        analysis = session.analysis(params.text_document.uri)
        if analysis is None:
            return None
        found = hover.hover_at(analysis, places.offset(analysis.positions, params.position))
        return shown.hover(analysis.positions, found, client) if found else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())
    def show_lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        analysis = session.analysis(params.text_document.uri)
        return shown.lenses(analysis.positions, lenses.lenses_of(analysis)) if analysis else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def show_outline(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        analysis = session.analysis(params.text_document.uri)
        if analysis is None:
            return []
        entries = outline.outline_of(analysis)
        if client.can("text_document.document_symbol.hierarchical_document_symbol_support"):
            return shown.symbols(analysis.positions, entries)
        return list(shown.flat_symbols(analysis.positions, entries, params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def show_folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        analysis = session.analysis(params.text_document.uri)
        return shown.folds(analysis.positions, outline.folds_of(analysis)) if analysis else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())
    def show_links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        analysis = session.analysis(params.text_document.uri)
        return shown.links(analysis.positions, links.links_of(analysis), client) if analysis else []

    options = types.CompletionOptions(trigger_characters=list(completion.TRIGGERS))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        analysis = session.analysis(params.text_document.uri)
        if analysis is None:
            return None
        offset = places.offset(analysis.positions, params.position)
        offers = completion.offers_at(analysis, offset)
        return shown.completions(analysis.positions, analysis.text, offers, client)


def _register_navigation(server: Server, session: Session, client: Client) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(
        params: types.DefinitionParams,
    ) -> list[types.Location] | list[types.LocationLink]:
        uri = params.text_document.uri
        analysis = session.analysis(uri)
        if analysis is None:
            return []
        offset = places.offset(analysis.positions, params.position)
        cells = navigation.definitions(analysis, offset)
        claim = navigation.claim_span(analysis, offset)
        if claim and client.can("text_document.definition.link_support"):
            return shown.location_links(analysis.positions, claim, cells, uri)
        return shown.locations(analysis.positions, cells, uri)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(params: types.ReferenceParams) -> list[types.Location]:
        uri = params.text_document.uri
        analysis = session.analysis(uri)
        if analysis is None:
            return []
        offset = places.offset(analysis.positions, params.position)
        with_cells = params.context.include_declaration
        spans = navigation.references(analysis, offset, with_cells=with_cells)
        return shown.locations(analysis.positions, spans, uri)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlight(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        analysis = session.analysis(params.text_document.uri)
        if analysis is None:
            return []
        offset = places.offset(analysis.positions, params.position)
        return shown.highlights(analysis.positions, navigation.highlights(analysis, offset))
