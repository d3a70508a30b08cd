"""A power cut after every message, and in the middle of one, changes nothing of what was said and recorded."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from conversation import EVERYTHING, OUTCOMES
from raiz_client import Webhook


def result(server):
    rows = json.loads(server.export("json"))["rows"]
    for row in rows:
        del row["origin"]  # names the dialogue by an id that differs in every run
    return server.outcomes(), rows, server.transcript("ana-1")


@pytest.fixture
def undisturbed(start):
    server = start()
    Webhook(server).converse(EVERYTHING)
    return result(server)


def test_killed_after_every_message(start, undisturbed):
    server = start()
    team = Webhook(server)
    for number, step in enumerate(EVERYTHING):
        body, id = team.body(step), f"msg_{number}"
        answer = team.post(body, id)
        assert answer.status_code == 200, answer.text
        server.kill()
        server.start()
        again = team.post(body, id)
        assert again.content == answer.content, "an acknowledged message is remembered with its answer"
        team.choices = answer.json()["messages"][-1].get("choices", [])
    assert result(server) == undisturbed
    assert result(server)[0] == OUTCOMES


def test_killed_in_the_middle(start, undisturbed):
    """Killed at another moment of each message, which is then sent again until it is acknowledged."""
    server = start()
    team = Webhook(server)
    with ThreadPoolExecutor(1) as pool:
        for number, step in enumerate(EVERYTHING):
            body, id = team.body(step), f"msg_{number}"
            attempt = pool.submit(team.post, body, id)
            time.sleep(number % 8 / 1000)
            server.kill()
            if not isinstance(attempt.exception(), (httpx.TransportError, type(None))):
                raise attempt.exception()
            server.start()
            answer = team.post(body, id)
            assert answer.status_code == 200, answer.text
            team.choices = answer.json()["messages"][-1].get("choices", [])
    assert result(server) == undisturbed
