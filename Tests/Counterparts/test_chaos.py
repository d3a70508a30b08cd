"""Two hundred people at once, providers that misbehave at random, and a power cut in the middle.

    pytest Tests/Counterparts/test_chaos.py --heavy -s          CHAOS_SEED=7 repeats a run's luck

What arrives is compared with what was said: everything, in order, for each person. Where a provider can tell a
repetition (a webhook's id, WhatsApp's report with our id) each message arrives once; Telegram cannot, so there a
message may come again for each attempt of which nobody knows what became.
"""

import itertools
import os
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from conversation import REFLECTIONS
from messengers import TelegramVisitor, WhatsAppVisitor, connect_callback, connect_telegram, connect_whatsapp
from raiz_client import Webhook, until

SEED = int(os.environ.get("CHAOS_SEED") or random.randrange(10**6))
PEOPLE = {"telegram": 100, "whatsapp": 60, "generic": 40}
# Of what a provider may answer, what it does after it took the message.
TELEGRAM = {"_429": 0.04, "_500": 0.02, "_502": 0.02, "_500_after": 0.02, "drop": 0.02, "drop_after": 0.02,
            "slow": 0.05, "portal": 0.01}  # fmt: skip
WHATSAPP = ["rate", "app-rate", "error", "unavailable", "error", "unavailable", "page-before", "drop-before",
            "page-after", "drop-after"]  # fmt: skip


def steps(number):
    """A whole conversation: in by a code, up the ladder, and out."""
    return ["ARM234", "2", "escalera de la metacognición", f"{REFLECTIONS[0]} ({number})", "saltar",
            f"{REFLECTIONS[1]} ({number})", f"{REFLECTIONS[2]} ({number})"]  # fmt: skip


class Chaos:
    def __init__(self, server):
        self.server, self.times = server, []
        self.telegram = connect_telegram(server, seed=SEED)
        self.telegram.storm(duplicates=0.05, **TELEGRAM)
        self.meta = connect_whatsapp(server, seed=SEED)
        self.meta.misbehave(0.10, WHATSAPP)
        self.meta.trouble("silence", times=2)
        self.meta.duplicates, self.meta.disorder, self.meta.redeliveries = 0.05, True, 10
        luck, lock = random.Random(SEED), threading.Lock()

        def misbehave(_):
            with lock:
                draw = luck.random()
            return "after" if draw < 0.05 else 500 if draw < 0.10 else 503 if draw < 0.11 else None

        self.receiver, self.secret = connect_callback(server, misbehave=misbehave)
        self.telegram.delivery.post = self.timed(self.telegram.delivery.post)
        self.meta.post = self.timed(self.meta.post)

    def timed(self, post):
        def timed(*arguments):
            begun = time.monotonic()
            taken = post(*arguments)
            if taken in (True, 200, 202):
                self.times.append((time.monotonic() - begun) * 1000)
            return taken

        return timed

    def person(self, number, kind):
        """Somebody who answers as soon as they have read something."""
        if kind == "telegram":
            visitor = TelegramVisitor(self.server, self.telegram, f"P{number}")
        elif kind == "whatsapp":
            visitor = WhatsAppVisitor(self.server, self.meta, f"P{number}")
        else:
            visitor = Caller(self, f"eco-{number}")
        time.sleep(random.Random(f"{SEED} {number}").random() * 3)
        for step in steps(number):
            before = len(visitor.said)
            visitor.write(step)
            until(lambda: len(visitor.said) > before, f"an answer for P{number} to «{step}»", 400)
        return number, kind, visitor


class Caller:
    """Another system that signs, sends, and sends again under the same id until it is taken."""

    ids = itertools.count()

    def __init__(self, chaos, external):
        self.chaos, self.external = chaos, external
        self.webhook = Webhook(chaos.server, external, "eco", chaos.secret)

    def write(self, text):
        body, id = self.webhook.event(text=text), f"msg_{next(self.ids)}"

        def post(*_):
            try:
                return self.webhook.post(body, id).status_code
            except httpx.TransportError:
                return None

        until(lambda: self.chaos.timed(post)() == 202, "it is taken", 120)

    @property
    def said(self):
        return [message["text"] for message in list(self.chaos.receiver.heard.get(self.external, []))]


def once(said):
    """Without what was said again right after itself: nothing overtakes what is repeated."""
    return [text for text, _ in itertools.groupby(said)]


