"""Real clients for the false Telegram, and a webhook that keeps what comes."""

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiogram
import httpx
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from fakes.telegram import Telegram

SECRET = "secreto-de-prueba"
HTTP = httpx.Client(trust_env=False, timeout=5)


@pytest.fixture
def world():
    with Telegram(seed=7) as world:
        yield world


@pytest.fixture
def paula(world):
    paula = world.person("Paula")
    paula.standing = "member"
    return paula


def with_ptb(world, use, token=None):
    """Runs `use(bot)` with python-telegram-bot."""

    async def run():
        bot = telegram.Bot(
            token or world.token, base_url=f"{world.url}/bot", base_file_url=f"{world.url}/file/bot",
        )  # fmt: skip
        async with bot:
            return await use(bot)

    return asyncio.run(run())


def with_aiogram(world, use):
    async def run():
        session = AiohttpSession(api=TelegramAPIServer.from_base(world.url))
        async with aiogram.Bot(world.token, session=session) as bot:
            return await use(bot)

    return asyncio.run(run())


def raw(world, method, **params):
    return HTTP.post(f"{world.url}/bot{world.token}/{method}", json=params)


class Webhook(ThreadingHTTPServer):
    """What a server under test would be: keeps what comes, answers as told."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), WebhookHandler)
        self.bodies, self.secrets, self.statuses, self.say = [], [], [], b""
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/webhooks/telegram/liceo"

    @property
    def updates(self):
        return [telegram.Update.de_json(json.loads(body), None) for body in self.bodies]


class WebhookHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.bodies.append(self.rfile.read(int(self.headers["content-length"])))
        self.server.secrets.append(self.headers["x-telegram-bot-api-secret-token"])
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.end_headers()
        self.wfile.write(self.server.say)

    def log_message(self, *_):
        pass


@pytest.fixture
def webhook(world):
    webhook = Webhook()
    kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]
    assert with_ptb(world, lambda bot: bot.set_webhook(webhook.url, secret_token=SECRET, allowed_updates=kinds))
    yield webhook
    webhook.shutdown()
    webhook.server_close()
