"""Channels as an operator connects them and as people use them: real commands, a real server, false providers.

What the dialogue asks and records is the same everywhere and tested elsewhere; here is what changes with the channel.
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from conversation import PROBLEM, SHORT, SHORT_LOBBY, SHORT_OUTCOMES, WHYS, Press
from messengers import (
    ACCESS, APP_SECRET, TOKEN, VERIFY, CallbackVisitor, TelegramVisitor, WhatsAppVisitor, connect_callback,
    connect_telegram, connect_whatsapp, outbox, quiet,
)  # fmt: skip
from raiz_client import until
from web_chat import PlainVisitor

SORRY = "¡Gracias! Recibí algo que no es texto, y para seguir necesito palabras. ¿Lo escriben, aunque sea breve?"
FIRST = "¿Qué problema quieren mirar hoy? Cuéntenlo como un hecho."
OLD = "Esa opción era de una pregunta anterior. Ahora vamos en esta."
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


@pytest.fixture(scope="module")
def eco(shared_server):
    receiver, secret = connect_callback(shared_server)
    yield receiver, secret
    receiver.close()


def recorded(server, external):
    """The outcomes of the only dialogue of an address."""
    [(dialogue,)] = server.sql(
        "SELECT DISTINCT transcript.dialogue FROM transcript JOIN address ON address.id = address"
        " WHERE external = ? AND transcript.dialogue IS NOT NULL", external)  # fmt: skip
    return server.outcomes(dialogue)


@pytest.fixture(scope="module", autouse=True)
def stories(shared_server, telegram, meta, eco):
    """Long conversations, held to the channels' pace while the other tests run; the tests at the end ask for them."""
    with ThreadPoolExecutor() as pool:
        people = [
            TelegramVisitor(shared_server, telegram, "Paula"), WhatsAppVisitor(shared_server, meta, "Ana"),
            CallbackVisitor(shared_server, *eco, "eva-1"),
        ]  # fmt: skip
        joins = ["/start ARM234", "¡Hola! Unirme arm 234", "UNIRME ARM234"]
        told = [pool.submit(one.converse, [join, *SHORT_LOBBY, *SHORT]) for one, join in zip(people, joins)]
        yield {"people": told, "group": pool.submit(group_story, shared_server, telegram)}


# What an operator does


