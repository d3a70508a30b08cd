"""The methods of the Bot API that a bot like ours calls, with the checks of the real one."""

import re
from urllib.parse import urlsplit

from .telegram_text import Refusal, bad, checked_markup, checked_text


class BotAPI:
    def __init__(self, telegram):
        self.telegram = telegram
        self.typing = []  # chats, in order
        self.spinning = set()  # presses that nobody has answered yet
        self.presses = set()
        self.methods = {name[5:].replace("_", ""): getattr(self, name) for name in dir(self) if name.startswith("call_")}
        del self.methods["quietly"]

    def answer(self, token, method, params):
        """Status and body of an answer."""
        if token != self.telegram.token:
            shaped = re.fullmatch(r"\d+:[\w-]+", token)
            return self.refused(Refusal(401, "Unauthorized") if shaped else Refusal(404, "Not Found"))
        call = self.methods.get(method.lower())
        if call is None:
            return self.refused(Refusal(404, "Not Found"))
        try:
            with self.telegram.lock:
                return 200, {"ok": True, "result": call(params)}
        except Refusal as refusal:
            return self.refused(refusal)

    def call_quietly(self, method, params):
        """A call in the answer to a webhook."""
        return self.answer(self.telegram.token, method, params)

    def refused(self, refusal):
        body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        if refusal.parameters:
            body["parameters"] = refusal.parameters
        return refusal.code, body

    def fail(self, trouble):
        """An answer that has nothing to do with the question."""
        wait = trouble.retry_after
        if trouble.kind == "429":
            return self.refused(Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait))
        if trouble.kind == "parse":
            return self.refused(bad('can\'t parse entities: Unsupported start tag "x" at byte offset 0'))
        if trouble.kind == "portal":
            return 200, b"<html>Ingrese a la red</html>"
        if trouble.kind == "502":
            return 502, b"<html><h1>502 Bad Gateway</h1></html>"
        return self.broken()

    def broken(self):
        return self.refused(Refusal(500, "Internal Server Error"))

    # About the bot

    def call_get_me(self, _):
        return self.telegram.bot | {
            "can_join_groups": True, "can_read_all_group_messages": not self.telegram.privacy,
            "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
            "has_topics_enabled": False, "allows_users_to_create_topics": False,
        }  # fmt: skip

    def call_set_webhook(self, params):
        url = params.get("url", "")
        address = urlsplit(url)
        here = address.hostname == "127.0.0.1"
        if url and address.scheme != "https" and not here:
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if url and not here and (address.port or 443) not in (80, 88, 443, 8443):
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        secret = params.get("secret_token", "")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        if not 1 <= int(params.get("max_connections") or 40) <= 100:
            raise bad("wrong number of maximum connections specified")
        self.telegram.delivery.webhook = dict(params) if url else {}
        return True

    def call_delete_webhook(self, _):
        self.telegram.delivery.webhook = {}
        return True

    def call_get_webhook_info(self, _):
        delivery = self.telegram.delivery
        info = {"url": delivery.webhook.get("url", ""), "has_custom_certificate": False,
                "pending_update_count": delivery.waiting}  # fmt: skip
        if delivery.webhook.get("allowed_updates"):
            info["allowed_updates"] = delivery.webhook["allowed_updates"]
        if delivery.last_problem:
            info |= {"last_error_date": self.telegram.clock, "last_error_message": delivery.last_problem}
        return info

    # Messages

    def chat(self, params):
        """The chat that is meant, if the bot may write there."""
        given = str(params.get("chat_id", ""))
        if not given:
            raise bad("chat_id is empty")
        chat = self.telegram.chats.get(int(given)) if re.fullmatch(r"-?\d+", given) else None
        if chat is None:
            raise bad("chat not found")
        chat.check()
        thread = params.get("message_thread_id")
        if thread is not None and int(thread) not in chat.topics:
            raise bad("message thread not found")
        return chat

    def call_send_message(self, params):
        chat = self.chat(params)
        text, entities = checked_text(params.get("text"), params.get("parse_mode"))
        markup = params.get("reply_markup")
        checked_markup(markup)
        message = {"text": text}
        if entities:
            message["entities"] = entities
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        if params.get("message_thread_id") is not None:
            message |= {"message_thread_id": int(params["message_thread_id"]), "is_topic_message": True}
        message = chat.post(self.telegram.bot, message)
        # People see what they are asked; a program does not.
        chat.forces_reply = bool(markup and markup.get("force_reply"))
        return message

    def call_edit_message_text(self, params):
        chat = self.chat(params)
        message = chat.message(int(params.get("message_id", 0)))
        if message is None or message["from"]["id"] != self.telegram.bot["id"]:
            raise bad("message to edit not found")
        text, entities = checked_text(params.get("text"), params.get("parse_mode"))
        checked_markup(params.get("reply_markup"))
        if text == message["text"] and params.get("reply_markup") == message.get("reply_markup"):
            raise bad("message is not modified: specified new message content and reply markup are exactly the same "
                      "as a current content and reply markup of the message")  # fmt: skip
        message |= {"text": text, "entities": entities, "edit_date": self.telegram.tick()}
        return message

    def call_send_chat_action(self, params):
        chat = self.chat(params)
        if params.get("action") != "typing":
            raise bad("wrong parameter action in request")
        self.typing.append(chat.id)
        return True

    def call_answer_callback_query(self, params):
        id = params.get("callback_query_id")
        if id not in self.presses:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(params.get("text") or "") > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.spinning.discard(id)
        return True

    # Files

    def call_get_file(self, params):
        path = self.telegram.files.get(params.get("file_id"))
        if path is None:
            raise bad("invalid file_id")
        size = len(self.telegram.files[path])
        if size > 20_000_000:
            raise bad("file is too big")
        return {"file_id": params["file_id"], "file_unique_id": f"U{params['file_id']}", "file_size": size,
                "file_path": path}  # fmt: skip