@pytest.mark.heavy
def test_two_hundred_people_and_a_power_cut(start):
    print(f"\nCHAOS_SEED={SEED}")
    server = start(RAIZ_LOG_LEVEL="error")
    begun, chaos = time.monotonic(), Chaos(server)
    people = list(enumerate(kind for kind, count in PEOPLE.items() for _ in range(count)))
    over = threading.Event()

    def hurry():
        """The five minutes before a webhook's third attempt go by in one second."""
        while not over.wait(1):
            server.sql("UPDATE outbox SET due_at = 0 WHERE account = 'eco' AND status = 'pending' AND attempts > 0"
                       " AND problem IS NOT NULL")  # fmt: skip

    with ThreadPoolExecutor(len(people) + 1) as pool:
        pool.submit(hurry)
        told = [pool.submit(chaos.person, *person) for person in people]
        try:
            heard = lambda: server.sql("SELECT COUNT(*) FROM transcript WHERE direction = 'in'")[0][0]
            wanted = sum(len(steps(number)) for number, _ in people)
            until(lambda: heard() > wanted * 0.4, "two fifths are said", 300)
            server.kill()
            cut = time.monotonic()
            time.sleep(0.5)
            server.start()
            visitors = [done.result() for done in told]
            until(lambda: not server.sql("SELECT 1 FROM outbox WHERE status = 'pending' LIMIT 1"), "all has gone", 300)
        finally:
            over.set()
    chaos.telegram.settle()
    chaos.meta.settle()
    report(server, chaos, time.monotonic() - begun, cut - begun)

    repeats = 0
    for number, kind, visitor in visitors:
        transcript = server.transcript(visitor.external)
        assert [text for direction, text in transcript if direction == "in"] == steps(number)
        out = [text for direction, text in transcript if direction == "out"]
        if kind == "telegram":
            assert once(visitor.said) == out, visitor.external
            repeats += len(visitor.said) - len(out)
        elif kind == "whatsapp":
            # Options that do not fit in a list are numbered in the text.
            assert [text.split("\n\n1) ")[0] for text in visitor.said] == [text.split("\n\n1) ")[0] for text in out]
        else:
            assert visitor.said == out
    doubtful = sum(attempt.method == "sendMessage" and (attempt.status == 0 or attempt.status >= 500)
                   for attempt in chaos.telegram.attempts)  # fmt: skip
    cut_off = server.sql("SELECT COUNT(*) FROM attempt WHERE result IS NULL")[0][0]
    assert repeats <= doubtful + cut_off
    assert chaos.meta.counts["repeats"] == 0
    assert server.sql("SELECT status, COUNT(*) FROM dialogue GROUP BY status") == [("finished", len(people))]
    for number, kind, visitor in visitors:
        words = [f"{REFLECTIONS[n]} ({number})" for n in range(3)]
        kept = server.sql("SELECT text FROM outcome WHERE text IN (?, ?, ?) ORDER BY number", *words)
        assert [text for (text,) in kept] == words
    chaos.receiver.close()
    chaos.telegram.stop()
    chaos.meta.stop()


def report(server, chaos, seconds, cut):
    rows = server.sql(
        "SELECT account, COUNT(*), SUM(attempts), SUM(attempts > 1), MAX(attempts) FROM outbox GROUP BY account")
    print(f"{seconds:.0f} s in all, power cut after {cut:.0f} s, load {os.getloadavg()[0]:.1f}")
    for account, messages, attempts, again, most in rows:
        print(f"{account:<7} {messages} messages, {attempts} attempts, {again} messages more than once, at most {most}")
        waits = sorted(wait / 1000 for (wait,) in server.sql(
            "SELECT MAX(attempt.at) - transcript.at FROM attempt JOIN transcript ON transcript.id = message"
            " JOIN outbox USING (message) WHERE account = ? GROUP BY message", account))  # fmt: skip
        middle, late = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
        print(f"        waited p50 {middle:.1f} s, p99 {late:.1f} s, longest {waits[-1]:.1f} s")
    print("attempts came to:", dict(Counter(dict(server.sql("SELECT result, COUNT(*) FROM attempt GROUP BY result")))))
    print(f"arrived again: telegram {chaos.telegram.repeats}, whatsapp {chaos.meta.counts['repeats']}, "
          f"generic {chaos.receiver.repeats} (known by their id)")  # fmt: skip
    times = sorted(chaos.times)
    print(f"{len(times)} webhooks acknowledged: p50 {times[len(times) // 2]:.0f} ms, "
          f"p99 {times[len(times) * 99 // 100]:.0f} ms, slowest {times[-1]:.0f} ms")  # fmt: skip
