"""What has gone wrong in other bots, one test each, on a real server.

The numbers follow the list of pitfalls of the channels that we keep; 4 and 6 are of channels we do not have. Where a
whole server would add nothing, the test lies elsewhere:

    5   twenty messages a minute to a group    FacilitationTests/DeliveryTests.swift, PacingTests
    5   markup, escapes                        ChannelsTests/TelegramSendingTests.swift, and 05 here
    7   an old button, months later            test_channels_whole.py, test_an_old_button_is_known_as_old
    8   every limit in its own unit            ChannelsTests/RenderingTests.swift, TelegramKeyboardTests.swift
    11  every order of answers and reports     FacilitationTests/ReportTests.swift
    13  503 when the disk is full              test_bad_requests.py
    -   a label that is also a command, ordinals, renamed options   DialogueTests/Understanding
    -   a flow that changes under a dialogue   FacilitationTests/VersionTests.swift
    -   killed between any two messages        test_kill.py, test_callback.py, test_chaos.py
"""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from conversation import PROBLEM, WHYS, Press
from messengers import (
    CallbackVisitor, TelegramVisitor, WhatsAppVisitor, connect_callback, connect_telegram, connect_whatsapp, outbox,
    quiet,
)  # fmt: skip
from raiz_client import Webhook, until

SORRY = "¡Gracias! Recibí algo que no es texto, y para seguir necesito palabras. ¿Lo escriben, aunque sea breve?"
JOINED = ["ARM234", "2", "los 5 porqués"]


@pytest.fixture(scope="module")
def telegram(shared_server):
    with connect_telegram(shared_server) as world:
        yield world


@pytest.fixture(scope="module")
def meta(shared_server):
    meta = connect_whatsapp(shared_server)
    yield meta
    meta.stop()


def ana(server, meta, *steps, **ids):
    return WhatsAppVisitor(server, meta, **ids).converse(steps)


def heard(visitor):
    return [text for direction, text in visitor.server.transcript(visitor.external) if direction == "in"]


def status(server, external):
    return outbox(server, external)[-1][1]


def at_once(count, work):
    with ThreadPoolExecutor(count) as pool:
        return [done.result() for done in [pool.submit(work) for _ in range(count)]]


def test_pitfall_01_same_id_twice_concurrently(shared_server, telegram, meta):
    person = meta.person("Ana", number="56911110001")
    body = meta.encode(meta.envelope(meta.value(
        contacts=[person.contact()],
        messages=[{"from": person.number, "from_user_id": person.user_id, "id": "wamid.UNA", "timestamp": "1780000000",
                   "type": "text", "text": {"body": "hola"}}])))  # fmt: skip
    person.last = time.time()
    assert at_once(8, lambda: meta.post(body)) == [200] * 8
    paula = telegram.person("Paula")
    paula.standing = "member"
    update = {"update_id": 5, "message": {"message_id": 1, "date": 1780000000, "chat": paula.shape, "from": paula.user,
                                          "text": "hola"}}  # fmt: skip
    secret = telegram.delivery.webhook["secret_token"]
    headers = {"x-telegram-bot-api-secret-token": secret}
    post = lambda: shared_server.http.post("/webhooks/telegram/liceo", json=update, headers=headers).status_code
    assert at_once(8, post) == [200] * 8
    team = Webhook(shared_server, "doble-1")
    text = team.event(text="hola")
    assert len(set(at_once(8, lambda: team.post(text, "msg_una").content))) == 1
    for external in (person.user_id, str(paula.id)):
        quiet(shared_server, external)
    for external, said in [(person.user_id, len(meta.chat(person))), (str(paula.id), len(paula.said))]:
        transcript = shared_server.transcript(external)
        assert [direction for direction, _ in transcript].count("in") == 1
        assert [direction for direction, _ in transcript].count("out") == said
    assert shared_server.transcript("doble-1")[0] == ("in", "hola") and len(shared_server.transcript("doble-1")) == 3


def test_pitfall_01_redelivered_after_six_days(shared_server, meta):
    somebody = ana(shared_server, meta, "hola")
    data, _ = next(posted for posted in reversed(meta.deliveries) if b'"hola"' in posted[0])
    shared_server.sql("UPDATE receipt SET at = at - 6 * 86400000")
    shared_server.sql("UPDATE transcript SET at = at - 6 * 86400000")
    before = shared_server.transcript(somebody.external)
    assert meta.post(data) == 200
    assert shared_server.transcript(somebody.external) == before


