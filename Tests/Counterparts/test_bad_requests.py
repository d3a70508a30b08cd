"""What must not break anything: requests that are wrong, too large, too many, repeated, or that come at a bad moment."""

import resource
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import pytest

from conversation import EVIDENCE, LOBBY, OUTCOMES, PROBLEM
from raiz_client import Webhook


@pytest.fixture
def team(shared_server):
    """A team of its own for each test, at the first question of the five whys."""
    return Webhook(shared_server, sender=uuid4().hex).converse(LOBBY)


def at_once(*calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def assert_problem(response, status, code=None):
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    problem = response.json()
    assert problem["status"] == status and problem["detail"]
    assert code is None or problem["code"] == code


def assert_undisturbed(team, before):
    """Nothing of a refused request was kept, and the dialogue stands where it stood."""
    assert team.server.transcript(team.sender) == before
    team.say(PROBLEM)
    team.say(EVIDENCE)
    assert team.server.outcomes(dialogue_of(team)) == OUTCOMES[:1]


def dialogue_of(team):
    return team.server.sql("SELECT dialogue FROM address WHERE external = ?", team.sender)[0][0]


LONG_AGO = datetime.now(timezone.utc) - timedelta(minutes=6)
REFUSED = {
    "malformed JSON": (400, dict(body='{"type": "message.received", ')),
    "not an object": (400, dict(body="[]")),
    "no sender": (400, dict(body='{"type":"message.received","timestamp":"2026-11-21T12:00:00Z","data":{"text":"x"}}')),
    "nothing said": (400, dict(body='{"type":"message.received","timestamp":"2026-11-21T12:00:00Z","data":{"sender":{"id":"x"}}}')),
    "no id": (401, dict(webhook_id=None)),
    "no timestamp": (401, dict(webhook_timestamp=None)),
    "no signature": (401, dict(webhook_signature=None)),
    "wrong signature": (403, dict(webhook_signature="v1," + "A" * 43 + "=")),
    "signature of another id": (403, dict(webhook_id="msg_other")),
    "stale": (403, dict(at=LONG_AGO)),
    "renewed timestamp": (403, dict(webhook_timestamp=str(int(LONG_AGO.timestamp())))),
    "not JSON by its type": (415, dict(content_type="text/plain")),
    "no content type": (415, dict(content_type=None)),
    "too large": (413, dict(body='{"padding": "' + "á" * 300_000 + '"}')),
}  # fmt: skip


@pytest.mark.parametrize("status, changes", REFUSED.values(), ids=REFUSED.keys())
def test_refused(team, status, changes):
    before = team.server.transcript(team.sender)
    changes = {"body": team.event(text="no debe quedar")} | changes
    assert_problem(team.post(**changes), status)
    assert_undisturbed(team, before)


def test_unknown_account(shared_server):
    stranger = Webhook(shared_server, account="nadie")
    assert_problem(stranger.post(stranger.event(text="hola")), 404, "unknown-account")
    web = Webhook(shared_server, account="web")
    assert_problem(web.post(web.event(text="hola")), 404)


@pytest.mark.parametrize("content", [{"text": "ñ" * 100_000}, {"media": {"kind": "sticker"}}, {"media": {"kind": "audio"}}])
def test_not_an_answer(team, content):
    """What cannot be an answer gets kind words and the question again, and nothing is recorded."""
    response = team.post(team.event(**content))
    assert response.status_code == 200
    *kind, question = [message["text"] for message in response.json()["messages"]]
    assert kind and all(len(text) < 300 for text in kind)
    assert team.server.outcomes(dialogue_of(team)) == []
    before = team.server.transcript(team.sender)
    assert before[-1] == ("out", question)
    assert_undisturbed(team, before)


def test_five_times_the_same(team):
    body = team.event(text=PROBLEM)
    responses = at_once(*[lambda: team.post(body, id="msg_five")] * 5)
    assert [response.status_code for response in responses] == [200] * 5
    assert len({response.content for response in responses}) == 1
    transcript = team.server.transcript(team.sender)
    assert transcript.count(("in", PROBLEM)) == 1
    assert team.post(body, id="msg_five").content == responses[0].content
    assert team.server.transcript(team.sender) == transcript


def test_two_messages_at_once(team):
    """Both are heard, one after the other: the first is the problem, the second its evidence."""
    texts = {PROBLEM, "Un tercio de las tareas de escritura de 7° llega incompleta desde abril"}
    responses = at_once(*[lambda text=text: team.post(team.event(text=text)) for text in texts])
    assert [response.status_code for response in responses] == [200, 200]
    ((_, problem, fields),) = team.server.outcomes(dialogue_of(team))
    assert {problem, fields["evidence"]} == texts
    said = [text for direction, text in team.server.transcript(team.sender) if direction == "in"]
    assert said[-2:] == [problem, fields["evidence"]]


def test_many_teams_at_once(shared_server):
    teams = [Webhook(shared_server, sender=f"equipo-{number}") for number in range(8)]
    at_once(*[lambda team=team: team.converse(LOBBY + [PROBLEM, EVIDENCE]) for team in teams])
    for team in teams:
        assert shared_server.outcomes(dialogue_of(team)) == OUTCOMES[:1]


def test_too_many(start):
    server = start(RAIZ_WEBHOOK_RATE="2")
    team = Webhook(server)
    responses = at_once(*[lambda: team.post(team.event(text="hola"))] * 40)
    statuses = Counter(response.status_code for response in responses)
    assert set(statuses) == {200, 429} and statuses[200] >= 6
    refused = next(response for response in responses if response.status_code == 429)
    assert_problem(refused, 429, "too-many")
    assert int(refused.headers["retry-after"]) > 0
    assert server.transcript(team.sender).count(("in", "hola")) == statuses[200]


@contextmanager
def locked(server):
    """Another program holds the database for longer than the server waits for it."""
    with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def disk_full(server):
    """No file of the server can be written any more."""
    pid = server.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("trouble", [locked, disk_full])
def test_store_fails(team, trouble):
    """What cannot be stored is not acknowledged; once it can, the same event succeeds."""
    before = team.server.transcript(team.sender)
    body, id = team.event(text=PROBLEM), f"msg_{uuid4().hex}"
    with trouble(team.server):
        refused = team.post(body, id=id)
    assert_problem(refused, 503)
    assert int(refused.headers["retry-after"]) > 0
    assert team.server.transcript(team.sender) == before
    assert team.post(body, id=id).status_code == 200
    assert team.server.transcript(team.sender).count(("in", PROBLEM)) == 1
