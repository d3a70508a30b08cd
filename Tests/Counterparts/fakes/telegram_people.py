"""People, their chats with the bot, and what they do with their phones."""

import itertools

from .telegram_text import Refusal, bad, utf16


class Chat:
    """Messages in order, and who may write."""

    def __init__(self, telegram, id, shape):
        self.telegram, self.id = telegram, id
        self.shape = {"id": id, **shape}
        self.messages = []
        self.topics = set()
        self.numbers = itertools.count(1)
        self.forces_reply = False
        telegram.chats[id] = self

    def post(self, author, content):
        """A new message of somebody's."""
        with self.telegram.lock:
            message = {"message_id": next(self.numbers), "from": author, "chat": self.shape,
                       "date": self.telegram.tick(), **content}  # fmt: skip
            self.messages.append(message)
            return message

    def message(self, number):
        return next((message for message in self.messages if message["message_id"] == number), None)

    def last_of_bot(self, label=None):
        """The newest message of the bot's; with a label, the newest that has such a button."""
        for message in reversed(self.messages):
            if message["from"]["id"] == self.telegram.bot["id"] and (label is None or buttons(message, label)):
                return message
        raise AssertionError(f"the bot has said nothing with {label!r} here")

    @property
    def said(self):
        """The bot's texts, in order."""
        return [message["text"] for message in self.messages if message["from"]["id"] == self.telegram.bot["id"]]


def buttons(message, label):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row if button["text"] == label]


class Person(Chat):
    """Somebody, and their private chat with the bot."""

    def __init__(self, telegram, id, name, last_name, language):
        self.user = {"id": id, "is_bot": False, "first_name": name, "language_code": language}
        if last_name:
            self.user["last_name"] = last_name
        super().__init__(telegram, id, {"type": "private", "first_name": name})
        self.standing = "none"  # then "member", "kicked" once they have blocked it, "gone" with their account
        telegram.people[id] = self

    def check(self):
        """A bot may not write first, nor to who does not want it."""
        if self.standing == "none":
            raise bad("chat not found")
        if self.standing == "kicked":
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if self.standing == "gone":
            raise Refusal(403, "Forbidden: user is deactivated")

    @property
    def screen(self):
        """What the bot has said to them, as messages."""
        return [message for message in self.messages if message["from"]["id"] == self.telegram.bot["id"]]

    # Writing

    def say(self, text, chat=None, reply_to=None, **more):
        """Writes in private, or into a group. A text that begins with a slash is a command."""
        content = {"text": text, **more}
        if text.startswith("/"):
            length = utf16(text.split()[0])
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.send(content, chat, reply_to)

    def start(self, code=None):
        """Opens the chat through a link, or with the button START."""
        return self.say(f"/start {code}" if code else "/start")

    def answer(self, text, group):
        """Answers the bot's last message in a group, as the phone offers after a question."""
        return self.say(text, group, group.last_of_bot())

    def photo(self, caption=None, chat=None, album=None, data=b"\xff\xd8jpeg"):
        ids = [self.upload(data, "photos/file.jpg") for _ in range(2)]
        sizes = [{"file_id": id, "file_unique_id": f"U{id}", "width": w, "height": w, "file_size": len(data)}
                 for id, w in zip(ids, (90, 1280))]  # fmt: skip
        content = {"photo": sizes} | ({"caption": caption} if caption else {})
        return self.send(content | ({"media_group_id": album} if album else {}), chat)

    def voice(self, data=b"OggS", chat=None):
        id = self.upload(data, "voice/file.oga")
        voice = {"file_id": id, "file_unique_id": f"U{id}", "duration": 3, "mime_type": "audio/ogg",
                 "file_size": len(data)}  # fmt: skip
        return self.send({"voice": voice}, chat)

    def send(self, content, chat=None, reply_to=None):
        chat = chat or self
        if chat is self and self.standing in ("none", "kicked"):
            self.unblock()
        if reply_to:
            content = content | {"reply_to_message": {k: v for k, v in reply_to.items() if k != "reply_to_message"}}
        message = chat.post(self.user, content)
        if chat.reaches_bot(message):
            self.telegram.update(("chat", chat.id), "message", message)
        return message

    def reaches_bot(self, _):
        return True

    def upload(self, data, path):
        with self.telegram.lock:
            number = len(self.telegram.files)
            stem, _, ending = path.rpartition(".")
            id, place = f"F{number}", f"{stem}_{number}.{ending}"
            self.telegram.files |= {id: place, place: data}
            return id

    # Everything else

    def edit(self, message, text):
        message |= {"text": text, "edit_date": self.telegram.tick()}
        chat = self.telegram.chats[message["chat"]["id"]]
        if chat.reaches_bot(message):
            self.telegram.update(("chat", chat.id), "edited_message", dict(message))

    def press(self, label, chat=None, message=None):
        """Presses a button: the newest with this label, or one under an older message."""
        message = message or (chat or self).last_of_bot(label)
        [button] = buttons(message, label)
        with self.telegram.lock:
            id = str(10**17 + len(self.telegram.api.presses))
            self.telegram.api.presses.add(id)
            self.telegram.api.spinning.add(id)
        query = {"id": id, "from": self.user, "chat_instance": str(-message["chat"]["id"]), "message": dict(message),
                 "data": button["callback_data"]}  # fmt: skip
        self.telegram.update(("person", self.id), "callback_query", query)
        return id

    def react(self, message, emoji):
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        self.telegram.update(("reactions", message["chat"]["id"]), "message_reaction", {
            "chat": message["chat"], "message_id": message["message_id"], "user": self.user,
            "date": self.telegram.tick(), "old_reaction": [], "new_reaction": new,
        })  # fmt: skip

    def block(self):
        self.change(self.standing, "kicked")

    def unblock(self):
        if self.standing == "kicked":
            self.change("kicked", "member")
        self.standing = "member"

    def leave_telegram(self):
        self.standing = "gone"

    def change(self, before, after):
        self.standing = after
        self.telegram.update(("standing", self.id), "my_chat_member", standing(self, self.user, before, after))


