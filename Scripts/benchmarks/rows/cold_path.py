"""The time to the first event of a stream, by a generated client and by bare URLSession, on the loopback.

Cold: each time a new client with a new connection. Both are taken in turns in one process, and the medians compared.
"""

import contextlib
import json
import socket
import subprocess
import threading

from measuring import Measure
from places import harness

_EVENT = b'data: {"type":"response.output_text.delta","sequence_number":1,"item_id":"m","output_index":0,"content_index":0,"delta":"Hello"}\n\n'


def measure():
    program = harness("ColdPath")
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threading.Thread(target=serve, args=[listener], daemon=True).start()
    port = listener.getsockname()[1]
    output = subprocess.run([program, str(port), "400"], check=True, capture_output=True, text=True).stdout
    figures = json.loads(output)
    detail = {"client_ms": figures["client"], "urlsession_ms": figures["bare"]}
    ratio = figures["client"] / figures["bare"]
    return [Measure("first event of a new client", ratio, "x", 1.10, ratio, "bare URLSession", detail=detail)]


def serve(listener):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=[connection], daemon=True).start()


def answer(connection):
    """Answers each request of a connection with a stream of one event, which ends a moment later; clients may hang up."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    with contextlib.suppress(OSError), connection, connection.makefile("rb") as requests:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while line := requests.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = requests.readline()
            requests.read(length)
            connection.sendall(head + b"%x\r\n%b\r\n" % (len(_EVENT), _EVENT))
            connection.sendall(b"0\r\n\r\n")
