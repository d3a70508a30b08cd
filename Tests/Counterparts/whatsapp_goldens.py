"""The recorded WhatsApp webhooks, what Raíz read from them, and what Raíz writes."""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "ChannelsTests" / "Fixtures" / "whatsapp"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
SENT = sorted(path.stem for path in (FOLDER / "sent").glob("*.json"))


def body(name):
    return (FOLDER / f"{name}.json").read_bytes()


def sent(name):
    return json.loads((FOLDER / "sent" / f"{name}.json").read_text())


def events(name):
    """What Raíz read, as dictionaries: `{"event": dedupe key, "sender": …, "content": …}`. `-` is `None`."""
    found = []
    for line in (FOLDER / f"{name}.txt").read_text().splitlines():
        key, _, value = line.strip().partition(": ")
        if key == "event":
            found.append({})
        if found and key not in ("unreadable", "courtesy"):
            found[-1][key] = None if value == "-" else value
    return found


def quoted(content):
    return re.search(r"«(.*)»", content)[1]


def errors():
    """Raíz's table: [(first code, last code, meaning)]."""
    rows = (line.split("\t") for line in (FOLDER / "errors.tsv").read_text().splitlines())
    return [(int(low), int(high), meaning.partition("(")[0]) for low, high, meaning in rows]


def meaning(code):
    return next((meaning for low, high, meaning in errors() if low <= code <= high), None)