def test_accounts_from_first_to_last(server):
    """Added, shown, tested, rotated, removed; and no secret is ever seen again once it was given."""
    secrets, seen = {TOKEN, ACCESS, APP_SECRET, VERIFY, "clave-nueva-de-la-app"}, []

    def run(*arguments, **environment):
        done = server.ask(*arguments, **environment)
        seen.append(done.stdout + done.stderr)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    with connect_telegram(server) as world, connect_whatsapp(server) as meta:
        receiver, ours = connect_callback(server)
        [(hidden,)] = server.sql("SELECT json_extract(secrets, '$[0]') FROM account WHERE id = 'liceo'")
        secrets |= {hidden, ours}
        listed = run("channel", "list")
        assert all(f"{name}  {kind}  demo  lista" in listed for name, kind in [
            ("liceo", "telegram"), ("daem", "whatsapp"), ("eco", "generic")])  # fmt: skip
        assert "El bot es @raiz_demo_bot" in run("channel", "test", "liceo")
        assert "El número es +56 2 2000 0000 («Raíz»)" in run("channel", "test", "daem")
        assert "contestó 204" in run("channel", "test", "eco")
        assert world.delivery.webhook["url"] == f"{server.url}/webhooks/telegram/liceo"
        assert meta.verify()[0] == 200 and meta.verify(token="otra")[0] == 403

        # Telegram: both secrets are good until the change is finished.
        run("channel", "rotate", "liceo", RAIZ_TELEGRAM_TOKEN=TOKEN)
        assert post(server, "liceo", hidden) == 200
        run("telegram", "set-webhook", "liceo", RAIZ_PUBLIC_URL=server.url)
        secrets.add(world.delivery.webhook["secret_token"])
        run("channel", "rotate", "liceo", "--finish")
        assert post(server, "liceo", hidden) == 403
        assert post(server, "liceo", world.delivery.webhook["secret_token"]) == 200

        # WhatsApp: the app's old key is good until the change is finished too.
        fresh = dict(RAIZ_WHATSAPP_APP_SECRET="clave-nueva-de-la-app", RAIZ_WHATSAPP_TOKEN=ACCESS,
                     RAIZ_WHATSAPP_VERIFY_TOKEN=VERIFY)  # fmt: skip
        run("channel", "rotate", "daem", **fresh)
        body = meta.encode(meta.envelope(meta.value(messages=[])))
        assert meta.post(body) == 200, "still signed with the old key"
        run("channel", "rotate", "daem", "--finish")
        assert meta.post(body) == 403
        meta.app_secret = "clave-nueva-de-la-app"
        assert meta.post(body) == 200

        # A conversation, so that the log has something to tell; and one that stops, so that it complains.
        ana = WhatsAppVisitor(server, meta).say("hola")
        meta.trouble("token", person=ana.person)
        ana.write("otra vez")
        until(lambda: "DETENIDA (whatsapp-190)" in run("channel", "list"), "the account stops")
        assert outbox(server, ana.external)[-1][1] == "pending", "it waits for somebody to put that right"
        meta.trouble("unreachable", person=ana.person)
        assert "vuelve a enviar" in run("channel", "test", "daem")
        assert "DETENIDA" not in run("channel", "list")
        # Any message wakes the delivery; this one complains, with the token in its address.
        world.trouble("portal")
        TelegramVisitor(server, world).write("hola")

        # What could not go out is shown without anybody's words, and sent again.
        until(lambda: outbox(server, ana.external)[-1][1] == "waiting", "it is held")
        shown = run("outbox", "list", "--status", "waiting")
        assert "whatsapp-131026" in shown and "establecimiento" not in shown
        message = shown.split()[0]
        assert "intento 2" in run("outbox", "show", message)
        assert "1 mensajes" in run("outbox", "send", message)

        for account in ("liceo", "daem", "eco"):
            run("channel", "remove", account)
        listed = run("channel", "list")
        assert listed.count("DETENIDA (removed)") == 3
        assert server.sql("SELECT secrets, credentials FROM account WHERE halted = 'removed'") == [("[]", "{}")] * 3
        assert meta.post(body) == 410
        assert post(server, "liceo", world.delivery.webhook["secret_token"]) == 410
        for account in ("liceo", "daem", "eco"):
            done = server.ask("channel", "test", account)
            seen.append(done.stdout + done.stderr)
            assert done.returncode != 0, "a removed account does not come back by being tested"
        receiver.close()
    seen += [(server.folder / name).read_bytes() for name in ("stdout.txt", "stderr.txt")]
    for secret in secrets:
        assert all(secret.encode() not in text for text in seen), f"{secret[:6]}… was shown"


def post(server, account, secret):
    update = {"update_id": 1, "poll": {}}
    headers = {"x-telegram-bot-api-secret-token": secret}
    return server.http.post(f"/webhooks/telegram/{account}", json=update, headers=headers).status_code


def test_mistakes_of_an_operator(server):
    """Each is a sentence and a failure, and leaves nothing behind."""
    before = server.sql("SELECT * FROM account ORDER BY id")
    for arguments, words, environment in [
        (["add", "telegram", "liceo"], "--username", {}),
        (["add", "telegram", "liceo", "--username", "x_bot"], "Falta Token", {}),
        (["add", "telegram", "liceo", "--username", "x_bot"], "token", {"RAIZ_TELEGRAM_TOKEN": "sin-forma"}),
        (["add", "whatsapp", "daem"], "--phone-number-id", {}),
        (["add", "paloma", "x"], "No hay un canal", {}),
        (["add", "generic", "Ñ"], "no sirve como nombre", {}),
        (["add", "generic", "demo"], "Ya hay una cuenta", {}),
        (["add", "generic", "x", "--organization", "nadie"], "No hay una organización", {}),
        (["test", "nadie"], "No hay una cuenta", {}),
        (["rotate", "web"], "no tiene secretos", {}),
    ]:
        done = server.ask("channel", *arguments, stdin=b"", **environment)
        said = (done.stdout + done.stderr).decode()
        assert done.returncode != 0 and words in said, said
        assert "sin-forma" not in said and "Error" not in said.split("\n")[0].replace("Error:", "")
    assert server.sql("SELECT * FROM account ORDER BY id") == before


