"""Answers as callbacks: accepted first, delivered later; in order, each once, through errors and power cuts."""

import base64
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import standardwebhooks
import svix.webhooks

from conversation import EVIDENCE, LOBBY, PROBLEM, WHYS, Press
from raiz_client import Webhook, until

SECRET = "whsec_" + base64.b64encode(os.urandom(32)).decode()
STEPS = LOBBY + [PROBLEM, EVIDENCE, WHYS[0], Press(2), Press(1)]


class Receiver(ThreadingHTTPServer):
    """The other side's callback. It verifies every attempt with both libraries and keeps what it heard."""

    daemon_threads = True
    attempts = None  # each (id, message, the status it was answered with)

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Handler)
        self.attempts = []
        self.refusals = []  # statuses for the next attempts; "silence" never answers
        self.silence = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def accepted(self):
        return [(id, message) for id, message, status in self.attempts if status == 204]

    def close(self):
        self.silence.set()
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        status = self.server.refusals.pop(0) if self.server.refusals else 204
        try:
            for library in (standardwebhooks, svix.webhooks):
                library.Webhook(SECRET).verify(body, headers)
            event = json.loads(body)
            assert headers["content-type"] == "application/json" and event["type"] == "message.send"
        except Exception as error:  # kept, so that the test fails with it
            event, status = {"data": repr(error)}, "unverified"
        self.server.attempts.append((headers.get("webhook-id"), event["data"], status))
        if status == "silence":
            self.server.silence.wait()
            return
        self.send_response(status if isinstance(status, int) else 400)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def team(server, receiver):
    """A sender of an account that answers by callback to a private address, which the account allows."""
    server.sql(
        "INSERT INTO account (id, organization, channel, delivery, callback_url, secrets, locale, allows_private_hosts)"
        " VALUES ('eco', 'demo', 'generic', 'callback', ?, ?, 'es-CL', 1)",
        f"http://127.0.0.1:{receiver.server_port}/eco?canal=ñandú", json.dumps([SECRET]))  # fmt: skip
    return Webhook(server, account="eco", secret=SECRET)


def accept(team, step):
    response = team.post(team.body(step))
    assert response.status_code == 202 and response.content == b""


def sent(server):
    """All that was said to the sender, in order: (id, text)."""
    return server.sql("SELECT id, text FROM transcript WHERE direction = 'out' ORDER BY sequence")


def assert_delivered(server, receiver, seconds=60):
    """Everything arrives in the order in which it was said, each message once."""
    until(lambda: len(receiver.accepted) >= len(sent(server)), "everything is delivered", seconds)
    assert [(id, message["text"]) for id, message in receiver.accepted] == sent(server)
    until(lambda: server.sql("SELECT DISTINCT status FROM outbox") == [("sent",)], "the outbox is drained")
    assert {status for _, _, status in receiver.attempts} <= {204, 500, "silence"}


def test_conversation(server, receiver, team):
    for step in STEPS:
        accept(team, step)
        assert_delivered(server, receiver)
        team.choices = receiver.accepted[-1][1].get("choices", [])
    (_, first), (_, last) = receiver.accepted[0], receiver.accepted[-1]
    assert first["to"] == "ana-1" and first["conversation"] == {"id": "ana-1"} and first["dialogue"] is None
    assert last["text"] == f"¿Por qué «{WHYS[0]}»?" and last["dialogue"]


def test_refused_at_first(server, receiver, team):
    """The first attempt fails, so everything waits behind it; the retry has the same id."""
    receiver.refusals = [500]
    for step in STEPS[:6]:
        accept(team, step)
    assert_delivered(server, receiver)
    assert [status for _, _, status in receiver.attempts[:2]] == [500, 204]
    assert receiver.attempts[0][0] == receiver.attempts[1][0]


def test_killed_before_delivery(server, receiver, team):
    """Nobody listens when the messages are accepted; the server dies, and delivers them in its next life."""
    port = receiver.server_port
    receiver.close()
    for step in STEPS[:6]:
        accept(team, step)
    server.kill()
    reopened = Receiver(port)
    try:
        server.start()
        assert_delivered(server, reopened)
    finally:
        reopened.close()


def test_killed_during_delivery(server, receiver, team):
    """Whether an attempt under way arrived, nobody knows: once its minute is over it is made again, under the same id."""
    receiver.refusals = ["silence"]
    for step in STEPS[:6]:
        accept(team, step)
    until(lambda: receiver.attempts, "the first attempt")
    server.kill()
    server.sql("UPDATE outbox SET due_at = due_at - 60000")  # the minute goes by
    server.start()
    assert_delivered(server, receiver)
    assert receiver.attempts[0][0] == receiver.attempts[1][0]


def test_killed_after_every_message(server, receiver, team):
    for step in STEPS[:7]:
        accept(team, step)
        server.kill()
        server.sql("UPDATE outbox SET due_at = due_at - 60000 WHERE status = 'pending'")
        server.start()
    until(lambda: not server.sql("SELECT 1 FROM outbox WHERE status = 'pending'"), "the outbox is drained")
    arrived = dict.fromkeys(id for id, _ in receiver.accepted)  # an attempt that was cut off may have arrived before
    assert list(arrived) == [id for id, _ in sent(server)]
