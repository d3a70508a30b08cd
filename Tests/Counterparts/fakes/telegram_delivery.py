"""How Telegram brings updates: queues that do not wait for each other, one at a time in each, again until taken."""

import json
import threading
import urllib.error
import urllib.request
from collections import Counter, deque

# Kinds of update that come only when they are asked for by name.
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
# In the answer to a webhook these calls are not made.
NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook", "close", "logout")


class Delivery:
    """Posts updates to the webhook. Waits between attempts are a thousandth of the real ones."""

    def __init__(self, call, random):
        self.call, self.random = call, random
        self.webhook = {}  # as setWebhook left it
        self.last_problem = None
        self.queues = {}
        self.held = None  # updates that wait for `release`
        self.posts = Counter()  # by update_id
        self.statuses = []  # (update_id, status or the name of an exception), in order
        self.twice = 0.0  # how often an update that was taken comes again
        self.stopped = threading.Event()
        self.lock = threading.Condition()

    # What wants to go out

    def add(self, queue, update):
        """Messages queue by chat, presses by person, the rest by itself."""
        kind = next(name for name in update if name != "update_id")
        allowed = self.webhook.get("allowed_updates")
        if not (kind in allowed if allowed else kind not in ON_REQUEST):
            return
        with self.lock:
            if self.held is not None:
                self.held.append((queue, update))
                return
            if queue not in self.queues:
                self.queues[queue] = deque()
                threading.Thread(target=self.run, args=(queue,), daemon=True).start()
            self.queues[queue].append(update)
            self.lock.notify_all()

    def hold(self):
        """Keeps updates back, to let them go in another order."""
        with self.lock:
            self.held = []

    def release(self, order=None):
        """Lets them go, each by itself: in a seeded order, or as `order` sorts them."""
        with self.lock:
            held, self.held = self.held, None
        held.sort(key=(lambda entry: order(entry[1])) if order else (lambda _: self.random.random()))
        for queue, update in held:
            self.add(queue, update)
            self.settle()

    def settle(self, seconds=60):
        """Waits until everything has been taken."""
        with self.lock:
            done = self.lock.wait_for(lambda: not any(self.queues.values()) or self.stopped.is_set(), seconds)
        assert done, f"not taken within {seconds} s; the last answers were {self.statuses[-5:]}"

    @property
    def waiting(self):
        with self.lock:
            return sum(map(len, self.queues.values()))

    # The way out

    def run(self, queue):
        while not self.stopped.is_set():
            with self.lock:
                self.lock.wait_for(lambda: self.queues[queue] or self.stopped.is_set())
                if self.stopped.is_set():
                    return
                update = self.queues[queue][0]
            self.deliver(update)
            with self.lock:
                self.queues[queue].popleft()
                self.lock.notify_all()

    def deliver(self, update):
        """Once more at once, then after 2, 4, 8… up to 60 (thousandths of a) second."""
        wait = 0
        while not self.stopped.is_set():
            if self.webhook.get("url") and self.post(update):
                if self.random.random() < self.twice:
                    self.post(update)
                return
            self.stopped.wait(wait / 1000 if self.webhook.get("url") else 0.05)
            wait = min(max(2, wait * 2), 60)

    def post(self, update):
        body = json.dumps(update, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        if self.webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook["secret_token"]
        self.posts[update["update_id"]] += 1
        request = urllib.request.Request(self.webhook["url"], body, headers)
        try:
            # No proxy: everything is on this machine.
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(request, timeout=60) as answer:
                status, said = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, said = error.code, b""
            error.close()
        except OSError as error:
            status, said = type(error).__name__, b""
        self.statuses.append((update["update_id"], status))
        if not isinstance(status, int) or not 200 <= status < 300:
            self.last_problem = f"Wrong response from the webhook: {status}"
            return False
        self.obey(said)
        return True

    def obey(self, said):
        """A webhook's answer may carry one call. Nobody learns what became of it."""
        try:
            call = json.loads(said)
            method = call.pop("method")
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        if isinstance(method, str) and not method.lower().startswith(NOT_IN_ANSWERS):
            self.call(method, call)

    def stop(self):
        self.stopped.set()
        with self.lock:
            self.lock.notify_all()
