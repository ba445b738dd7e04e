"""The server's process: how it starts, what cannot break it, how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.editor import CLEAN
from tests.server.wire import (
    COMMAND,
    did_change,
    did_open,
    initialize,
    message,
    read_message,
    send,
    wait_for,
)

SECONDS = 2  # within which the server follows its client


Server = subprocess.Popen[bytes]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that has not been spoken to."""
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        process.kill()


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_it_ends_when_it_is_told_to(server: Server) -> None:
    send(server, initialize(os.getpid()))
    assert server.stdout
    assert read_message(server.stdout)["result"]["serverInfo"]["name"] == "gpar-lint"
    send(server, message("initialized", {}), message("shutdown", number=2), message("exit"))
    assert server.wait(SECONDS) == 0


def test_an_end_without_goodbye_is_told_by_the_status(server: Server) -> None:
    send(server, initialize(None), message("exit"))
    assert server.wait(SECONDS + 5) == 1


def test_it_ends_with_its_input(server: Server) -> None:
    send(server, initialize(os.getpid()))
    assert server.stdout and server.stdin
    read_message(server.stdout)
    server.stdin.close()
    server.wait(SECONDS)


def test_it_ends_with_a_client_whose_pipe_somebody_still_holds(server: Server) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as client:
        send(server, initialize(client.pid))
        assert server.stdout
        read_message(server.stdout)
        client.kill()
        server.wait(SECONDS)  # its standard input is open all the time


def test_everyday_events_are_no_news_for_the_log() -> None:
    """A text typed on before it was checked, a request cancelled that has been answered."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    uri = "file:///nowhere/a.txt"
    ask = {"textDocument": {"uri": uri}}
    with subprocess.Popen(COMMAND, **streams) as process:  # type: ignore[call-overload]
        pulling = {"textDocument": {"diagnostic": {}}}
        send(process, initialize(None, pulling, debounce=500), did_open(CLEAN, uri))
        send(process, did_change(CLEAN, 2, uri), message("textDocument/diagnostic", ask, 2))
        send(process, did_change(CLEAN + "\n", 3, uri), message("$/cancelRequest", {"id": 77}))
        while (answer := read_message(process.stdout)).get("id") != 2:
            pass
        assert answer["error"]["data"] == {"retriggerRequest": True}
        send(process, message("shutdown", number=3), message("exit"))
        _, said = process.communicate(timeout=60)
    assert said.decode() == ""


def test_a_client_that_cannot_be_seen_is_not_waited_for(server: Server) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    send(server, initialize(gone.pid), did_open(CLEAN))
    assert server.stdout
    wait_for(server.stdout, "textDocument/publishDiagnostics")
    time.sleep(1)
    assert server.poll() is None


CLIENT = """
    import subprocess, sys, time
    server = subprocess.Popen({command!r}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    server.stdin.write({messages!r})
    server.stdin.flush()
    server.stdout.readline()
    print(server.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_it_ends_with_a_client_that_is_killed() -> None:
    program = CLIENT.format(command=COMMAND, messages=initialize(None) + did_open(CLEAN))
    command = [sys.executable, "-c", textwrap.dedent(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as client:
        assert client.stdout
        server = int(client.stdout.readline())
        assert is_running(server)
        client.send_signal(signal.SIGKILL)
        client.wait()
        deadline = time.monotonic() + SECONDS
        while is_running(server) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not is_running(server)


FAULTY = """
    import sys
    from gpar_lint.checks.registry import KINDS
    from gpar_lint.cli.main import entry

    def check(context, rule):
        print("a rule that prints")
        raise ValueError("a rule that raises")
        yield

    KINDS["missing-title"] = check
    sys.argv = ["gpar-lint", "server"]
    entry()
"""


def test_a_rule_that_prints_and_raises_breaks_nothing() -> None:
    command = [sys.executable, "-c", textwrap.dedent(FAULTY)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        send(
            server,
            initialize(None),
            did_open(CLEAN.replace("新收政府信息公开申请23件", "新收政府信息公开申请25件")),
        )
        assert server.stdout and server.stderr
        shown = wait_for(server.stdout, "textDocument/publishDiagnostics")["params"]
        codes = {each["code"] for each in shown["diagnostics"]}
        assert codes == {"Z006", "C401"}
        send(server, message("shutdown", number=2), message("exit"))
        assert server.wait(SECONDS) == 0
        assert b"a rule that prints" in server.stderr.read()


def test_what_cannot_be_understood_is_survived(server: Server) -> None:
    send(server, initialize(None))
    body = b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {"x": 1}}'
    send(server, b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    send(server, message("textDocument/didChange", {"textDocument": 1}))
    send(server, message("gpar-lint/unknown", {}, 8), message("$/setTrace", {"value": "off"}))
    lone = did_open(CLEAN + "\ud800 \x00 \ufeff", "file:///tmp/a.txt")
    send(server, lone)
    assert server.stdout
    shown = wait_for(server.stdout, "textDocument/publishDiagnostics")["params"]
    assert shown["uri"] == "file:///tmp/a.txt"


@pytest.mark.parametrize(
    "uri",
    [
        "file:///tmp/%E5%8E%BF/%e5%b9%b4%E6%8A%A5.txt",
        "file:///tmp/县/年报 2024.txt",
        "file:///c%3A/报告/年报.txt",
        "file:///C:/%E6%8A%A5%E5%91%8A/a%23b%3Fc.txt",
        "untitled:Untitled-1",
    ],
)
def test_a_document_keeps_the_name_that_the_client_gives_it(server: Server, uri: str) -> None:
    wrong = CLEAN.replace("新收政府信息公开申请23件", "新收政府信息公开申请25件")
    send(server, initialize(None), did_open(wrong, uri))
    assert server.stdout
    shown = wait_for(server.stdout, "textDocument/publishDiagnostics")["params"]
    assert shown["uri"] == uri
    assert [each["code"] for each in shown["diagnostics"]] == ["C401"]


def test_it_serves_over_tcp() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen([*COMMAND, "--tcp", f"127.0.0.1:{port}"]) as server:
        for _ in range(100):
            try:
                connection = socket.create_connection(("127.0.0.1", port))
                break
            except OSError:
                time.sleep(0.1)
        with connection, connection.makefile("rwb") as stream:
            stream.write(initialize(None))
            stream.flush()
            assert read_message(stream)["result"]["capabilities"]["hoverProvider"]
        server.wait(SECONDS + 5)
