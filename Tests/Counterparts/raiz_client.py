"""Starts the real program, speaks to its webhook, and looks into its database."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from uuid import uuid4

import httpx
import standardwebhooks

from conversation import SCHOOL, Press

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "Tests/TestSupport/Sample"
BINARY = Path(os.environ.get("RAIZ_BINARY", ROOT / ".build/debug/raiz")).resolve()


def until(done, what, seconds=60):
    """Waits until `done()` is true, within a bound that no healthy machine reaches, and returns it."""
    deadline = time.monotonic() + seconds
    while not (found := done()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.02)
    return found


def sample_home(folder):
    """A small 5 Whys that stays as it is, with the shipped words of the engine."""
    shutil.copytree(SAMPLE, folder)
    for words in (ROOT / "Prompts").glob("*/*.yaml"):
        if words.stem in ("engine", "checks", "lobby"):
            shutil.copy(words, folder / "Prompts" / words.parent.name)
    return folder


class Server:
    """`raiz serve --demo` in a folder of its own. It keeps its port and its database over restarts."""

    def __init__(self, folder, **settings):
        self.folder = folder
        self.database = folder / "data" / "raiz.sqlite"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "PORT": "0",
            "RAIZ_HOME": str(sample_home(folder / "home")), "RAIZ_DATABASE": str(self.database), **settings,
        }  # fmt: skip
        self.process = None

    # Life and death

    def start(self):
        output = self.folder / "stdout.txt"
        with output.open("wb") as stdout, (self.folder / "stderr.txt").open("ab") as stderr:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--demo"], cwd=self.folder, env=self.environment, stdout=stdout, stderr=stderr,
                # So that a limit on file sizes acts as a full disk does: as an error, not as a signal that kills.
                preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
            )  # fmt: skip

        def welcome():
            assert self.process.poll() is None, (self.folder / "stderr.txt").read_text()
            text = output.read_text()
            return text if "Ctrl+C" in text else None

        text = until(welcome, "the server says where it listens")
        self.url = re.search(r"http://127\.0\.0\.1:\d+", text)[0]
        self.secret = re.search(r"whsec_[A-Za-z0-9+/=]+", text)[0]
        self.environment["PORT"] = self.url.rsplit(":", 1)[1]
        self.http = httpx.Client(base_url=self.url, timeout=30, trust_env=False)

    def kill(self):
        """As a power cut would: `kill -9`."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """As a person would. Whatever still runs after that is killed, and that is a failure."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("the server did not stop within 30 s") from None
        assert status == 0, f"the server stopped with status {status}"

    # Looking inside

    def ask(self, *arguments, stdin=None, **environment):
        """Another `raiz` command with the same settings, and more in its environment; whatever comes of it."""
        return subprocess.run(
            [BINARY, *arguments], cwd=self.folder, env=self.environment | environment, input=stdin,
            capture_output=True, timeout=60,
        )  # fmt: skip

    def run(self, *arguments, stdin=None, **environment):
        """A `raiz` command that succeeds; its output as bytes."""
        done = self.ask(*arguments, stdin=stdin, **environment)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def export(self, format):
        return self.run("export", "matrix", "--establishment", SCHOOL, "--format", format)

    def sql(self, statement, *values):
        with closing(sqlite3.connect(self.database, timeout=20)) as database, database:
            return database.execute(statement, values).fetchall()

    def outcomes(self, dialogue=None):
        """What a dialogue, or else the newest one, has recorded: (kind, text, fields)."""
        dialogue = dialogue or self.sql("SELECT id FROM dialogue ORDER BY started_at DESC LIMIT 1")[0][0]
        rows = self.sql("SELECT kind, text, fields FROM outcome WHERE dialogue = ? ORDER BY number", dialogue)
        return [(kind, text, {k: plain(v) for k, v in json.loads(fields).items()}) for kind, text, fields in rows]

    def transcript(self, external):
        """What was said with an address, in order: (direction, text)."""
        return self.sql(
            "SELECT direction, text FROM transcript JOIN address ON address.id = address"
            " WHERE external = ? ORDER BY sequence", external)  # fmt: skip


def plain(value):
    """A recorded value without its type."""
    if isinstance(value, dict):
        (value,) = value.values()
        if isinstance(value, dict):
            value = "{year:04}-{month:02}-{day:02}".format(**value)
    return value


class Webhook:
    """One sender of a webhook account. It signs as Standard Webhooks asks, with a library that is not ours."""

    def __init__(self, server, sender="ana-1", account="demo", secret=None, library=standardwebhooks):
        self.server = server
        self.sender = sender
        self.path = f"/webhooks/generic/{account}"
        self.signer = library.Webhook(secret or server.secret)
        self.choices = []

    def event(self, **content):
        """The body of an event: `text="hola"`, `choice={"id": …}`, `media={"kind": …}`."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        data = {"sender": {"id": self.sender}, **content}
        return json.dumps({"type": "message.received", "timestamp": now, "data": data}, ensure_ascii=False)

    def headers(self, body, id=None, at=None):
        id = id or f"msg_{uuid4().hex}"
        at = at or datetime.now(timezone.utc)
        return {
            "content-type": "application/json", "webhook-id": id, "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self.signer.sign(id, at, body),
        }  # fmt: skip

    def post(self, body, id=None, at=None, **changed):
        """Sends a body. `changed` replaces headers, `None` leaves one out: `webhook_id=None`."""
        headers = self.headers(body, id, at) | {name.replace("_", "-"): value for name, value in changed.items()}
        headers = {name: value for name, value in headers.items() if value is not None}
        return self.server.http.post(self.path, content=body.encode(), headers=headers)

    def body(self, step):
        if not isinstance(step, Press):
            return self.event(text=step)
        assert step.position <= len(self.choices), f"{step} of {self.choices}"
        return self.event(choice={"id": self.choices[step.position - 1]["id"]})

    def say(self, step, id=None):
        """Says one step of a conversation and returns the messages of the answer."""
        response = self.post(self.body(step), id)
        assert response.status_code == 200, response.text
        messages = response.json()["messages"]
        self.choices = messages[-1].get("choices", []) if messages else []
        return messages

    def converse(self, steps):
        for step in steps:
            self.say(step)
        return self
