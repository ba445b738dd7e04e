"""Messages as they go over the wire, without any library's help."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import IO, Any

COMMAND = [sys.executable, "-m", "gpar_lint", "server"]


def message(method: str, params: Any = None, number: int | None = None) -> bytes:
    """A message as it goes over the wire."""
    content: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
    if number is not None:
        content["id"] = number
    body = json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def initialize(
    process: int | None, capabilities: dict[str, Any] | None = None, **options: Any
) -> bytes:
    """The first message."""
    params = {
        "processId": process,
        "rootUri": None,
        "capabilities": capabilities or {},
        "initializationOptions": options,
    }
    return message("initialize", params, 1)


def did_open(text: str, uri: str = "file:///nowhere/%E5%B9%B4%E6%8A%A5.txt") -> bytes:
    """A document is opened."""
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return message("textDocument/didOpen", {"textDocument": item})


def did_change(
    text: str, version: int, uri: str = "file:///nowhere/%E5%B9%B4%E6%8A%A5.txt"
) -> bytes:
    """The whole text of a document is another."""
    document = {"uri": uri, "version": version}
    params = {"textDocument": document, "contentChanges": [{"text": text}]}
    return message("textDocument/didChange", params)


def read_message(stream: IO[bytes]) -> dict[str, Any]:
    """The next message of the server."""
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    content: dict[str, Any] = json.loads(stream.read(length))
    return content


def wait_for(stream: IO[bytes], method: str) -> dict[str, Any]:
    """The next message of a kind."""
    while True:
        found = read_message(stream)
        if found.get("method") == method:
            return found


def send(server: subprocess.Popen[bytes], *messages: bytes) -> None:
    """Send messages to a server."""
    assert server.stdin
    server.stdin.write(b"".join(messages))
    server.stdin.flush()
