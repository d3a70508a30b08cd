"""How Telegram reads and counts a text: its HTML, its lengths, its buttons. Pure functions."""

import re

SUPPORTED = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "a": "text_link", "tg-spoiler": "spoiler",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class Refusal(Exception):
    """An error as the Bot API answers it."""

    def __init__(self, code, description, **parameters):
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description, **parameters):
    return Refusal(400, f"Bad Request: {description}", **parameters)


def utf16(text):
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def parse(text, mode):
    """The visible text and its entities. Refuses what the real one refuses, in its words."""
    if not mode:
        return text, []
    if mode.lower() != "html":
        raise bad("unsupported parse_mode")
    shown, entities, open_tags, place = "", [], [], 0
    for match in re.finditer(r"<(/?)([^<>\s/]*)([^<>]*)>|&(#x?[0-9a-fA-F]+|\w+);|<", text):
        shown += text[place : match.start()]
        place = match.end()
        offset = len(text[: match.start()].encode())
        closing, tag, rest, named = match.groups()
        if named is not None:
            shown += unescaped(named, match[0])
        elif not tag:
            raise bad(f"can't parse entities: Unclosed start tag at byte offset {offset}")
        elif closing:
            if not open_tags or open_tags[-1][0] != tag.lower():
                raise bad(f"can't parse entities: Unmatched end tag at byte offset {offset}")
            name, start, extra = open_tags.pop()
            if utf16(shown) > start:
                entities.append({"type": SUPPORTED[name], "offset": start, "length": utf16(shown) - start, **extra})
        elif tag.lower() not in SUPPORTED:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {offset}')
        else:
            link = re.search(r'href="([^"]*)"', rest)
            extra = {"url": link[1]} if tag.lower() == "a" and link else {}
            open_tags.append((tag.lower(), utf16(shown), extra))
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return shown + text[place:], sorted(entities, key=lambda entity: entity["offset"])


def unescaped(name, whole):
    if not name.startswith("#"):
        return NAMED.get(name, whole)
    try:
        return chr(int(name[2:], 16) if name[1:2] == "x" else int(name[1:]))
    except (ValueError, OverflowError):
        return whole


def checked_text(text, mode):
    """What a message will say."""
    if not isinstance(text, str):
        raise bad("message text is empty")
    shown, entities = parse(text, mode)
    if not shown.strip():
        raise bad("message text is empty")
    if utf16(shown) > 4096:
        raise bad("message is too long")
    return shown.strip(), entities


def checked_markup(markup):
    """The buttons of a message, or the question that people are asked to answer."""
    if markup is None:
        return
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    kinds = {"inline_keyboard", "keyboard", "force_reply", "remove_keyboard"} & set(markup)
    if len(kinds) != 1:
        raise bad("object expected as reply markup")
    if "force_reply" in markup and markup["force_reply"] is not True:
        raise bad("can't parse reply keyboard markup JSON object")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard: Field \"inline_keyboard\" must be an Array of Arrays")
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not isinstance(button, dict) or not str(button.get("text", "")).strip():
            raise bad("can't parse inline keyboard button: Field \"text\" must be non-empty")
        data = button.get("callback_data")
        if not {"callback_data", "url"} & set(button):
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if data is not None and not 1 <= len(str(data).encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
