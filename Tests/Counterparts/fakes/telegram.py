"""A Telegram for tests: the Bot API on one side, people with their phones on the other.

    telegram = Telegram(seed=7).start()
    paula = telegram.person("Paula")
    ...setWebhook to a server under test...
    paula.say("hola"); telegram.settle(); paula.screen[-1]["text"]; paula.press("Sí")

It refuses what the real one refuses, in its words, and can be told to misbehave: `trouble` and `storm`.
"""

import json
import random
import threading
from collections import Counter
from dataclasses import dataclass, field

from .telegram_bot_api import BotAPI
from .telegram_delivery import Delivery
from .telegram_http import Handler, Server
from .telegram_people import Group, Person


@dataclass
class Attempt:
    """One call of the Bot API, and the status it was answered with; 0 when it was not answered."""

    method: str
    params: dict
    status: int


@dataclass
class Trouble:
    """What goes wrong with the next calls that match."""

    kind: str
    method: str = "sendMessage"
    chat: int | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 0.2

    def matches(self, method, params):
        here = self.chat is None or str(params.get("chat_id")) == str(self.chat)
        return self.times > 0 and method.lower() == self.method.lower() and here


@dataclass
class Telegram:
    token: str = "123456:TEST-clave"
    username: str = "raiz_demo_bot"
    name: str = "Raíz"
    seed: int = 0
    # Whether the bot gets only what is said to it in groups, as a new bot does.
    privacy: bool = True
    attempts: list = field(default_factory=list)
    troubles: list = field(default_factory=list)
    rates: dict = field(default_factory=dict)

    # The kinds of trouble:
    #   429            told to wait `retry_after`; not taken
    #   500, 502       fails before it is taken
    #   500-after      taken, and then it fails
    #   drop, drop-after   hangs up without an answer, before or after it is taken
    #   hang-after     taken, and then silence until the other side gives up
    #   slow           taken, and answered after `seconds`
    #   parse          refused as if markup had not been understood
    #   portal         a page of somebody else's, with status 200; not taken

    def __post_init__(self):
        self.random = random.Random(self.seed)
        self.lock = threading.RLock()
        self.bot = {"id": int(self.token.split(":")[0]), "is_bot": True, "first_name": self.name,
                    "username": self.username}  # fmt: skip
        self.chats = {}
        self.people = {}
        self.files = {}  # path by file_id; and bytes by path
        self.last_update = self.random.randrange(10**6, 10**8)
        self.clock = 1_780_000_000
        self.stopped = threading.Event()
        self.api = BotAPI(self)
        self.delivery = Delivery(self.api.call_quietly, random.Random(self.seed + 1))
        self.server = None

    # Life

    def start(self):
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.telegram = self
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self):
        self.stopped.set()
        self.delivery.stop()
        if self.server:
            self.server.shutdown()
            self.server.server_close()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    @property
    def url(self):
        """What takes the place of https://api.telegram.org."""
        return f"http://127.0.0.1:{self.server.server_port}"

    # People

    def person(self, name, id=None, last_name=None, language="es"):
        return Person(self, id or 1000 + len(self.people), name, last_name, language)

    def group(self, title, *people, id=None, supergroup=True):
        return Group(self, title, people, id or (-100_000_000_001 if supergroup else -11) - len(self.chats), supergroup)

    def settle(self, seconds=60):
        """Waits until every update has been taken. What the other side answers may still be on its way."""
        self.delivery.settle(seconds)

    def update(self, queue, kind, content):
        with self.lock:
            self.last_update += 1
            update = {"update_id": self.last_update, kind: content}
        self.delivery.add(queue, update)
        return update

    def tick(self):
        with self.lock:
            self.clock += 1
            return self.clock

    # Misbehaving

    def trouble(self, kind, **which):
        """The next call that matches goes wrong; see the kinds above."""
        with self.lock:
            self.troubles.append(Trouble(kind, **which))

    def storm(self, duplicates=0.0, **rates):
        """From now on so many calls of sendMessage go wrong, by kind (`_` for `-`), and so many updates come twice."""
        self.delivery.twice = duplicates
        self.rates = {name.lstrip("_").replace("_", "-"): rate for name, rate in rates.items()}

    def calm(self):
        self.delivery.twice, self.rates, self.troubles = 0.0, {}, []

    def next_trouble(self, method, params):
        with self.lock:
            for trouble in self.troubles:
                if trouble.matches(method, params):
                    trouble.times -= 1
                    return trouble
            if method.lower() == "sendmessage":
                draw = self.random.random()
                for kind, rate in sorted(self.rates.items()):
                    if draw < rate:
                        return Trouble(kind)
                    draw -= rate
        return None

    # Counting

    def note(self, method, params, status):
        with self.lock:
            self.attempts.append(Attempt(method, params, status))

    @property
    def sent(self):
        """What the bot has said, by chat, in order."""
        return {id: [m for m in chat.messages if m["from"]["id"] == self.bot["id"]] for id, chat in self.chats.items()}

    @property
    def refusals(self):
        return Counter(attempt.status for attempt in self.attempts if attempt.status >= 400)

    @property
    def repeats(self):
        """How many messages arrived more than once, the same in the same chat with the same buttons."""
        counts = Counter(
            (id, m["text"], json.dumps(m.get("reply_markup"))) for id, said in self.sent.items() for m in said
        )
        return sum(count - 1 for count in counts.values())