def standing(chat, by, before, after):
    """How the bot stands in a chat, before and after."""
    until = {"until_date": 0}
    bot = chat.telegram.bot
    return {
        "chat": chat.shape, "from": by, "date": chat.telegram.tick(),
        "old_chat_member": {"status": before, "user": bot, **(until if before == "kicked" else {})},
        "new_chat_member": {"status": after, "user": bot, **(until if after == "kicked" else {})},
    }  # fmt: skip


class Group(Chat):
    """A group with the bot in it. Whoever adds the bot is the first of its people."""

    def __init__(self, telegram, title, people, id, supergroup):
        super().__init__(telegram, id, {"type": "supergroup" if supergroup else "group", "title": title})
        self.people = list(people)
        self.standing, self.moved_to = "member", None
        telegram.update(("standing", id), "my_chat_member", standing(self, people[0].user, "left", "member"))

    def check(self):
        if self.moved_to:
            raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.moved_to)
        if self.standing != "member":
            raise Refusal(403, f"Forbidden: bot was kicked from the {self.shape['type']} chat")

    def reaches_bot(self, message):
        """With privacy, only commands and answers to the bot come through; a mere @mention does not."""
        if self.standing != "member" or self.moved_to:
            return False
        if not self.telegram.privacy:
            return True
        text = message.get("text") or message.get("caption") or ""
        command, _, target = text.split()[0].partition("@") if text.strip() else ("", "", "")
        if command.startswith("/"):
            return target.lower() in ("", self.telegram.username.lower())
        return message.get("reply_to_message", {}).get("from", {}).get("id") == self.telegram.bot["id"]

    def service(self, by, **content):
        self.telegram.update(("chat", self.id), "message", self.post(by.user, content))

    def join(self, person):
        self.people.append(person)
        self.service(person, new_chat_members=[person.user])

    def leave(self, person):
        self.people.remove(person)
        self.service(person, left_chat_member=person.user)

    def kick_bot(self, by):
        self.standing = "kicked"
        self.telegram.update(("standing", self.id), "my_chat_member", standing(self, by.user, "member", "kicked"))

    def open_topic(self, by, name):
        """A topic, as forums have them; returns its id."""
        self.shape["is_forum"] = True
        opening = self.post(by.user, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
        self.topics.add(opening["message_id"])
        return opening["message_id"]

    def upgrade(self, by):
        """Becomes a supergroup, with another id. Both chats tell it."""
        new = Group.__new__(Group)
        Chat.__init__(new, self.telegram, -100_000_000_500 + self.id, {"type": "supergroup",
                                                                      "title": self.shape["title"]})  # fmt: skip
        new.people, new.standing, new.moved_to = self.people, "member", None
        self.service(by, migrate_to_chat_id=new.id)
        self.moved_to = new.id
        new.service(by, migrate_from_chat_id=self.id)
        return new
