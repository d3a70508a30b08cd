"""The false Telegram brings updates as the real one does, real clients read them, and it misbehaves when told to."""

import json

import aiogram
import httpx
import pytest
import telegram

from fakes.telegram import Telegram
from telegram_clients import HTTP, SECRET, paula, raw, webhook, with_ptb, world  # noqa: F401


def test_everything_people_do_arrives_and_is_understood(world, paula, webhook):
    tomas = world.person("Tomás", last_name="Ñ.")
    group = world.group("Equipo", tomas)
    first = paula.start("AB12CD")
    with_ptb(world, lambda bot: bot.send_message(paula.id, "¿Sigue?", reply_markup=telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton("Sí", callback_data="m.0")]])))  # fmt: skip
    press = paula.press("Sí")
    paula.voice()
    paula.photo("la pizarra", album="7")
    paula.edit(first, "corregido")
    paula.react(first, "👍")
    group.join(paula)
    group.leave(paula)
    group.kick_bot(tomas)
    paula.block()
    world.settle()
    for body in webhook.bodies:
        aiogram.types.Update.model_validate_json(body)
    assert set(webhook.secrets) == {SECRET}
    kinds = sorted(next(kind for kind in json.loads(body) if kind != "update_id") for body in webhook.bodies)
    assert kinds == sorted(
        ["message"] * 5 + ["edited_message", "callback_query", "message_reaction"] + ["my_chat_member"] * 3
    )
    assert world.api.spinning == {press}
    assert with_ptb(world, lambda bot: bot.answer_callback_query(press))
    assert not world.api.spinning
    with pytest.raises(telegram.error.BadRequest, match="too old"):
        with_ptb(world, lambda bot: bot.answer_callback_query("1"))


def test_in_groups_only_what_is_for_the_bot_arrives(world, paula, webhook):
    group = world.group("Equipo", paula)
    raw(world, "sendMessage", chat_id=group.id, text="¿Por qué?", reply_markup={"force_reply": True})
    assert group.forces_reply
    for text in ["¿alguien trajo el proyector?", "@raiz_demo_bot hola", "/atras@otro_bot"]:
        paula.say(text, group)
    for text in ["/atras", "/atras@raiz_demo_bot"]:
        paula.say(text, group)
    paula.answer("porque faltó tiempo", group)
    world.settle()
    texts = [update.message.text for update in webhook.updates if update.message]
    assert texts == ["/atras", "/atras@raiz_demo_bot", "porque faltó tiempo"]
    world.privacy = False
    paula.say("hola a todas", group)
    world.settle()
    assert webhook.updates[-1].message.text == "hola a todas"


def test_what_is_not_taken_comes_again_before_the_next(world, paula, webhook):
    webhook.statuses = [503, 500, 403]
    paula.say("uno")
    paula.say("dos")
    world.settle()
    assert [update.message.text for update in webhook.updates] == ["uno"] * 4 + ["dos"]
    assert sorted(world.delivery.posts.values()) == [1, 4]
    assert with_ptb(world, lambda bot: bot.get_webhook_info()).last_error_message.startswith("Wrong response")


def test_updates_can_come_twice_and_in_another_order(world, paula, webhook):
    world.storm(duplicates=1.0)
    paula.say("uno")
    world.settle()
    world.calm()
    world.delivery.hold()
    for text in ["a", "b", "c"]:
        paula.say(text)
    world.delivery.release(order=lambda update: -update["update_id"])
    world.settle()
    assert [update.message.text for update in webhook.updates] == ["uno", "uno", "c", "b", "a"]


def test_an_answer_may_carry_one_call(world, paula, webhook):
    webhook.say = json.dumps({"method": "sendMessage", "chat_id": paula.id, "text": "al tiro"}).encode()
    paula.say("hola")
    world.settle()
    assert paula.said == ["al tiro"]
    webhook.say = json.dumps({"method": "deleteWebhook"}).encode()
    paula.say("hola")
    world.settle()
    assert world.delivery.webhook["url"] == webhook.url


def test_what_nobody_asked_for_stays(world, paula, webhook):
    with_ptb(world, lambda bot: bot.set_webhook(webhook.url, allowed_updates=["message"]))
    paula.react(paula.say("hola"), "👍")
    world.settle()
    assert len(webhook.bodies) == 1


# Misbehaving


def test_it_can_be_told_to_misbehave(world, paula, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    send = lambda text="x": raw(world, "sendMessage", chat_id=paula.id, text=text)
    world.trouble("429", retry_after=7)
    with pytest.raises(telegram.error.RetryAfter) as caught:
        with_ptb(world, lambda bot: bot.send_message(paula.id, "x"))
    assert caught.value.retry_after.total_seconds() == 7
    for kind, status in [("500", 500), ("502", 502), ("parse", 400), ("portal", 200)]:
        world.trouble(kind)
        assert send().status_code == status
    assert paula.said == []
    world.trouble("500-after")
    assert send("500-after").status_code == 500
    for kind in ["drop", "drop-after"]:
        world.trouble(kind)
        with pytest.raises(httpx.RemoteProtocolError):
            send(kind)
    world.trouble("hang-after")
    with pytest.raises(httpx.ReadTimeout):
        address = f"{world.url}/bot{world.token}/sendMessage"
        HTTP.post(address, json={"chat_id": paula.id, "text": "hang-after"}, timeout=0.3)
    world.trouble("slow", seconds=0.05)
    assert send("slow").status_code == 200
    world.trouble("429", chat=1)
    assert send("otra vez").status_code == 200
    assert paula.said == ["500-after", "drop-after", "hang-after", "slow", "otra vez"]
    assert send("otra vez").status_code == 200
    assert world.repeats == 1
    assert [attempt.status for attempt in world.attempts].count(0) == 3


def test_a_storm_is_the_same_for_the_same_seed():
    def statuses(seed):
        with Telegram(seed=seed) as world:
            world.person("Paula", id=42).standing = "member"
            world.storm(_429=0.2, _500_after=0.2)
            return [raw(world, "sendMessage", chat_id=42, text="x").status_code for _ in range(40)]

    assert statuses(3) == statuses(3)
    assert {200, 429, 500} == set(statuses(3))
    assert statuses(3) != statuses(4)