# What people do


def test_no_option_is_numbered_twice(shared_server, telegram, meta):
    """Where options cannot be pressed they are numbered in the text: once."""
    for visitor in [TelegramVisitor(shared_server, telegram), WhatsAppVisitor(shared_server, meta)]:
        visitor.converse(JOINED[:2])
        assert visitor.said[-1].count("Los 5 porqués") == 1, visitor.said[-1]


@pytest.fixture(scope="module")
def two(shared_server, telegram, meta):
    """Somebody on each, at the first question of the 5 Whys."""
    visitors = TelegramVisitor(shared_server, telegram, "Tomás"), WhatsAppVisitor(shared_server, meta, "Ema")
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda visitor: visitor.converse(JOINED), visitors))


def answered(visitor, act):
    """What is said in answer to something."""
    before, heard = len(visitor.said), visitor.heard()
    act()
    until(lambda: visitor.heard() > heard, "it is heard")
    quiet(visitor.server, visitor.external)
    return "\n\n".join(visitor.said[before:])


def test_what_is_not_text_is_answered_kindly_and_kept(shared_server, telegram, meta, two):
    tomas, ema = two
    voice = b"OggS una nota de voz" * 50
    sticker = {"file_id": tomas.person.upload(b"RIFFWEBP", "stickers/file.webp"), "file_unique_id": "U", "width": 1,
               "height": 1, "is_animated": False, "is_video": False, "type": "regular"}  # fmt: skip
    webp = {"id": meta.media(b"RIFFWEBP", "image/webp"), "mime_type": "image/webp", "animated": False}
    place = {"latitude": -33.4, "longitude": -70.6}
    for visitor, acts in [
        (tomas, [lambda: tomas.person.voice(voice), lambda: tomas.person.send({"sticker": sticker}),
                 lambda: tomas.person.send({"location": place})]),
        (ema, [lambda: meta.voice(ema.person, voice), lambda: meta.send(ema.person, {"type": "sticker", "sticker": webp}),
               lambda: meta.send(ema.person, {"type": "location", "location": place})]),
    ]:  # fmt: skip
        for act in acts:
            assert answered(visitor, act) == f"{SORRY}\n\n{FIRST}"
        files = until(lambda: done(shared_server, visitor), "the files are fetched")
        assert [kind for kind, _, _ in files] == ["audio", "sticker"]
        for (_, message, digest), content in zip(files, [voice, b"RIFFWEBP"]):
            [path] = (shared_server.folder / "data/attachments").rglob(message)
            assert path.read_bytes() == content and digest == hashlib.sha256(content).hexdigest()


def done(server, visitor):
    rows = server.sql(
        "SELECT kind, message, sha256, status FROM attachment JOIN transcript ON id = message"
        " WHERE address = (SELECT id FROM address WHERE external = ?) ORDER BY sequence", visitor.external)  # fmt: skip
    return [row[:3] for row in rows] if {row[3] for row in rows} == {"stored"} else None


def test_photos_sent_together_get_one_answer(shared_server, telegram, two):
    tomas, _ = two
    before = len(tomas.said)
    for caption in ("la pizarra", None, None):
        tomas.person.photo(caption, album="135791")
    telegram.settle()
    quiet(shared_server, tomas.external)
    assert tomas.said[before:] == [SORRY, FIRST]
    until(lambda: shared_server.sql("SELECT COUNT(*) FROM attachment WHERE kind = 'image' AND status = 'stored'")
          == [(3,)], "all three are kept")  # fmt: skip


