"""Sessions with the language server: a real client, a real process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Union

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import (
    ClientServerConfig,
    LanguageClient,
    LspSpecificationWarning,
    make_test_lsp_client,
)

from tests.server.editor import CAPABILITIES, Editor

COMMAND = [sys.executable, "-m", "gpar_lint", "server"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a client cannot understand is an error."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            name = f"error::{LspSpecificationWarning.__module__}.LspSpecificationWarning"
            item.add_marker(pytest.mark.filterwarnings(name))


def make_client() -> LanguageClient:
    """A client that also answers what pytest-lsp's own does not."""
    client = make_test_lsp_client()
    client.registrations = []  # type: ignore[attr-defined]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.registrations.extend(params.registrations)  # type: ignore[attr-defined]

    @client.feature(types.WORKSPACE_CODE_LENS_REFRESH)
    def refresh_lenses(params: None) -> None:
        pass

    _tell_actions_from_commands(client)
    return client


def _tell_actions_from_commands(client: LanguageClient) -> None:
    """lsprotocol takes a code action that has a command for a command."""
    converter = client.protocol._converter

    def structure(data: dict[str, Any], _: object) -> types.Command | types.CodeAction:
        is_command = isinstance(data.get("command"), str)
        return converter.structure(data, types.Command if is_command else types.CodeAction)

    actions = Union[types.Command, types.CodeAction]  # noqa: UP007 (as lsprotocol has it)
    converter.register_structure_hook(actions, structure)


CONFIG = ClientServerConfig(COMMAND, client_factory=make_client)


async def _session(client: LanguageClient, folder: Path, name: str, debounce: int = 20) -> None:
    params = types.InitializeParams(
        capabilities=CAPABILITIES[name](),
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        initialization_options={"debounce": debounce},
    )
    await client.initialize_session(params)


@pytest_lsp.fixture(config=CONFIG, params=sorted(CAPABILITIES))
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest, tmp_path: Path):
    """A client, as each of the editors in turn."""
    await _session(lsp_client, tmp_path, request.param)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def pushed(lsp_client: LanguageClient, tmp_path: Path):
    """A client that diagnostics are pushed to."""
    await _session(lsp_client, tmp_path, "vscode-1.65")
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def pulling(lsp_client: LanguageClient, tmp_path: Path):
    """A client that pulls diagnostics."""
    await _session(lsp_client, tmp_path, "vscode")
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def patient(lsp_client: LanguageClient, tmp_path: Path):
    """A client that pulls diagnostics, from a server that waits long for the typing to pause."""
    await _session(lsp_client, tmp_path, "vscode", debounce=2000)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def neovim(lsp_client: LanguageClient, tmp_path: Path):
    """Neovim as a client: it counts in UTF-8."""
    await _session(lsp_client, tmp_path, "neovim")
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG, scope="module", params=sorted(CAPABILITIES))
async def shared(
    lsp_client: LanguageClient,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
):
    """A client for all tests of a module, as each of the editors in turn."""
    await _session(lsp_client, tmp_path_factory.mktemp("shared"), request.param)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def reader(shared: LanguageClient, tmp_path: Path) -> Editor:
    """An editor over the client that the tests of a module share; its files are its own."""
    return Editor(shared, tmp_path)


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    """An editor, as each of the clients in turn."""
    return Editor(client, tmp_path)
