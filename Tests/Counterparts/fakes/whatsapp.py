"""A WhatsApp Cloud API of our own, on loopback, that plays Meta both ways and can be told to misbehave.

    with FakeWhatsApp(webhook="http://127.0.0.1:8080/webhooks/whatsapp/liceo") as meta:
        ana = meta.person("Ana", number="56911112222", user_id="CL.1")
        meta.say(ana, "hola")                     # posts a signed webhook, opens Ana's window
        question = meta.wait(ana)                 # what the server sent her next
        meta.press(ana, question, 0)              # presses its first button
        meta.trouble("silence")                   # the next message is taken and never answered

`meta.url` is the address for the server under test. Everything is kept in `sent`, `reads` and `counts`.
"""

import hashlib
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass

from fakes.whatsapp_http import Handler, Server
from fakes.whatsapp_people import WINDOW, People
from fakes.whatsapp_rules import GraphError, check
from fakes.whatsapp_webhooks import Webhooks

# What goes wrong before a message is taken: the answer, or "drop" for none.
BEFORE = {
    "rate": GraphError(130429, "too fast", 429, headers={"Retry-After": "1"}),
    "app-rate": GraphError(4, "app limit", 400),
    "pair": GraphError(131056, "pair rate", 400),
    "error": GraphError(131000, "internal", 500),
    "unavailable": GraphError(131016, "overloaded", 503),
    "window": GraphError(131047, "More than 24 hours have passed", 400),
    "unreachable": GraphError(131026, "undeliverable", 400),
    "spam": GraphError(131048, "spam", 400),
    "token": GraphError(190, "Session has expired", 401),
    "page-before": "page", "drop-before": "drop",
}  # fmt: skip
# What goes wrong after it was taken: nobody is told that it was.
AFTER = {"page-after", "silence", "drop-after"}
# What is taken, answered as always, and fails later in a status.
LATE = {"window-late": 131047, "blocked": 131026, "limited-late": 131049}


@dataclass
class Sent:
    """A message that the fake took."""

    wamid: str
    chat: str
    kind: str
    text: str
    options: list
    ours: str | None
    body: dict
    at: float


@dataclass
class Trouble:
    kind: str
    times: int
    chat: str | None
    seconds: float = 0


