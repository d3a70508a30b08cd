"""How the fake posts webhooks: signed, again while they are refused, several in one, twice, in any order."""

import hashlib
import hmac
import json
import random
import urllib.error
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlencode

from fakes.whatsapp_rules import GraphError


class Webhooks:
    """A part of `FakeWhatsApp`."""

    def value(self, **parts):
        metadata = {"display_phone_number": self.number, "phone_number_id": self.phone_number_id}
        return {"messaging_product": "whatsapp", "metadata": metadata} | parts

    @staticmethod
    def envelope(*changes):
        changes = [{"value": value, "field": "messages"} for value in changes]
        return {"object": "whatsapp_business_account", "entry": [{"id": "9988", "changes": changes}]}

    @staticmethod
    def encode(body):
        """The bytes as Meta writes them: everything beyond ASCII is escaped, and slashes too."""
        return json.dumps(body).replace("/", "\\/").encode()

    def sign(self, data):
        return "sha256=" + hmac.new(self.app_secret.encode(), data, hashlib.sha256).hexdigest()

    def _emit(self, parts, wamid):
        value = self.value(**parts)
        with self._lock:
            if self._held is not None:
                self._held.append(value)
                return wamid
        self.deliver(self.envelope(value))
        return wamid

    @contextmanager
    def held(self, together=2, shuffle=False):
        """What is said inside comes afterwards: several in one POST, in one `value` or in several, in any order."""
        self._held = []
        yield
        values, self._held = self._held, None
        if shuffle:
            self._order.shuffle(values)
        for start in range(0, len(values), together):
            batch = values[start : start + together]
            if self._order.random() < 0.5:
                merged = self.value(contacts=[], messages=[])
                for value in batch:
                    for contact in value.get("contacts", []):
                        if contact not in merged["contacts"]:
                            merged["contacts"].append(contact)
                    merged["messages"] += value["messages"]
                batch = [merged]
            self.deliver(self.envelope(*batch))

    def deliver(self, body):
        """Posts a body, again and again while it is not taken, and now and then once more. Returns the last status."""
        data = self.encode(body)
        status = None
        for attempt in range(1 + self.redeliveries):
            status = self.post(data)
            if status == 200:
                break
            self.counts["redeliveries"] += 1
            if self._stopped.wait(self.patience * 2**attempt):
                break
        if status == 200 and random.Random(f"{self.seed} {data}").random() < self.duplicates:
            self.counts["duplicates"] += 1
            self.post(data)
        return status

    def post(self, data, signature=None):
        """Posts bytes once. Returns the status, or `None` when there was no answer."""
        if self.webhook is None:
            return 200
        headers = {"content-type": "application/json", "x-hub-signature-256": signature or self.sign(data)}
        self.counts["webhooks"] += 1
        status = self._call(urllib.request.Request(self.webhook, data, headers))[0]
        self.deliveries.append((data, status))
        return status

    def verify(self, token=None, challenge="1158201444", mode="subscribe"):
        """The handshake. Returns the status and the text of the answer."""
        names = {"hub.mode": mode, "hub.challenge": challenge, "hub.verify_token": token or self.verify_token}
        return self._call(urllib.request.Request(f"{self.webhook}?{urlencode(names)}"))

    def _call(self, request):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")
        except OSError:
            return None, ""

    def _report(self, sent, message, person, failure):
        """Posts the statuses of a message, as they come: after the answer, perhaps in another order."""
        stages = ["failed"] if failure else list(self.statuses)
        if self.disorder:
            random.Random(f"{self.seed} {sent.wamid}").shuffle(stages)
        try:
            for stage in stages:
                self.deliver(self.envelope(self.value(**self._status(sent, message, person, stage, failure))))
        finally:
            with self._changed:
                self._pending -= 1
                self._changed.notify_all()

    def _status(self, sent, message, person, stage, failure):
        status = {"id": sent.wamid, "status": stage, "timestamp": str(int(self.clock())),
                  "recipient_id": message.address}  # fmt: skip
        people = self.groups[message.address] if message.is_group else [person] if person else []
        if message.is_group:
            status |= {"recipient_type": "group"}
            status |= {"recipient_participant_user_id": people[0].user_id} if people else {}
        elif person:
            status["recipient_id"] = person.number
            status |= {"recipient_user_id": person.user_id} if person.user_id else {}
        if message.ours is not None:
            status["biz_opaque_callback_data"] = message.ours
        if failure:
            # Failed statuses come without contacts.
            error = GraphError(failure, "late").body()["error"]
            status["errors"] = [{"code": failure, "title": error["message"], "message": error["message"],
                                 "error_data": {"details": "late"}}]  # fmt: skip
            return {"statuses": [status]}
        status["pricing"] = {"billable": True, "pricing_model": "PMP", "category": "service", "type": "regular"}
        return {"contacts": [one.contact() for one in people], "statuses": [status]}
