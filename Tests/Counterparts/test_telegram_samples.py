"""Two libraries that speak Telegram read the samples as Raíz does, and take what Raíz sends.

Neither checks lengths of texts and buttons, and aiogram drops fields it does not know: those checks are the fake's.
"""

import json
import re
from datetime import datetime, timezone
from pathlib import Path

import aiogram
import pytest
import telegram
from aiogram.methods import GetFile, GetMe, SendMessage, SetWebhook
from aiogram.types import ForceReply, InlineKeyboardMarkup

from fakes.telegram import Telegram

SAMPLES = Path(__file__).resolve().parents[1] / "ChannelsTests/Fixtures/telegram"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.json"))
SENT = sorted(path.stem for path in (SAMPLES / "sent").glob("*.txt"))
METHODS = {"sendMessage": SendMessage, "setWebhook": SetWebhook, "getMe": GetMe, "getFile": GetFile}


def ours(name):
    """What Raíz understood, by field; `None` when it left it out."""
    lines = (SAMPLES / f"{name}.txt").read_text().splitlines()
    fields = dict(line.strip().split(": ", 1) for line in lines if line.startswith("  "))
    return fields or None


def quoted(text):
    return text.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def theirs(update):
    """Sender, chat, message and time in python-telegram-bot's reading."""
    message = update.message or update.edited_message
    if message:
        who, chat = message.sender_chat or message.from_user, message.chat
        return who, chat, message.message_id, message.edit_date or message.date
    if query := update.callback_query:
        chat = query.message.chat if query.message else None
        return query.from_user, chat, query.message and query.message.message_id, None
    if reaction := update.message_reaction:
        return reaction.user or reaction.actor_chat, reaction.chat, reaction.message_id, reaction.date
    member = update.my_chat_member or update.chat_member
    return member.from_user, member.chat, None, member.date


@pytest.mark.parametrize("name", NAMES)
def test_both_libraries_read_the_sample(name):
    sample = json.loads((SAMPLES / f"{name}.json").read_text())
    strict = aiogram.types.Update.model_validate(sample)
    loose = telegram.Update.de_json(sample, None)
    assert strict.update_id == loose.update_id == sample["update_id"]
    kinds = [kind for kind in sample if kind not in ("update_id", "brand_new_update")]
    for kind in kinds:
        assert getattr(strict, kind) is not None and getattr(loose, kind) is not None


@pytest.mark.parametrize("name", [name for name in NAMES if ours(name)])
def test_who_where_and_when_agree(name):
    fields = ours(name)
    who, chat, message, time = theirs(telegram.Update.de_json(json.loads((SAMPLES / f"{name}.json").read_text()), None))
    assert fields["sender"] == str(who.id)
    if fields.get("content", "").startswith("system moved"):
        return  # both chats tell it, and Raíz gives it the one key and the one place
    place = fields.get("direct") or fields.get("group")
    assert place.split("/")[0] == str(chat.id if chat else who.id)
    assert ("direct" in fields) == (chat is None or chat.type == "private")
    if time:
        assert datetime.fromisoformat(fields["time"]) == time.replace(tzinfo=timezone.utc)
    if "message" in fields:
        assert fields["message"] == f"{chat.id}:{message}"


@pytest.mark.parametrize("name", [name for name in NAMES if ours(name)])
def test_what_was_said_agrees(name):
    content = ours(name)["content"]
    update = telegram.Update.de_json(json.loads((SAMPLES / f"{name}.json").read_text()), None)
    message = update.effective_message
    if found := re.match(r'(text|edit of \S+,) "(.*)"$', content):
        # Commands and the bot's name become words; what is left stands in the original.
        said = re.sub(r"@edubot_test_bot\s*", "", message.text or message.caption).removeprefix("/")
        expected = re.sub(r"^start\s*", "", said) or "hola"
        assert quoted(found[2]) == expected
    elif found := re.match(r'choice "([^"]*)"(?: labelled "(.*)")?$', content):
        assert found[1] == update.callback_query.data
        if found[2]:
            rows = update.callback_query.message.reply_markup.inline_keyboard
            assert found[2] in [button.text for row in rows for button in row]
    elif found := re.match(r"media (\w+)(?:, from (\w+))?", content):
        kind, reference = found.groups()
        file = message.effective_attachment
        if kind == "image":
            file = max(message.photo, key=lambda size: size.width * size.height)
        assert reference == getattr(file, "file_id", None)
        if getattr(file, "file_size", None):
            assert f"bytes {file.file_size}" in content
        if message.media_group_id:
            assert f"album {message.media_group_id}" in content
    elif content.startswith("location"):
        place = message.venue.location if message.venue else message.location
        assert content.split()[1:3] == [str(place.latitude), str(place.longitude)]
    elif content.startswith("reaction"):
        new = update.message_reaction.new_reaction
        assert content.split()[1] == (getattr(new[-1], "emoji", "custom_emoji") if new else "removed")
    else:
        assert content.split()[0] in ("join", "leave", "system", "unsupported")


# What Raíz sends


def call(name):
    line = (SAMPLES / "sent" / f"{name}.txt").read_text().removesuffix("\n")
    verb, address, body = line.split(" ", 2)
    assert verb == "POST"
    return address.rsplit("/", 1)[1], json.loads(body)


@pytest.mark.parametrize("name", SENT)
def test_a_strict_model_takes_what_raiz_sends(name):
    method, body = call(name)
    model = METHODS[method]
    assert set(body) <= set(model.model_fields), "aiogram would drop what it does not know"
    model.model_validate(body)
    if markup := body.get("reply_markup"):
        # Not through the union of markups, which turns a malformed one into another kind.
        kind = InlineKeyboardMarkup if "inline_keyboard" in markup else ForceReply
        assert kind.model_validate(markup).model_dump(exclude_none=True) == markup


@pytest.mark.parametrize("name", [name for name in SENT if call(name)[0] == "sendMessage"])
def test_the_fake_takes_what_raiz_sends(name):
    method, body = call(name)
    with Telegram() as world:
        world.person("Paula", id=42).standing = "member"
        world.group("Equipo", world.people[42], id=-1001).topics.add(3)
        status, answer = world.api.answer(world.token, method, body)
        assert status == 200, answer
        message = telegram.Message.de_json(answer["result"], None)
        assert message.chat_id == body["chat_id"]
        unescaped = body["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert message.text == (unescaped if "parse_mode" in body else body["text"])
        assert not message.entities, "nobody's words become markup"


def test_the_webhook_asks_for_what_raiz_reads():
    _, body = call("set-webhook")
    assert set(body["allowed_updates"]) <= {kind.value for kind in telegram.constants.UpdateType}
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,256}", body["secret_token"])