class FakeWhatsApp(People, Webhooks):
    def __init__(
        self, webhook=None, *, phone_number_id="1122334455667", number="56220000000", token="TOKEN",
        app_secret="s3cr3t", verify_token="VERIFY", seed=1,
    ):  # fmt: skip
        self.webhook, self.phone_number_id, self.number = webhook, phone_number_id, number
        self.token, self.app_secret, self.verify_token = token, app_secret, verify_token
        self.seed = seed
        # One generator for each purpose, so that threads do not change each other's luck.
        self._order, self._luck = random.Random(f"order {seed}"), random.Random(f"luck {seed}")
        self.clock = time.time
        self.templates = {("recordatorio", "es_CL"): "Hola {{1}}, nos vemos el {{2}}.", ("hola", "es_CL"): "Hola."}
        self.groups = {}  # id: people
        self.statuses = ("sent", "delivered")
        self.late_window = True  # a closed window shows in a status, as it mostly does
        self.pair_limit = None  # messages to one person in 6 s; Meta's is 45
        self.duplicates = 0.0  # how often a webhook that was accepted comes once more
        self.disorder = False  # statuses in any order
        self.redeliveries, self.patience = 5, 0.05  # a refused webhook: how often again, and the first wait
        self.sent, self.reads, self.counts, self.deliveries = [], [], Counter(), []
        self._people, self._troubles, self._ours, self._media = [], [], {}, {}
        self._inbound = {}  # wamid: who wrote it
        self._odds = (0.0, [])
        self._held, self._next, self._pending = None, 0, 0
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._stopped = threading.Event()
        self._server = None

    # Life

    def start(self):
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.fake = self
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def stop(self):
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()

    __enter__ = start

    def __exit__(self, *_):
        self.stop()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_port}/v24.0"

    # Trouble

    def trouble(self, kind, times=1, person=None, seconds=0.0):
        """The next messages (to a person) meet this: a kind of BEFORE, AFTER or LATE, or "slow"."""
        assert kind in BEFORE or kind in AFTER or kind in LATE or kind == "slow", kind
        chat = None if person is None else self.chat_of(person)
        with self._lock:
            self._troubles.append(Trouble(kind, times, chat, seconds))

    def misbehave(self, rate, kinds):
        """From now on, every message meets one of these with this probability, by the seed."""
        self._odds = (rate, list(kinds))

    def _meet(self, chat):
        with self._lock:
            for trouble in self._troubles:
                if trouble.chat in (None, chat):
                    trouble.times -= 1
                    if trouble.times <= 0:
                        self._troubles.remove(trouble)
                    return trouble
            rate, kinds = self._odds
            if kinds and self._luck.random() < rate:
                return Trouble(self._luck.choice(kinds), 1, None)
        return None

    # What the server under test asks for

    def chat_of(self, person):
        """The key of a person's chat in `sent`: the same, whichever id a message was sent to."""
        return person.user_id or person.number

    def chat(self, person_or_group):
        key = person_or_group if isinstance(person_or_group, str) else self.chat_of(person_or_group)
        with self._lock:
            return [sent for sent in self.sent if sent.chat == key]

    def wait(self, person, after=0, seconds=30):
        """The person's message number `after`, from 0, as soon as it is there."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while len(found := self.chat(person)) <= after:
                left = deadline - time.monotonic()
                assert left > 0 and self._changed.wait(left), f"no message {after} for {person.name}"
            return found[after]

    def settle(self, seconds=30):
        """Waits until every status that is due has been posted."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while self._pending:
                left = deadline - time.monotonic()
                assert left > 0 and self._changed.wait(left), "statuses are still due"

    def find(self, address):
        return next((person for person in self._people if address in (person.number, person.user_id)), None)

    def messages(self, body):
        """Takes a message, or raises `GraphError`. Returns the answer, and what goes wrong with it, if anything."""
        if isinstance(body, dict) and body.get("status") == "read":
            return self._read(body), None
        message = check(body, self.templates)
        with self._lock:
            person = None if message.is_group else self.find(re.sub(r"\D", "", message.address)) or self.find(
                message.address
            )
            if message.is_group and message.address not in self.groups:
                raise GraphError(131041, "Group unknown")
            chat = message.address if person is None else self.chat_of(person)
            trouble = self._meet(chat)
            kind = trouble.kind if trouble else None
            if isinstance(BEFORE.get(kind), GraphError):
                raise BEFORE[kind]
            if kind in ("page-before", "drop-before"):
                self.counts["refused"] += 1
                return None, trouble
            if person and self.pair_limit and self._recent(chat) >= self.pair_limit:
                raise BEFORE["pair"]
            failure = LATE.get(kind)
            if not message.is_group and message.template is None and not self._is_open(person):
                if not self.late_window:
                    raise BEFORE["window"]
                failure = failure or 131047
            wamid = f"wamid.OUT{self._count():06}"
            sent = Sent(wamid, chat, message.kind, message.text, message.options, message.ours, body, self.clock())
            if failure is None:
                self.sent.append(sent)
                if message.ours is not None:
                    self.counts["repeats"] += message.ours in self._ours
                    self._ours[message.ours] = wamid
            self.counts["accepted"] += 1
            self._pending += 1
            self._changed.notify_all()
        threading.Thread(target=self._report, args=(sent, message, person, failure), daemon=True).start()
        known = {"user_id": person.user_id} if person and "recipient" in body else {"wa_id": message.address}
        return {
            "messaging_product": "whatsapp", "contacts": [{"input": message.address} | known],
            "messages": [{"id": wamid} | ({"message_status": "accepted"} if message.template else {})],
        }, trouble  # fmt: skip

    def _is_open(self, person):
        return person is not None and person.last is not None and self.clock() - person.last <= WINDOW

    def _recent(self, chat):
        return sum(1 for sent in self.sent if sent.chat == chat and self.clock() - sent.at < 6)

    def _read(self, body):
        known = self._inbound.get(body.get("message_id"))
        if known is None:
            raise GraphError(131009, "message_id is not a message of somebody's")
        typing = body.get("typing_indicator")
        if typing is not None and typing != {"type": "text"}:
            raise GraphError(131009, "typing_indicator.type must be text")
        with self._lock:
            self.reads.append((body["message_id"], typing is not None))
        return {"success": True}

    def file(self, id, query):
        """What `GET /<media>` answers; good for five minutes."""
        if id not in self._media or query.get("phone_number_id", [self.phone_number_id]) != [self.phone_number_id]:
            raise GraphError(100, "Object does not exist", 400, subcode=33)
        content, mime_type, _ = self._media[id]
        url = f"{self.url.rsplit('/', 1)[0]}/files/{id}?ext={int(self.clock()) + 300}"
        return {"messaging_product": "whatsapp", "url": url, "mime_type": mime_type, "id": id,
                "sha256": hashlib.sha256(content).hexdigest(), "file_size": len(content)}  # fmt: skip
