"""The false Telegram is one that real clients understand: python-telegram-bot and aiogram call its Bot API."""

import pytest
import telegram

from telegram_clients import paula, raw, with_aiogram, with_ptb, world  # noqa: F401


def test_both_clients_know_the_bot(world):
    assert with_ptb(world, lambda bot: bot.get_me()).username == "raiz_demo_bot"
    assert with_aiogram(world, lambda bot: bot.get_me()).username == "raiz_demo_bot"


def test_both_clients_send_and_understand_what_was_sent(world, paula):
    rows = [[telegram.InlineKeyboardButton("Sí", callback_data="m.0"), telegram.InlineKeyboardButton("No", callback_data="m.1")]]
    sent = with_ptb(
        world,
        lambda bot: bot.send_message(
            paula.id, "<b>¿Sigue?</b> a &lt; b", parse_mode="HTML", reply_markup=telegram.InlineKeyboardMarkup(rows)
        ),
    )
    assert (sent.text, sent.chat_id, sent.from_user.id) == ("¿Sigue? a < b", paula.id, world.bot["id"])
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 7)]
    assert [b.callback_data for b in sent.reply_markup.inline_keyboard[0]] == ["m.0", "m.1"]
    second = with_aiogram(world, lambda bot: bot.send_message(paula.id, "Ñandú 🌱"))
    assert second.message_id == sent.message_id + 1
    assert paula.said == ["¿Sigue? a < b", "Ñandú 🌱"]


def test_it_refuses_what_the_real_one_refuses(world, paula):
    def refused(error, code, words, **params):
        async def use(bot):
            await bot.send_message(**{"chat_id": paula.id, "text": "x", **params})

        with pytest.raises(error, match=f"(?i){words}"):
            with_ptb(world, use)
        assert world.attempts[-1].status == code

    data = lambda data: telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("x", callback_data=data)]])
    refused(telegram.error.BadRequest, 400, "chat not found", chat_id=999)
    refused(telegram.error.BadRequest, 400, "text is empty", text=" \n")
    refused(telegram.error.BadRequest, 400, "too long", text="🌱" * 2049)
    refused(telegram.error.BadRequest, 400, "Unsupported start tag", text="a <ñ> b", parse_mode="HTML")
    refused(telegram.error.BadRequest, 400, "Can't find end tag", text="<b>a", parse_mode="HTML")
    refused(telegram.error.BadRequest, 400, "Unmatched end tag", text="a</b>", parse_mode="HTML")
    refused(telegram.error.BadRequest, 400, "Unclosed start tag", text="a < b", parse_mode="HTML")
    refused(telegram.error.BadRequest, 400, "button_data_invalid", reply_markup=data("x" * 65))
    refused(telegram.error.BadRequest, 400, "thread not found", message_thread_id=9)
    paula.standing = "kicked"
    refused(telegram.error.Forbidden, 403, "blocked by the user")
    paula.leave_telegram()
    refused(telegram.error.Forbidden, 403, "deactivated")
    with pytest.raises(telegram.error.InvalidToken):
        with_ptb(world, lambda bot: bot.get_me(), token="123456:OTRO")
    assert paula.said == []
    assert world.refusals == {400: 9, 403: 2, 401: 1}


def test_limits_of_buttons(world, paula):
    def status(rows):
        return raw(world, "sendMessage", chat_id=paula.id, text="x", reply_markup={"inline_keyboard": rows}).status_code

    button = {"text": "a", "callback_data": "x" * 64}
    assert status([[button] * 8] * 12 + [[button] * 4]) == 200
    assert status([[button] * 8] * 12 + [[button] * 5]) == 400
    assert status([[button] * 9]) == 400
    assert status([[{"text": " ", "callback_data": "x"}]]) == 400
    assert status([[{"text": "a"}]]) == 400
    assert status([[{"text": "a", "callback_data": ""}]]) == 400
    assert status([button]) == 400


def test_nobody_is_written_to_before_they_write(world):
    stranger = world.person("Desconocida")
    with pytest.raises(telegram.error.BadRequest, match="(?i)chat not found"):
        with_ptb(world, lambda bot: bot.send_message(stranger.id, "hola"))


def test_a_group_that_grew_has_another_id(world, paula):
    group = world.group("Equipo", paula, supergroup=False)
    new = group.upgrade(paula)
    with pytest.raises(telegram.error.ChatMigrated) as caught:
        with_ptb(world, lambda bot: bot.send_message(group.id, "hola"))
    assert caught.value.new_chat_id == new.id
    assert with_ptb(world, lambda bot: bot.send_message(new.id, "hola")).chat_id == new.id


def test_files_are_fetched(world, paula):
    voice = paula.voice(b"OggS de prueba")["voice"]

    async def use(bot):
        return bytes(await (await bot.get_file(voice["file_id"])).download_as_bytearray())

    assert with_ptb(world, use) == b"OggS de prueba"


def test_setting_the_webhook_is_checked(world):
    for params, words in [
        ({"url": "http://raiz.test/x"}, "HTTPS"),
        ({"url": "https://raiz.test:4000/x"}, "ports"),
        ({"url": "https://raiz.test/x", "secret_token": "ñ"}, "unallowed"),
        ({"url": "https://raiz.test/x", "max_connections": 101}, "connections"),
    ]:
        answer = raw(world, "setWebhook", **params)
        assert answer.status_code == 400 and words in answer.json()["description"]
    assert raw(world, "setWebhook", url="https://raiz.test/x", secret_token="s").json()["result"] is True
    assert with_ptb(world, lambda bot: bot.get_webhook_info()).url == "https://raiz.test/x"
    assert with_aiogram(world, lambda bot: bot.delete_webhook())
    assert with_ptb(world, lambda bot: bot.get_webhook_info()).url == ""
