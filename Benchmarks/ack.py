#!/usr/bin/env python3
"""How fast webhooks are acknowledged, while delivery is healthy and while it fails.

    .build-counterparts/bin/python Benchmarks/ack.py [--rate 200] [--seconds 20] [--binary .build/release/raiz]

Starts `raiz serve` with an empty database, lets people join, and sends their answers at a steady rate, whether or not
earlier ones were acknowledged: what is late is counted as late. The other side's callback answers 204, then 500, then
nothing at all. Prints p50, p99 and the slowest in milliseconds, and ends with 1 if a p99 is over `--limit`.
"""

import argparse
import os
import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests/Counterparts"))

PEOPLE = 100
ANSWER = "La mitad de las tareas de lectura llega incompleta desde marzo"


class Callback(ThreadingHTTPServer):
    daemon_threads, request_queue_size, behaviour = True, 256, "healthy"

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.attempts, self.over = 0, threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.server.attempts += 1
        if self.server.behaviour == "silence":
            self.server.over.wait(60)
            self.close_connection = True
            return
        self.send_response(204 if self.server.behaviour == "healthy" else 500)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Line(threading.local):
    """A connection of each thread's own, without a client library that would be slower than what it measures."""

    socket = None

    def post(self, port, path, headers, body):
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", port), 30)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"POST {path} HTTP/1.1\r\nhost: raiz\r\n{head}content-length: {len(body)}\r\n\r\n"
        self.socket.sendall(head.encode() + body)
        answer = b""
        while b"\r\n\r\n" not in answer:
            received = self.socket.recv(4096)
            if not received:
                raise ConnectionError("the server hung up")
            answer += received
        return int(answer.split()[1])


def measure(behaviour, rate, seconds):
    from raiz_client import Server, Webhook

    with tempfile.TemporaryDirectory() as folder:
        callback = Callback()
        server = Server(Path(folder), RAIZ_WEBHOOK_RATE="5000", RAIZ_LOG_LEVEL="critical")
        server.start()
        try:
            server.sql(
                "INSERT INTO account (id, organization, channel, delivery, callback_url, secrets, locale,"
                " allows_private_hosts) VALUES ('eco', 'demo', 'generic', 'callback', ?, json_array(?), 'es-CL', 1)",
                f"http://127.0.0.1:{callback.server_port}/", server.secret,
            )  # fmt: skip
            people = [Webhook(server, f"persona-{number}", "eco") for number in range(PEOPLE)]
            for step in ("ARM234", "2", "los 5 porqués"):
                for person in people:
                    assert person.post(person.event(text=step)).status_code == 202
            callback.behaviour = behaviour
            # Signed beforehand, so that only the server is measured.
            orders = []
            for number in range(rate * seconds):
                person = people[number % PEOPLE]
                body = person.event(text=f"{ANSWER} ({number})")
                orders.append((person.headers(body), body.encode(), person.path))
            port, line, times, statuses = int(server.url.rsplit(":", 1)[1]), Line(), [], []
            begun = time.monotonic() + 0.2

            def send(number):
                headers, body, path = orders[number]
                due = begun + number / rate
                time.sleep(max(0, due - time.monotonic()))
                statuses.append(line.post(port, path, headers, body))
                times.append((time.monotonic() - due) * 1000)

            with ThreadPoolExecutor(48) as pool:
                list(pool.map(send, range(len(orders))))
            assert set(statuses) == {202}, set(statuses)
            waiting = server.sql("SELECT COUNT(*) FROM outbox WHERE status = 'pending'")[0][0]
        finally:
            callback.over.set()
            server.kill()
            callback.shutdown()
            callback.server_close()
    times.sort()
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"{behaviour:<8} {len(times):>6} messages  p50 {p50:7.1f}  p99 {p99:7.1f}  max {times[-1]:7.1f} ms"
          f"   {callback.attempts} attempts, {waiting} waiting at the end", flush=True)  # fmt: skip
    return p50, p99


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rate", type=int, default=200, help="messages a second")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--binary", help="the program to measure; .build/debug/raiz unless told")
    parser.add_argument("--limit", type=float, default=250, help="the p99 in milliseconds that is still good")
    parser.add_argument("--only", choices=["healthy", "refused", "silence"], help="one of the three")
    options = parser.parse_args()
    if options.binary:
        os.environ["RAIZ_BINARY"] = str(Path(options.binary).resolve())
    print(f"load of the machine before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    kinds = [options.only] if options.only else ["healthy", "refused", "silence"]
    results = {kind: measure(kind, options.rate, options.seconds) for kind in kinds}
    if "healthy" in results:
        for kind in kinds[1:]:
            p50, p99 = (failing / healthy for failing, healthy in zip(results[kind], results["healthy"]))
            print(f"{kind} against healthy: p50 ×{p50:.1f}, p99 ×{p99:.1f}")
    print(f"load of the machine after: {os.getloadavg()[0]:.2f}")
    sys.exit(any(p99 > options.limit for _, p99 in results.values()))


if __name__ == "__main__":
    main()