def test_pitfall_02_statuses_are_not_messages(shared_server, meta):
    somebody = ana(shared_server, meta, "hola")
    meta.settle()
    before = shared_server.sql("SELECT COUNT(*) FROM transcript"), shared_server.sql("SELECT COUNT(*) FROM address")
    for id in (somebody.screen[-1].wamid, "wamid.NEVER-OURS"):
        for stage in ("sent", "delivered", "read", "played", "warning"):
            entry = {"id": id, "status": stage, "timestamp": "1780000000", "recipient_id": "56900000000"}
            assert meta.deliver(meta.envelope(meta.value(statuses=[entry]))) == 200
    after = shared_server.sql("SELECT COUNT(*) FROM transcript"), shared_server.sql("SELECT COUNT(*) FROM address")
    assert after == before and status(shared_server, somebody.external) == "read"


def test_pitfall_03_the_signature_is_of_the_bytes(shared_server, meta):
    person = meta.person("Ñuñoa 👩🏽‍🏫")
    person.last = time.time()

    def body(id, **how):
        return json.dumps(meta.envelope(meta.value(contacts=[person.contact()], messages=[
            {"from_user_id": person.user_id, "id": id, "timestamp": "1780000000", "type": "text",
             "text": {"body": "¿Qué pasa, señora? 👩🏽‍🏫 e\u0301"}}])), **how).encode()  # fmt: skip

    escaped, raw = body("wamid.A"), body("wamid.B", ensure_ascii=False)
    assert escaped != raw
    assert meta.post(escaped, meta.sign(raw)) == 403 and meta.post(raw, "sha256=" + "0" * 64) == 403
    assert meta.post(escaped) == 200 and meta.post(raw) == 200
    visitor = [text for direction, text in shared_server.transcript(person.user_id) if direction == "in"]
    assert visitor == ["¿Qué pasa, señora? 👩🏽‍🏫 e\u0301"] * 2
    post = lambda content, **headers: shared_server.http.post("/webhooks/whatsapp/daem", content=content, headers=headers)
    assert post(raw).status_code == 401
    # What is too big is not even hashed.
    assert post(b" " * (5 * 1024 * 1024), **{"x-hub-signature-256": "sha256=" + "0" * 64}).status_code == 413
    assert meta.post(b'{"entry": [], "x": "%s"}' % (b"a" * 3_000_000)) == 200, "three megabytes are Meta's own limit"


def test_pitfall_05_no_update_blocks_a_chat(shared_server, telegram):
    """Whatever comes, it is taken, and what follows is heard."""
    raul = telegram.person("Raúl")
    raul.say("hola")
    message = {"message_id": 900, "date": 1780000000, "chat": raul.shape, "from": raul.user}
    queue = ("chat", raul.id)
    for kind, content in [
        ("message", {}), ("message", message | {"text": None}), ("message", message | {"text": "a\0b"}),
        ("message", message | {"from": None, "text": "x"}), ("message", message | {"hologram": {"x": 1}}),
        ("message", message | {"text": "x" * 100_000}), ("message", message | {"chat": {"id": "x"}}),
        ("message", message | {"migrate_to_chat_id": raul.id}), ("edited_message", message | {"text": "nunca dicho"}),
        ("message", message | {"new_chat_members": [{"id": 9}]}), ("message", message | {"left_chat_member": {}}),
        ("callback_query", {"id": "1", "from": raul.user, "data": "no.es-nuestro.7"}),
        ("callback_query", {"id": "1", "from": raul.user, "data": "01a1fe90-4035-7d97-b06d-8a83f18f43ac.99"}),
        ("message_reaction", {"chat": raul.shape, "message_id": 1, "user": raul.user, "date": 1, "new_reaction": []}),
        ("my_chat_member", {"chat": raul.shape}), ("sorpresa", {"a": 1}),
    ]:  # fmt: skip
        telegram.delivery.queues.setdefault(queue, None)  # in the same queue, whatever its kind
        telegram.delivery.queues[queue].append({"update_id": telegram.last_update + 1, kind: content})
        telegram.last_update += 1
        with telegram.delivery.lock:
            telegram.delivery.lock.notify_all()
    # A stranger's sign under something, and a stranger's edit.
    nobody = telegram.person("Nadie")
    nobody.standing = "member"
    nobody.react({"chat": nobody.shape, "message_id": 5}, "👍")
    telegram.update(queue, "edited_message", message | {"chat": nobody.shape, "from": nobody.user, "text": "x"})
    raul.say("¿siguen ahí?")
    telegram.settle(20)
    assert {status for _, status in telegram.delivery.statuses} == {200}
    until(lambda: ("in", "¿siguen ahí?") in shared_server.transcript(str(raul.id)), "what follows is heard")