def test_edits_reactions_and_what_nobody_understands(shared_server, meta, two):
    tomas, ema = two
    written = {}
    for visitor in two:
        assert "¿Qué dato" in answered(visitor, lambda: written.update({visitor: visitor.person.say(PROBLEM)
            if visitor is tomas else meta.say(ema.person, PROBLEM)}))  # fmt: skip
    assert "Vi que editaron" in answered(tomas, lambda: tomas.person.edit(written[tomas], PROBLEM + "!"))
    assert "Vi que editaron" in answered(ema, lambda: meta.edit(ema.person, written[ema], PROBLEM + "!"))
    assert answered(tomas, lambda: tomas.person.react(tomas.person.screen[-1], "👍")) == ""
    assert answered(ema, lambda: meta.react(ema.person, ema.screen[-1].wamid, "👍")) == ""
    assert answered(ema, lambda: meta.revoke(ema.person, written[ema])) == ""
    assert SORRY in answered(ema, lambda: meta.unsupported(ema.person))
    # Once it is recorded word by word, an edit takes its place.
    for visitor in two:
        visitor.converse(["saltar"])
    tomas.person.edit(written[tomas], f"{PROBLEM}, y crece")
    meta.edit(ema.person, written[ema], f"{PROBLEM}, y crece")
    for visitor in two:
        until(lambda: recorded(shared_server, visitor.external)[0][1] == f"{PROBLEM}, y crece", "the edit is taken")
        quiet(shared_server, visitor.external)


