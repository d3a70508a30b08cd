"""The people on the fake's side of WhatsApp, and what they do with their phones."""

import base64
import hashlib
from dataclasses import dataclass

WINDOW = 24 * 60 * 60


@dataclass(eq=False)
class Person:
    name: str
    number: str | None = None
    user_id: str | None = None
    username: str | None = None
    last: float | None = None  # when they wrote last

    def contact(self):
        profile = {"name": self.name} | ({"username": self.username} if self.username else {})
        ids = {"wa_id": self.number, "user_id": self.user_id}
        return {"profile": profile} | {key: value for key, value in ids.items() if value}


class People:
    """A part of `FakeWhatsApp`."""

    def person(self, name, number=None, user_id=True, username=None):
        """Somebody new. Everybody has a user id, but for `user_id=None`, as before usernames came."""
        person = Person(name, number, f"CL.{self._count():06}" if user_id is True else user_id, username)
        with self._lock:
            self._people.append(person)
        return person

    def media(self, content, mime_type="audio/ogg; codecs=opus"):
        id = f"9{self._count():09}"
        self._media[id] = (content, mime_type, self.clock())
        return id

    def say(self, person, text, **more):
        return self.send(person, {"type": "text", "text": {"body": text}}, **more)

    def press(self, person, sent, place, **more):
        """Presses an option of a message that was sent; buttons can be pressed for ever, and more than once."""
        id, title = sent.options[place]
        kind = {"button": "button_reply", "list": "list_reply"}[sent.kind]
        part = {"type": kind, kind: {"id": id, "title": title}}
        return self.send(person, {"type": "interactive", "interactive": part}, answers=sent.wamid, **more)

    def quick_reply(self, person, payload, text, **more):
        return self.send(person, {"type": "button", "button": {"payload": payload, "text": text}}, **more)

    def voice(self, person, content, **more):
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        audio = {"id": self.media(content), "mime_type": "audio/ogg; codecs=opus", "sha256": digest, "voice": True}
        return self.send(person, {"type": "audio", "audio": audio}, **more)

    def react(self, person, wamid, emoji=None, **more):
        part = {"message_id": wamid} | ({"emoji": emoji} if emoji else {})
        return self.send(person, {"type": "reaction", "reaction": part}, **more)

    def edit(self, person, wamid, text, **more):
        part = {"original_message_id": wamid, "message": {"type": "text", "text": {"body": text}}}
        return self.send(person, {"type": "edit", "edit": part}, **more)

    def revoke(self, person, wamid, **more):
        return self.send(person, {"type": "revoke", "revoke": {"original_message_id": wamid}}, **more)

    def unsupported(self, person, **more):
        error = {"code": 131051, "title": "Message type unknown", "message": "Message type unknown",
                 "error_data": {"details": "Message type is currently not supported."}}  # fmt: skip
        return self.send(person, {"type": "unsupported", "errors": [error]}, **more)

    def change_number(self, person, number, user_id=None):
        """The person has another number, and with it another user id."""
        system = {"type": "user_changed_number", "wa_id": number, "body": f"User {person.name} changed"}
        system |= {"user_id": user_id} if user_id else {}
        message = {"from": person.number, "type": "system", "system": system}
        person.number, person.user_id = number, user_id or person.user_id
        return self._emit({"messages": [self._stamped(message)]}, None)

    def send(self, person, content, *, answers=None, group=None):
        """Posts one message of a person, or keeps it while posts are held. Returns its wamid."""
        ids = {"from": person.number, "from_user_id": person.user_id, "group_id": group}
        message = self._stamped({key: value for key, value in ids.items() if value} | content)
        if answers:
            message["context"] = {"from": self.number, "id": answers}
        with self._lock:
            if not group:
                person.last = self.clock()
            self._inbound[message["id"]] = person
        return self._emit({"contacts": [person.contact()], "messages": [message]}, message["id"])

    def close_window(self, person):
        """As if they had written last more than a day ago."""
        person.last = self.clock() - WINDOW - 1

    def _stamped(self, message):
        return {"id": f"wamid.IN{self._count():06}", "timestamp": str(int(self.clock()))} | message

    def _count(self):
        with self._lock:
            self._next += 1
            return self._next