def test_pitfall_05_what_looks_like_markup_arrives_as_it_was_said(shared_server, telegram):
    visitor = TelegramVisitor(shared_server, telegram).converse(JOINED)
    odd = "La <b>mitad</b> & el 5° *no* _llega_ [a](b) `c` > d | 1.5 {x} #tarea - =fin!"
    visitor.converse([odd, "saltar"])
    assert visitor.said[-1] == f"¿Por qué «{odd}»?"
    telegram.trouble("parse", chat=visitor.person.id)
    visitor.say("repetir")
    assert visitor.said[-1] == f"¿Por qué «{odd}»?"
    tried = [attempt for attempt in telegram.attempts if attempt.params.get("chat_id") == visitor.person.id
             and attempt.method == "sendMessage"][-2:]  # fmt: skip
    assert [attempt.status for attempt in tried] == [400, 200] and "parse_mode" not in tried[1].params


def test_pitfall_05_a_press_that_is_answered_too_late(shared_server, telegram):
    visitor = TelegramVisitor(shared_server, telegram).say("ARM234")
    id = visitor.person.press(visitor.labels()[1])
    telegram.api.presses.discard(id)  # its 150 seconds are over
    until(lambda: "¿Qué quieren hacer?" in visitor.said[-1], "it counts all the same")


def test_pitfall_07_whatsapp_people_without_a_number(shared_server, meta):
    """Who has a username may have no number; who changes number gets another id; they stay who they are."""
    somebody = ana(shared_server, meta, *JOINED)
    assert all("to" not in sent.body and sent.body["recipient"] == somebody.external for sent in somebody.screen)
    old = somebody.external
    system = {"type": "user_changed_user_id", "previous_user_id": old, "user_id": "CL.NUEVA"}
    meta._emit({"messages": [meta._stamped({"from_user_id": old, "type": "system", "system": system})]}, None)
    somebody.person.user_id = somebody.external = "CL.NUEVA"
    somebody.say(PROBLEM)
    assert "¿Qué dato" in somebody.said[-1] and shared_server.transcript(old) == []
    # Known by number first, then by the id that came with usernames.
    older = ana(shared_server, meta, *JOINED, number="56911110002", user_id=None)
    before = len(shared_server.transcript("56911110002"))
    older.person.user_id = older.external = "CL.DESPUES"
    older.say(PROBLEM)
    assert "¿Qué dato" in older.said[-1] and len(shared_server.transcript("CL.DESPUES")) > before


def test_pitfall_07_whatsapp_shapes(shared_server, meta):
    somebody = ana(shared_server, meta, *JOINED)

    def answer(act):
        before, count = len(somebody.said), somebody.heard()
        act()
        until(lambda: somebody.heard() > count, "it is heard")
        quiet(shared_server, somebody.external)
        return somebody.said[before:]

    wamid = somebody.screen[-1].wamid
    assert answer(lambda: meta.react(somebody.person, wamid, "👍")) == []
    assert answer(lambda: meta.react(somebody.person, wamid)) == [], "the sign is taken away"
    [said] = answer(lambda: meta.quick_reply(somebody.person, "join:AB12", "Unirme"))
    assert "Esa opción era de una pregunta anterior" in said or "¿Qué problema" in said or "¿Qué dato" in said
    for strange in [{"type": "poll_update"}, {"type": "order", "order": {}}, {"type": "hologram"}]:
        [said] = answer(lambda: meta.send(somebody.person, strange))
        assert said.startswith(SORRY)
    # Nothing of that was taken for an answer.
    count = len(meta.deliveries)
    for system in [{"type": "customer_identity_changed", "identity": "x"}, {"type": "nuevo"}, {}]:
        meta._emit({"messages": [meta._stamped({"from_user_id": somebody.external, "type": "system",
                                                "system": system})]}, None)  # fmt: skip
    assert [status for _, status in meta.deliveries[count:]] == [200] * 3


