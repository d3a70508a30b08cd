"""People who hold a conversation with the real server through a false provider: one class for each channel.

Each knows how to `say` a step of a conversation, waits for the answer as a person does, and keeps what it heard.
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import standardwebhooks

from conversation import Press
from fakes.telegram import Telegram
from fakes.whatsapp import FakeWhatsApp
from raiz_client import Webhook, until

TOKEN = "123456:AAE-clave-de-prueba"
APP_SECRET, ACCESS, VERIFY = "clave-de-la-app-de-prueba", "EAAG-token-de-prueba", "palabra-de-verificacion"


def connect_telegram(server, account="liceo", **options):
    """A Telegram of its own, connected with the commands that an operator uses."""
    world = Telegram(token=TOKEN, **options).start()
    server.run(
        "channel", "add", "telegram", account, "--username", world.username, "--api", world.url, "--allow-private",
        RAIZ_TELEGRAM_TOKEN=TOKEN,
    )  # fmt: skip
    server.run("telegram", "set-webhook", account, RAIZ_PUBLIC_URL=server.url)
    return world


def connect_whatsapp(server, account="daem", *options, **fake):
    meta = FakeWhatsApp(
        f"{server.url}/webhooks/whatsapp/{account}", token=ACCESS, app_secret=APP_SECRET, verify_token=VERIFY, **fake
    ).start()
    server.run(
        "channel", "add", "whatsapp", account, "--phone-number-id", meta.phone_number_id, "--number", meta.number,
        "--api", meta.url, "--allow-private", *options, RAIZ_WHATSAPP_TOKEN=ACCESS,
        RAIZ_WHATSAPP_APP_SECRET=APP_SECRET, RAIZ_WHATSAPP_VERIFY_TOKEN=VERIFY,
    )  # fmt: skip
    return meta


def outbox(server, external):
    """What is on its way to an address, in order: (text, status, attempts, problem)."""
    return server.sql(
        "SELECT transcript.text, outbox.status, attempts, problem FROM outbox JOIN transcript ON transcript.id = message"
        " JOIN address ON address.id = outbox.address WHERE address.external = ? ORDER BY outbox.sequence",
        str(external),
    )  # fmt: skip


def quiet(server, external, seconds=60):
    """Waits until nothing is on its way to an address."""
    until(lambda: all(status != "pending" for _, status, _, _ in outbox(server, external)),
          f"everything has gone to {external}", seconds)  # fmt: skip


class Visitor:
    """What all of them share: after a step, everything that is said in answer has arrived."""

    server, external = None, None

    def say(self, step):
        heard = self.heard()
        self.press(step.position) if isinstance(step, Press) else self.write(step)
        until(lambda: self.heard() > heard, f"the server has heard «{step}»")
        quiet(self.server, self.external)
        return self

    def heard(self):
        return sum(direction == "in" for direction, _ in self.server.transcript(self.external))

    def converse(self, steps):
        for step in steps:
            self.say(step)
        return self


class TelegramVisitor(Visitor):
    def __init__(self, server, world, name="Paula", chat=None):
        self.server, self.world = server, world
        self.person = world.person(name)
        self.external = str(self.person.id)

    def write(self, text):
        self.person.say(text)

    def labels(self):
        rows = self.person.screen[-1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def press(self, position):
        labels = self.labels()
        self.person.press(labels[position - 1]) if labels else self.write(str(position))

    @property
    def said(self):
        return self.person.said


class WhatsAppVisitor(Visitor):
    def __init__(self, server, meta, name="Ana", **ids):
        self.server, self.meta = server, meta
        self.person = meta.person(name, **ids)
        self.external = meta.chat_of(self.person)

    def write(self, text):
        self.meta.say(self.person, text)

    def labels(self):
        return [title for _, title in self.screen[-1].options]

    def press(self, position):
        last = self.screen[-1]
        self.meta.press(self.person, last, position - 1) if last.options else self.write(str(position))

    @property
    def screen(self):
        return self.meta.chat(self.person)

    @property
    def said(self):
        return [sent.text for sent in self.screen]


class Receiver(ThreadingHTTPServer):
    """The other side of a generic account. It knows repetitions by their id, as Standard Webhooks asks."""

    daemon_threads, request_queue_size = True, 256

    def __init__(self, secret, misbehave=None):
        super().__init__(("127.0.0.1", 0), ReceiverHandler)
        self.library = standardwebhooks.Webhook(secret)
        # Called with the number of an attempt, from 0; answers a status, "after" to fail once it was taken, or None.
        self.misbehave = misbehave or (lambda number: None)
        self.lock = threading.Lock()
        self.attempts, self.repeats, self.heard, self.ids = 0, 0, {}, set()
        self.stopped = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/raiz"

    def take(self, id, message):
        with self.lock:
            if id in self.ids:
                self.repeats += 1
                return
            self.ids.add(id)
            self.heard.setdefault(message["to"], []).append(message)

    def handle_error(self, *_):
        """The server hung up, or was killed."""

    def close(self):
        self.stopped.set()
        self.shutdown()
        self.server_close()


class ReceiverHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536

    def do_POST(self):
        receiver = self.server
        body = self.rfile.read(int(self.headers["content-length"]))
        with receiver.lock:
            number, receiver.attempts = receiver.attempts, receiver.attempts + 1
        trouble = receiver.misbehave(number)
        receiver.library.verify(body, {name.lower(): value for name, value in self.headers.items()})
        if trouble in (None, "after", "hang"):
            event = json.loads(body)
            if event["type"] == "message.send":
                receiver.take(self.headers["webhook-id"], event["data"])
        if trouble == "hang":
            receiver.stopped.wait(30)
            self.close_connection = True
            return
        self.send_response(204 if trouble is None else 500 if trouble == "after" else trouble)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def connect_callback(server, account="eco", **options):
    """A generic account that answers by callback: the receiver and the account's secret."""
    said = server.run("channel", "add", "generic", account, "--callback", "http://127.0.0.1:9/", "--allow-private")
    secret = next(word for word in said.decode().split() if word.startswith("whsec_"))
    receiver = Receiver(secret, **options)
    server.sql("UPDATE account SET callback_url = ? WHERE id = ?", receiver.url, account)
    return receiver, secret


class CallbackVisitor(Visitor):
    def __init__(self, server, receiver, secret, external, account="eco"):
        self.server, self.receiver, self.external = server, receiver, external
        self.webhook = Webhook(server, sender=external, account=account, secret=secret)

    def write(self, text):
        response = self.webhook.post(self.webhook.event(text=text))
        assert response.status_code == 202, response.text

    def labels(self):
        return [choice["label"] for choice in self.messages[-1].get("choices", [])]

    def press(self, position):
        choice = self.messages[-1]["choices"][position - 1]
        assert self.webhook.post(self.webhook.event(choice={"id": choice["id"]})).status_code == 202

    @property
    def messages(self):
        return list(self.receiver.heard.get(self.external, []))

    @property
    def said(self):
        return [message["text"] for message in self.messages]


