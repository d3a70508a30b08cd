"""The fake of the WhatsApp Cloud API is what a real client library takes it for, and misbehaves as it is told."""

import hashlib
import json
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import pywa
from pywa import errors, handlers, types
from pywa.types.templates import BodyText, TemplateLanguage

import whatsapp_goldens as goldens
from fakes.whatsapp import FakeWhatsApp
from raiz_client import until


def loopback(timeout=10):
    """A client without certificates, which take long to load, and without the proxies of this machine."""
    return httpx.Client(trust_env=False, verify=False, timeout=timeout)


class Receiver(ThreadingHTTPServer):
    """A server under test that does nothing but verify with the library and keep what it is told."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), ReceiverHandler)
        self.updates, self.refusals = [], []  # statuses for the next posts
        self.library = pywa.WhatsApp(
            phone_id="1122334455667", token="TOKEN", verify_token="VERIFY", app_secret="s3cr3t", server=None,
            filter_updates=False, skip_duplicate_updates=False, session=loopback(),
        )  # fmt: skip
        for name in ("Message", "CallbackButton", "CallbackSelection", "MessageStatus", "PhoneNumberChange"):
            handler = getattr(handlers, f"{name}Handler")
            self.library.add_handlers(handler(lambda _, update: self.updates.append(update)))
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/webhooks/whatsapp/liceo"


class ReceiverHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        data = self.rfile.read(int(self.headers["content-length"]))
        status = self.server.refusals.pop(0) if self.server.refusals else 200
        refused = self.server.library.webhook_update_validator(data, self.headers["x-hub-signature-256"])
        text = ""
        if refused:
            text, status = refused
        elif status == 200:
            text, status = self.server.library.webhook_update_handler(data)
        self.finish_with(status, text)

    def do_GET(self):
        query = httpx.URL(self.path).params
        text, status = self.server.library.webhook_challenge_handler(query["hub.verify_token"], query["hub.challenge"])
        self.finish_with(status, text)

    def finish_with(self, status, text):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver():
    server = Receiver()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def meta(receiver):
    with FakeWhatsApp(webhook=receiver.url) as fake:
        yield fake


@pytest.fixture
def ana(meta):
    person = meta.person("Ana Ñ", number="56911112222", user_id="CL.777")
    meta.say(person, "hola")
    return person


@pytest.fixture
def library(meta):
    client = pywa.WhatsApp(phone_id=meta.phone_number_id, token=meta.token, session=loopback())
    client.api._session.base_url = meta.url
    return client


def send(meta, body, **headers):
    headers = {"authorization": "Bearer TOKEN", "content-type": "application/json"} | headers
    with loopback() as client:
        return client.post(f"{meta.url}/{meta.phone_number_id}/messages", content=body, headers=headers)


# What the library understands


def test_the_handshake(meta):
    assert meta.verify() == (200, "1158201444")
    assert meta.verify(token="OTHER")[0] == 403


def test_what_people_say(meta, receiver):
    ana = meta.person("Ana Ñ", number="56911112222", user_id="CL.777")
    first = meta.say(ana, "¿Qué tal? 👋 https://raiz.cl/a")
    meta.quick_reply(ana, "join:AB12", "Unirme")
    meta.voice(ana, b"OggS")
    meta.react(ana, first, "👍")
    meta.unsupported(ana)
    meta.change_number(ana, "56933334444", "CL.888")
    text, quick, voice, reaction, unsupported, change = receiver.updates
    assert (text.text, text.from_user.bsuid, text.from_user.wa_id) == (
        "¿Qué tal? 👋 https://raiz.cl/a", "CL.777", "56911112222",
    )  # fmt: skip
    assert (quick.data, quick.title) == ("join:AB12", "Unirme")
    assert voice.audio.voice and voice.audio.mime_type == "audio/ogg; codecs=opus"
    assert (reaction.reaction.emoji, reaction.reaction.message_id) == ("👍", first)
    assert unsupported.type == types.MessageType.UNSUPPORTED
    assert (change.old_wa_id, change.new_wa_id, change.new_user_id) == ("56911112222", "56933334444", "CL.888")


def test_somebody_without_a_number(meta, receiver, library):
    ana = meta.person("Ana", user_id="CL.999", username="ana")
    meta.say(ana, "hola")
    assert receiver.updates[0].from_user.wa_id is None and receiver.updates[0].from_user.bsuid == "CL.999"
    library.send_message("CL.999", "¿Sigue?")
    assert meta.wait(ana).body["recipient"] == "CL.999"


def test_what_is_sent_and_pressed(meta, receiver, library, ana):
    buttons = [types.Button("Sí", callback_data="m1.0"), types.Button("No", callback_data="m1.1")]
    sent = library.send_message("56911112222", "¿Sigue?", buttons=buttons, tracker="m1")
    question = meta.wait(ana)
    assert (question.wamid, question.text, question.ours) == (sent.id, "¿Sigue?", "m1")
    meta.press(ana, question, 1)
    rows = [types.SectionRow(title="Uno", callback_data="m2.0"), types.SectionRow(title="Dos", callback_data="m2.1")]
    library.send_message(
        "56911112222", "¿Cuál?", buttons=types.SectionList("Ver", sections=[types.Section("Todas", rows)])
    )
    meta.press(ana, meta.wait(ana, 1), 0)
    pressed = [update for update in receiver.updates if hasattr(update, "data")]
    assert [(update.data, update.title) for update in pressed] == [("m1.1", "No"), ("m2.0", "Uno")]
    assert pressed[0].reply_to_message.id == sent.id


def test_statuses_follow(meta, receiver, library, ana):
    meta.statuses = ("sent", "delivered", "read")
    sent = library.send_message("56911112222", "hola", tracker="m1")
    meta.settle()
    statuses = [update for update in receiver.updates if isinstance(update, types.MessageStatus)]
    assert [(update.id, update.status.value, update.tracker) for update in statuses] == [
        (sent.id, stage, "m1") for stage in ("sent", "delivered", "read")
    ]


def test_reading_and_typing(meta, receiver, library, ana):
    library.indicate_typing(receiver.updates[0].id)
    assert meta.reads == [(receiver.updates[0].id, True)]
    with pytest.raises(errors.InvalidParameter):
        library.mark_message_as_read("wamid.NOBODY")


def test_templates(meta, library):
    ana = meta.person("Ana", number="56911112222")  # She never wrote.
    language = TemplateLanguage("es_CL")
    library.send_template(ana.number, "recordatorio", language, [BodyText.params("Ana", "lunes")])
    assert meta.wait(ana).text == "Hola Ana, nos vemos el lunes."
    with pytest.raises(errors.TemplateParamCountMismatch):
        library.send_template(ana.number, "recordatorio", language, [BodyText.params("Ana")])
    with pytest.raises(errors.TemplateNotExists):
        library.send_template(ana.number, "otra", language, [])


def test_groups(meta, receiver, library, ana):
    meta.groups["Y2FwaV9ncm91cDox"] = [ana]
    meta.say(ana, "en grupo", group="Y2FwaV9ncm91cDox")
    assert receiver.updates[-1].chat.id == "Y2FwaV9ncm91cDox"
    library.send_message("Y2FwaV9ncm91cDox", "hola")
    assert [sent.text for sent in meta.chat("Y2FwaV9ncm91cDox")] == ["hola"]
    with pytest.raises(errors.UnsupportedMessageType):
        library.send_message("Y2FwaV9ncm91cDox", "¿?", buttons=[types.Button("Sí", callback_data="a")])
    with pytest.raises(errors.GroupUnknown):
        library.send_message("Y2FwaV9ncm91cDoy", "hola")


def test_files(meta, library, ana):
    content = b"OggS" * 1000
    id = meta.media(content)
    info = library.get_media_url(id)
    assert (info.file_size, info.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert library.get_media_bytes(url=info.url) == content
    with loopback() as client:
        assert client.get(info.url).status_code == 401
        meta.clock = lambda: 4e9
        assert client.get(info.url, headers={"authorization": "Bearer TOKEN"}).status_code == 404


def test_the_number(library):
    about = library.get_business_phone_number()
    assert (about.display_phone_number, about.verified_name) == ("+56 2 2000 0000", "Raíz")


# What Raíz writes, and what nobody may


@pytest.mark.parametrize("name", goldens.SENT)
def test_what_raiz_writes_is_taken(name, meta, ana):
    meta.groups["Y2FwaV9ncm91cDox"] = [ana]
    answer = send(meta, (goldens.FOLDER / "sent" / f"{name}.json").read_bytes())
    assert answer.status_code == 200 and answer.json()["messages"][0]["id"].startswith("wamid.")
    assert meta.sent[0].ours == "0193-m1"


def changed(name, *path, to):
    """A golden body in which one thing is another."""
    body = goldens.sent(name)
    place = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return body


BUTTONS = ("interactive", "action", "buttons")
ROWS = ("interactive", "action", "sections", 0, "rows")


@pytest.mark.parametrize(
    "body, code",
    [
        (changed("text", "text", "body", to="x" * 4097), 100),
        (changed("text", "text", "body", to=""), 100),
        (changed("text", "text", to="hola"), 100),
        (changed("text", "messaging_product", to="sms"), 100),
        (changed("text", "type", to="poem"), 100),
        (changed("text", "to", to="CL.777"), 131009),
        (changed("text", "to", to=None), 100),
        (changed("text", "novelty", to=1), 100),
        (changed("text", "biz_opaque_callback_data", to="x" * 513), 131009),
        (changed("text-to-a-user-id", "recipient", to="56911112222"), 131009),
        (changed("buttons", *BUTTONS, 0, "reply", "title", to="x" * 21), 131009),
        (changed("buttons", *BUTTONS, 0, "reply", "title", to="No"), 131009),
        (changed("buttons", *BUTTONS, 0, "reply", "id", to="0193-m1.1"), 131009),
        (changed("buttons", *BUTTONS, 0, "reply", "id", to=" a"), 131009),
        (changed("buttons", *BUTTONS, to=goldens.sent("buttons")["interactive"]["action"]["buttons"] * 2), 131009),
        (changed("buttons", "interactive", "body", "text", to="x" * 1025), 131009),
        (changed("list", *ROWS, 0, "title", to="x" * 25), 131009),
        (changed("list", *ROWS, 0, "id", to="x" * 201), 131009),
        (changed("list", *ROWS, to=[{"id": str(i), "title": "x"} for i in range(11)]), 131009),
        (changed("list", "interactive", "action", "button", to="x" * 21), 131009),
        (changed("list", "interactive", "body", "text", to="x" * 4097), 131009),
        (changed("group", "to", to="unknown"), 131041),
        (changed("template", "template", "components", 0, "parameters", 0, "text", to="a\nb"), 100),
    ],
)
def test_what_breaks_a_rule_is_refused(body, code, meta, ana):
    answer = send(meta, json.dumps(body))
    assert answer.status_code == 400 and answer.json()["error"]["code"] == code
    assert meta.sent == [] and meta.counts["refused"] == 1


def test_who_may_not(meta, ana):
    body = json.dumps(goldens.sent("text"))
    assert send(meta, body, authorization="Bearer OTHER").json()["error"]["code"] == 190
    assert send(meta, body, **{"content-type": "text/plain"}).status_code == 400
    assert send(meta, "{").status_code == 400
    meta.phone_number_id = "2"
    with loopback() as client:
        answer = client.get(f"{meta.url}/1122334455667", headers={"authorization": "Bearer TOKEN"})
    assert answer.json()["error"]["error_subcode"] == 33


# Misbehaviour


@pytest.mark.parametrize(
    "kind, error",
    [
        ("rate", errors.RateLimitHit), ("app-rate", errors.ToManyAPICalls), ("pair", errors.TooManyMessages),
        ("error", errors.UnknownError), ("unavailable", errors.ServiceUnavailable),
        ("window", errors.ReEngagementMessage), ("unreachable", errors.MessageUndeliverable),
        ("spam", errors.SpamRateLimitHit), ("token", errors.ExpiredAccessToken),
    ],
)  # fmt: skip
def test_errors_at_once(kind, error, meta, library, ana):
    meta.trouble(kind)
    with pytest.raises(error) as caught:
        library.send_message(ana.number, "uno")
    assert goldens.meaning(caught.value.code) in ("later", "windowClosed", "unreachable", "halted")
    if kind == "rate":
        assert caught.value.raw_response.headers["retry-after"] == "1"
    assert meta.chat(ana) == []
    library.send_message(ana.number, "dos")
    assert [sent.text for sent in meta.chat(ana)] == ["dos"]


@pytest.mark.parametrize("kind, taken", [("page-before", 0), ("page-after", 1), ("drop-before", 0), ("drop-after", 1)])
def test_nobody_knows_whether_it_was_taken(kind, taken, meta, library, ana):
    meta.trouble(kind)
    with pytest.raises((errors.WhatsAppError, httpx.RequestError)):
        library.send_message(ana.number, "uno", tracker="m1")
    assert len(meta.chat(ana)) == taken
    library.send_message(ana.number, "uno", tracker="m1")
    assert meta.counts["repeats"] == taken


def test_silence_after_it_was_taken(meta, ana):
    meta.trouble("silence")
    with loopback(0.3) as client, pytest.raises(httpx.ReadTimeout):
        headers = {"authorization": "Bearer TOKEN", "content-type": "application/json"}
        client.post(f"{meta.url}/{meta.phone_number_id}/messages", json=goldens.sent("text"), headers=headers)
    assert meta.wait(ana).ours == "0193-m1"


@pytest.mark.parametrize("kind, error", [("blocked", 131026), ("window-late", 131047), ("limited-late", 131049)])
def test_errors_that_come_later(kind, error, meta, receiver, library, ana):
    meta.trouble(kind, person=ana)
    sent = library.send_message(ana.number, "uno", tracker="m1")
    meta.settle()
    # The library stumbles over a failed status, which has no contacts: read the bytes.
    status = json.loads(meta.deliveries[-1][0])["entry"][0]["changes"][0]["value"]["statuses"][0]
    assert (status["id"], status["status"], status["errors"][0]["code"]) == (sent.id, "failed", error)
    assert status["biz_opaque_callback_data"] == "m1"
    assert meta.chat(ana) == []


@pytest.mark.parametrize("late", [True, False])
def test_the_window_closes_by_itself(late, meta, library, ana):
    meta.late_window = late
    meta.close_window(ana)
    if late:
        library.send_message(ana.number, "uno")
        meta.settle()
    else:
        with pytest.raises(errors.ReEngagementMessage):
            library.send_message(ana.number, "uno")
    assert meta.chat(ana) == []
    meta.say(ana, "aquí")
    library.send_message(ana.number, "dos")
    assert [sent.text for sent in meta.chat(ana)] == ["dos"]


def test_too_many_to_one_person(meta, library, ana):
    meta.pair_limit, meta.clock = 3, lambda: ana.last
    for _ in range(3):
        library.send_message(ana.number, "hola")
    with pytest.raises(errors.TooManyMessages):
        library.send_message(ana.number, "hola")
    start = ana.last
    meta.clock = lambda: start + 7
    library.send_message(ana.number, "hola")


def test_several_in_one_post_in_any_order(meta, receiver):
    people = [meta.person(f"P{i}", number=f"5691111222{i}") for i in range(3)]
    with meta.held(together=2, shuffle=True):
        for turn in range(4):
            for person in people:
                meta.say(person, f"{person.name}-{turn}")
    bodies = [json.loads(data) for data, _ in meta.deliveries]
    values = [change["value"] for body in bodies for change in body["entry"][0]["changes"]]
    texts = [message["text"]["body"] for value in values for message in value["messages"]]
    assert len(bodies) == 6 and sorted(texts) == sorted(f"P{i}-{turn}" for i in range(3) for turn in range(4))
    assert texts != sorted(texts, key=lambda text: text[3:])
    assert {len(value["messages"]) for value in values} == {1, 2}, "both ways of sending two"


def test_a_refused_webhook_comes_again(meta, receiver):
    ana = meta.person("Ana", number="56911112222")
    receiver.refusals = [503, 500]
    meta.say(ana, "hola")
    assert [update.text for update in receiver.updates] == ["hola"]
    assert meta.counts["redeliveries"] == 2 and len({data for data, _ in meta.deliveries}) == 1


def test_an_accepted_webhook_may_come_twice(meta, receiver):
    meta.duplicates = 1.0
    meta.say(meta.person("Ana", number="56911112222"), "hola")
    assert [update.text for update in receiver.updates] == ["hola", "hola"]
    assert receiver.updates[0].id == receiver.updates[1].id


def test_the_seed_decides(receiver):
    def play(seed):
        with FakeWhatsApp(webhook=receiver.url, seed=seed) as meta:
            ana = meta.person("Ana", number="56911112222")
            meta.say(ana, "hola")
            meta.misbehave(0.5, ["rate", "page-after", "window", "pair"])
            found = [send(meta, json.dumps(goldens.sent("text"))).status_code for _ in range(30)]
            until(lambda: meta._pending == 0, "all statuses")
            return found

    first, again, other = play(7), play(7), play(8)
    assert first == again != other
    assert Counter(first).keys() == {200, 400, 429, 502}