def test_pitfall_08_and_09_options_that_do_not_fit_are_numbered(shared_server, telegram, meta):
    """Every option is there on every channel, and its number, its label and a part of it are all answers."""
    refused = meta.counts["refused"], telegram.refusals[400]
    with ThreadPoolExecutor() as pool:
        visitors = list(pool.map(lambda visitor: visitor.say("ARM234"), [
            TelegramVisitor(shared_server, telegram), WhatsAppVisitor(shared_server, meta)]))  # fmt: skip
    assert len(visitors[0].labels()) == 9 and visitors[1].labels() == []
    assert "8) Asistente de la educación" in visitors[1].said[-1] and "8)" not in visitors[0].said[-1]
    for visitor, role, flow in zip(visitors, ["Convivencia escolar", "4️⃣"], ["1", "Los 5 porqués"]):
        visitor.converse([role, flow, PROBLEM, "saltar", WHYS[0]])
        kept = shared_server.sql("SELECT role FROM participant JOIN address ON participant = participant.id"
                                 " WHERE external = ?", visitor.external)  # fmt: skip
        assert kept == [("Convivencia escolar",)]
    assert visitors[1].screen[-1].kind == "list" and len(visitors[1].labels()) == 4
    assert refused == (meta.counts["refused"], telegram.refusals[400]), "both check the limits of every field"


