"""No test reaches another machine. The addresses are set aside for documentation: nobody answers there."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")])
def test_another_machine_is_refused(family, host):
    with socket.socket(family) as connection, pytest.raises(SocketConnectBlockedError):
        connection.connect((host, 80))


def test_this_machine_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_a_socket_in_the_file_system_is_reached(tmp_path):
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "postgresql"))
        server.listen()

        client.connect(str(tmp_path / "postgresql"))