def test_an_old_button_is_known_as_old(shared_server, meta, two):
    tomas, ema = two
    for visitor in two:
        visitor.converse([WHYS[0]])
    first, row = tomas.person.screen[-1], ema.screen[-1]
    for visitor in two:
        visitor.say(Press(1))
    label = first["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert OLD in answered(tomas, lambda: tomas.person.press(label, message=first))
    assert OLD in answered(ema, lambda: meta.press(ema.person, row, 0))
    for visitor in two:
        visitor.say(Press(2))
        assert recorded(shared_server, visitor.external)[-1] == (
            "why", WHYS[0], {"question": f"{PROBLEM}, y crece", "evidence": "fact", "control": "influence", "level": 1})  # fmt: skip


def test_who_blocks_the_bot_is_left_alone_until_they_come_back(shared_server, telegram, meta, two):
    tomas, ema = two
    # Telegram tells it; on WhatsApp it shows when a message fails, after it was taken.
    telegram.delivery.hold()
    tomas.person.say(WHYS[1])
    tomas.person.block()
    telegram.delivery.release(order=lambda update: "my_chat_member" in update)
    meta.trouble("blocked", person=ema.person)
    meta.say(ema.person, WHYS[1])
    for visitor in two:
        until(lambda: outbox(shared_server, visitor.external)[-1][1] == "waiting", "it waits for them")
    assert "spam" not in [problem for *_, problem in outbox(shared_server, tomas.external)]
    before = len(telegram.attempts), meta.counts["attempts"]
    tomas.person.unblock()
    telegram.settle()
    quiet(shared_server, tomas.external)
    assert tomas.said[-1] == "¿Cómo lo saben? Por…" and len(telegram.attempts) > before[0]
    ema.write("hola")
    until(lambda: [sent.text for sent in ema.screen].count("¿Cómo lo saben? Por…") >= 2, "what was held arrives")
    quiet(shared_server, ema.external)
    for visitor in two:
        visitor.converse([Press(1), Press(1)])
        assert recorded(shared_server, visitor.external)[-1][:2] == ("why", WHYS[1])


def test_a_group_without_privacy_where_people_talk(shared_server):
    """Telegram hands everything over; what is not said to the bot leaves no trace."""
    with connect_telegram(shared_server, "jardin", privacy=False) as world:
        marta = world.person("Marta", id=7_000)
        group = world.group("Jardín", marta, id=-100_777)
        until(lambda: group.said, "the bot says who it is")
        quiet(shared_server, str(group.id))
        for text in ["¿y el acto?", "ARM234", "mañana a las 9"]:
            marta.say(text, group)
        marta.say("@raiz_demo_bot unirme ARM234", group)
        until(lambda: any("¡Listo!" in said for said in group.said), "the mention is heard")
        world.settle()
        heard = [text for direction, text in shared_server.transcript(str(group.id)) if direction == "in"]
        assert heard == ["unirme ARM234"]


# The long ones, which ran meanwhile


def test_the_same_conversation_on_every_channel(shared_server, telegram, meta, eco, stories):
    """Whoever joins by a link, by a code in a sentence or on a page comes to the same outcomes."""
    PlainVisitor(shared_server).converse(["hola", "ARM234", *SHORT_LOBBY, *SHORT])
    [(web,)] = shared_server.sql("SELECT external FROM address WHERE account = 'web'")
    assert recorded(shared_server, web) == SHORT_OUTCOMES
    people = paula, ana, eva = [told.result() for told in stories["people"]]
    for visitor in people:
        assert recorded(shared_server, visitor.external) == SHORT_OUTCOMES
        kept = [text for direction, text in shared_server.transcript(visitor.external) if direction == "out"]
        assert [said.split("\n\n1) ")[0] for said in visitor.said] == [said.split("\n\n1) ")[0] for said in kept]
    # WhatsApp charges by message: one turn is one message there.
    assert len(ana.said) == 1 + len(SHORT_LOBBY) + len(SHORT) < len(paula.said)
    assert meta.counts["repeats"] == 0 and eco[0].repeats == 0
    meta.settle()
    assert {status for _, status, _, _ in outbox(shared_server, ana.external)} == {"delivered"}
    assert {status for _, status, _, _ in outbox(shared_server, paula.external)} == {"sent"}
    assert len(meta.reads) >= len(ana.said), "whoever writes sees that it was read"
    assert telegram.api.typing.count(paula.person.id) == 3 + len(SHORT)
    assert not telegram.api.spinning, "no button is left spinning"


def test_a_group_with_privacy_that_grows(stories):
    stories["group"].result()


def group_story(shared_server, telegram):
    """A group with privacy on, in which people also talk with each other, becomes a supergroup."""
    rosa, ines = telegram.person("Rosa"), telegram.person("Inés")
    group = telegram.group("Equipo directivo", rosa, ines, supergroup=False)
    external = str(group.id)

    def answer(text, who=rosa):
        before = len(group.said)
        who.answer(text, group)
        until(lambda: len(group.said) > before, f"an answer to «{text}»")
        quiet(shared_server, external)
        return group.said[-1]

    until(lambda: group.said, "the bot says who it is")
    quiet(shared_server, external)
    rosa.say("¿vieron el partido?", group)
    rosa.say("@raiz_demo_bot hola", group)
    telegram.settle()
    answer("ARM234")
    answer("9")
    assert answer("los 5 porqués", ines) == FIRST
    ines.say("yo diría que la lectura", group)  # said to the others
    answer(PROBLEM, ines)
    answer("saltar")
    assert answer(WHYS[0]) == "¿Cómo lo saben? Por…"
    new = group.upgrade(rosa)
    telegram.settle()
    ines.press("Un dato", new, message=group.last_of_bot("Un dato"))
    until(lambda: new.said, "it goes on in the supergroup")
    quiet(shared_server, str(new.id))
    assert new.said == ["¿Está en sus manos?"]
    ines.press("Podemos influir", new)
    until(lambda: len(new.said) == 2, "it goes on")
    heard = [text for direction, text in shared_server.transcript(str(new.id)) if direction == "in"]
    assert heard == ["ARM234", "9", "los 5 porqués", PROBLEM, "saltar", WHYS[0], "Un dato", "Podemos influir"]
    assert recorded(shared_server, str(new.id))[-1][:2] == ("why", WHYS[0])
    # Two may leave and come; only when the bot itself goes, nothing more is said.
    new.leave(ines)
    new.kick_bot(rosa)
    telegram.settle()
    until(lambda: shared_server.sql("SELECT unreachable FROM address WHERE external = ?", str(new.id)) == [("left",)],
          "the bot is out")  # fmt: skip