def test_pitfall_10_voice_notes(shared_server, meta):
    somebody = ana(shared_server, meta, *JOINED, PROBLEM, "saltar", WHYS[0])
    question = somebody.said[-1]
    sound = b"OggS" + bytes(range(256)) * 20
    meta.voice(somebody.person, sound)
    until(lambda: len(somebody.said) == 7, "it asks again")
    assert somebody.said[-1] == f"{SORRY}\n\n{question}" and len(somebody.labels()) == 4
    # The file is not what was promised; it is gone; it is too big.
    broken = {"id": meta.media(b"otra cosa"), "mime_type": "audio/ogg; codecs=opus", "voice": True,
              "sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}  # fmt: skip
    meta.send(somebody.person, {"type": "audio", "audio": broken})
    meta.send(somebody.person, {"type": "document", "document": {"id": "999", "filename": "../../acta.pdf"}})
    rows = lambda: shared_server.sql(
        "SELECT type, status, attachment.problem, name FROM attachment JOIN transcript ON transcript.id = message"
        " JOIN address ON address.id = address WHERE external = ? ORDER BY sequence", somebody.external)  # fmt: skip
    until(lambda: len(rows()) == 3 and rows()[0][1] == "stored" and all(row[2] for row in rows()[1:]), "they are tried")
    assert rows()[0] == ("audio/ogg; codecs=opus", "stored", None, None)
    assert rows()[1][2] == "damaged"
    assert rows()[2][3] == "../../acta.pdf" and not list(shared_server.folder.rglob("acta.pdf"))
    somebody.say(Press(1))
    assert somebody.said[-1] == "¿Está en sus manos?"


def test_pitfall_11_failures_come_after_the_200(shared_server, meta):
    meta.disorder, meta.statuses, meta.duplicates = True, ("sent", "delivered", "read"), 0.5
    try:
        somebody = ana(shared_server, meta, "hola", "ARM234")
        until(lambda: {row[1] for row in outbox(shared_server, somebody.external)} == {"read"}, "they go up only")
        meta.trouble("window-late", person=somebody.person)
        meta.say(somebody.person, "2")
        until(lambda: outbox(shared_server, somebody.external)[-1][1] == "waiting", "it comes back")
        assert outbox(shared_server, somebody.external)[-1][3] == "window-closed"
        meta.trouble("limited-late", person=somebody.person)
        meta.say(somebody.person, "los 5 porqués")
        until(lambda: "dead" in {row[1] for row in outbox(shared_server, somebody.external)}, "Meta will not have it")
        quiet(shared_server, somebody.external)
        assert "¿Qué problema" in somebody.said[-1], "what was not refused arrives"
    finally:
        meta.disorder, meta.statuses, meta.duplicates = False, ("sent", "delivered"), 0.0


def test_pitfall_12_a_good_signature_of_another_account(shared_server, telegram, meta):
    person = meta.person("Otra")
    value = meta.value(contacts=[person.contact()], messages=[
        {"from_user_id": person.user_id, "id": "wamid.OTRA", "timestamp": "1", "type": "text", "text": {"body": "hola"}}])
    value["metadata"]["phone_number_id"] = "999"
    assert meta.post(meta.encode(meta.envelope(value))) == 403
    assert shared_server.transcript(person.user_id) == []
    # Both numbers in one POST: what is ours is taken.
    ours = meta.value(contacts=[person.contact()], messages=[
        {"from_user_id": person.user_id, "id": "wamid.OTRA2", "timestamp": "1", "type": "text", "text": {"body": "sí"}}])
    assert meta.post(meta.encode(meta.envelope(value, ours))) == 200
    assert [text for direction, text in shared_server.transcript(person.user_id) if direction == "in"] == ["sí"]
    secret = telegram.delivery.webhook["secret_token"]
    for path in ("/webhooks/telegram/daem", "/webhooks/whatsapp/liceo", "/webhooks/generic/liceo", "/webhooks/telegram/x"):
        headers = {"x-telegram-bot-api-secret-token": secret, "content-type": "application/json"}
        assert shared_server.http.post(path, content=b"{}", headers=headers).status_code in (401, 403, 404)


def test_pitfall_13_what_is_acknowledged(shared_server, telegram, meta):
    """2xx for what is valid, also if it means nothing to us; 401 and 403 for a bad proof, and nothing else."""
    for body in [{}, {"entry": []}, {"entry": [{}]}, {"entry": [{"changes": [{"field": "x", "value": {}}]}]}, [], 7,
                 meta.envelope(meta.value(messages=[{"type": "text"}, None, 7])),
                 meta.envelope(meta.value(errors=[{"code": 130429}]))]:  # fmt: skip
        assert meta.post(meta.encode(body)) == 200, body
    secret = telegram.delivery.webhook["secret_token"]
    post = lambda body, secret: shared_server.http.post(
        "/webhooks/telegram/liceo", content=body, headers={"x-telegram-bot-api-secret-token": secret}).status_code
    assert [post(b'{"update_id": 1, "x": {}}', secret), post(b"[]", secret), post(b"{}", secret)] == [200] * 3
    assert post(b'{"update_id": 1}', "otro") == 403 and post(b"{nada", secret) == 400
    assert shared_server.http.post("/webhooks/telegram/liceo", content=b"{}").status_code == 401
    # One that is broken does not spoil the others of the same POST.
    person = meta.person("Lote")
    good = {"from_user_id": person.user_id, "id": "wamid.LOTE", "timestamp": "1", "type": "text", "text": {"body": "hola"}}
    bad = [{"id": "wamid.MALA"}, None, {"id": 7, "type": "text"}, good | {"id": "wamid.MALA2", "text": "sin forma"}]
    assert meta.post(meta.encode(meta.envelope(meta.value(messages=[*bad, good])))) == 200
    assert ("in", "hola") in shared_server.transcript(person.user_id)


# What broke in other engines


def test_engine_two_messages_in_the_same_second(shared_server, meta):
    somebody = ana(shared_server, meta, *JOINED)
    with meta.held(together=2):
        meta.say(somebody.person, PROBLEM)
        meta.say(somebody.person, "saltar")
    until(lambda: somebody.heard() == 5, "both are heard")
    quiet(shared_server, somebody.external)
    assert heard(somebody)[3:] == [PROBLEM, "saltar"] and somebody.said[-1] == f"¿Por qué «{PROBLEM}»?"


def test_engine_a_reply_faster_than_our_own_notes(shared_server):
    """The other side answers from within the request that brings it the question."""
    receiver, secret = connect_callback(shared_server, "rapido")
    try:
        eva = CallbackVisitor(shared_server, receiver, secret, "eva-9", "rapido")
        steps = iter([*JOINED, PROBLEM, "saltar", WHYS[0]])
        keep = receiver.take

        def take(id, message):
            keep(id, message)
            if step := next(steps, None):
                eva.write(step)

        receiver.take = take
        eva.write("hola")
        until(lambda: eva.said and eva.said[-1].startswith("¿Cómo lo saben"), "it comes to the end", 20)
        quiet(shared_server, "eva-9")
        out = [text for direction, text in shared_server.transcript("eva-9") if direction == "out"]
        assert sorted(eva.said) == sorted(out) and receiver.repeats == 0
    finally:
        receiver.close()


def test_engine_a_slow_picture_does_not_overtake_nor_hold_words(shared_server, meta):
    somebody = ana(shared_server, meta, *JOINED)
    slow = meta.file
    meta.file = lambda *arguments: time.sleep(1.5) or slow(*arguments)
    try:
        meta.send(somebody.person, {"type": "image", "image": {"id": meta.media(b"jpeg", "image/jpeg")}})
        somebody.converse([PROBLEM])
    finally:
        meta.file = slow
    assert heard(somebody)[3:] == ["[image] ", PROBLEM] and "¿Qué dato" in somebody.said[-1]
    until(lambda: shared_server.sql("SELECT status FROM attachment JOIN transcript ON transcript.id = message JOIN address ON"
                                    " address.id = address WHERE external = ?", somebody.external) == [("stored",)],
          "the picture is kept")  # fmt: skip


def test_engine_a_provider_that_asks_to_wait(shared_server, telegram, meta):
    """429 with its own wait, and the pair limit of WhatsApp: in order, nothing lost, nothing twice."""
    visitor = TelegramVisitor(shared_server, telegram).say("hola")
    telegram.trouble("429", chat=visitor.person.id, retry_after=2)
    begun = time.monotonic()
    visitor.say("ARM234")
    assert time.monotonic() - begun >= 2
    kept = [text for direction, text in shared_server.transcript(visitor.external) if direction == "out"]
    assert visitor.said == kept
    somebody = ana(shared_server, meta, "hola")
    meta.trouble("pair", person=somebody.person)
    begun = time.monotonic()
    somebody.say("ARM234")
    assert time.monotonic() - begun >= 6 and len(somebody.said) == 2
    assert [row[1:3] for row in outbox(shared_server, somebody.external)][-1][1] == 2


def test_engine_silence_after_it_was_taken(shared_server, meta):
    """WhatsApp repeats our id in its reports, so a message whose answer was lost is not said twice."""
    somebody = ana(shared_server, meta, "hola")
    for trouble in ("page-after", "drop-after"):
        meta.trouble(trouble, person=somebody.person)
        somebody.write("¿y?")
        until(lambda: all(row[1] == "delivered" for row in outbox(shared_server, somebody.external)), "it is reported")
    shared_server.sql("UPDATE outbox SET due_at = 0")
    somebody.write("¿?")
    until(lambda: len(somebody.said) == 4, "the next one")
    quiet(shared_server, somebody.external)
    assert len(somebody.said) == len(outbox(shared_server, somebody.external)) and meta.counts["repeats"] == 0


def test_engine_stopping_lets_what_is_under_way_arrive(start):
    """A restart for an update says nothing twice, also where the provider knows no repetitions."""
    server = start()
    with connect_telegram(server) as world:
        paula = TelegramVisitor(server, world)
        world.trouble("slow", seconds=2)
        paula.write("hola")
        until(lambda: any(attempt.method == "sendMessage" for attempt in world.attempts), "the first is under way")
        server.stop()
        server.start()
        quiet(server, paula.external)
        assert world.repeats == 0 and len(paula.said) == 2


def test_engine_a_lost_answer_that_carried_words(start):
    """Where the first message goes into the answer to the webhook, it goes again when that answer was lost."""
    server = start()
    with connect_telegram(server) as world:
        server.sql("UPDATE account SET settings = json_set(settings, '$.answers', 'webhook') WHERE id = 'liceo'")
        obey, lost = world.delivery.obey, []
        world.delivery.obey = lambda said: obey(said) if lost else lost.append(said)
        world.delivery.twice = 1.0
        paula = TelegramVisitor(server, world)
        paula.write("hola")
        world.settle()
        quiet(server, paula.external)
        out = [text for direction, text in server.transcript(paula.external) if direction == "out"]
        assert sorted(paula.said) == sorted(out) and b"sendMessage" in lost[0]
