"""The guard against the network works, or no other test can be trusted to be local."""

import socket

import pytest


def test_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as other, pytest.raises(RuntimeError, match="may not connect"):
        other.connect(("192.0.2.1", 80))


def test_connection_within_the_machine_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as other:
        other.connect(server.getsockname())

        assert other.getpeername() == server.getsockname()
