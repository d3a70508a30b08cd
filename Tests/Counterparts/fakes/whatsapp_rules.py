"""What the Cloud API accepts: the checks of `POST /<number>/messages`, and its errors. The limits are Meta's."""

import re
from dataclasses import dataclass, field

USER_ID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}")
KNOWN = {
    "messaging_product", "recipient_type", "to", "recipient", "type", "text", "interactive", "template", "context",
    "biz_opaque_callback_data", "image", "audio", "video", "document", "sticker", "location", "reaction",
}  # fmt: skip

TITLES = {
    0: "AuthException", 4: "Application request limit reached", 100: "Invalid parameter", 190: "Access token expired",
    130429: "Rate limit hit", 131000: "Something went wrong", 131009: "Parameter value is not valid",
    131026: "Message undeliverable", 131047: "Re-engagement message", 131048: "Spam rate limit hit",
    131051: "Unsupported message type", 131056: "(Business Account, Consumer Account) pair rate limit hit",
    132000: "Number of parameters does not match the expected number of params",
    132001: "Template name does not exist in the translation", 131041: "Group unknown",
}  # fmt: skip


class GraphError(Exception):
    """An answer that is an error, in Meta's own shape."""

    def __init__(self, code, details="", status=400, subcode=None, headers=None):
        super().__init__(f"{code}: {details}")
        self.code, self.details, self.status, self.subcode = code, details, status, subcode
        self.headers = headers or {}

    def body(self):
        error = {
            "message": f"(#{self.code}) {TITLES.get(self.code, 'Error')}", "type": "OAuthException", "code": self.code,
            "error_data": {"messaging_product": "whatsapp", "details": self.details}, "fbtrace_id": "Afbtrace",
        }  # fmt: skip
        return {"error": error | ({"error_subcode": self.subcode} if self.subcode else {})}


@dataclass
class Outgoing:
    """A message as the provider understands it."""

    address: str
    is_group: bool
    kind: str  # text, button, list, template
    text: str
    ours: str | None
    options: list = field(default_factory=list)  # (id, title), in order
    template: dict | None = None


def need(condition, details, code=131009):
    if not condition:
        raise GraphError(code, details)


def string(holder, name, low, high, where, code=131009):
    value = holder.get(name) if isinstance(holder, dict) else None
    need(isinstance(value, str), f"{where}.{name} must be a string", code)
    need(low <= len(value) <= high, f"{where}.{name}: length must be {low} to {high}, is {len(value)}", code)
    return value


def check(body, templates):
    """The message, or a `GraphError` that says what is wrong."""
    need(isinstance(body, dict), "The body must be an object", 100)
    need(body.get("messaging_product") == "whatsapp", "The parameter messaging_product is required", 100)
    for name in body:
        need(name in KNOWN, f'Unexpected key "{name}"', 100)
    kind = body.get("recipient_type", "individual")
    need(kind in ("individual", "group"), "recipient_type must be one of {individual, group}", 100)
    is_group = kind == "group"
    address = body.get("to") or body.get("recipient")
    need(isinstance(address, str), "The parameter to is required", 100)
    if "to" in body:
        need(is_group or re.fullmatch(r"\+?[0-9 ()-]{5,25}", address), "to is not a phone number")
    else:
        need(not is_group, "A group is addressed with to", 100)
        need(USER_ID.fullmatch(address), "recipient is not a user id")
    ours = body.get("biz_opaque_callback_data")
    need(ours is None or isinstance(ours, str) and 0 < len(ours) <= 512, "biz_opaque_callback_data is too long")
    type = body.get("type", "text")
    need(type in body, f"The parameter {type} is required", 100)
    message = Outgoing(address, is_group, type, "", ours)
    if type == "text":
        message.text = string(body["text"], "body", 1, 4096, "text", 100)
        need(message.text.strip(), "text.body must not be blank", 100)
    elif type == "interactive":
        need(not is_group, "Interactive messages are not supported in groups", 131051)
        interactive(body["interactive"], message)
    elif type == "template":
        template(body["template"], message, templates)
    else:
        raise GraphError(131051, f"{type} is not supported")
    return message


def interactive(part, message):
    need(isinstance(part, dict) and isinstance(part.get("action"), dict), "interactive.action is required", 100)
    action, message.kind = part["action"], part.get("type")
    if message.kind == "button":
        message.text = string(part.get("body"), "text", 1, 1024, "body")
        buttons = action.get("buttons")
        need(isinstance(buttons, list) and 1 <= len(buttons) <= 3, "There must be 1 to 3 buttons")
        for button in buttons:
            need(button.get("type") == "reply", "buttons.type must be reply")
            reply = button.get("reply")
            message.options.append((string(reply, "id", 1, 256, "reply"), string(reply, "title", 1, 20, "Button")))
        need(len({title for _, title in message.options}) == len(buttons), "Button titles must be unique")
    elif message.kind == "list":
        message.text = string(part.get("body"), "text", 1, 4096, "body")
        string(action, "button", 1, 20, "action")
        sections = action.get("sections")
        need(isinstance(sections, list) and 1 <= len(sections) <= 10, "There must be 1 to 10 sections")
        for section in sections:
            if len(sections) > 1 or "title" in section:
                string(section, "title", 1, 24, "section")
            need(isinstance(section.get("rows"), list) and section["rows"], "A section needs rows")
            for row in section["rows"]:
                if "description" in row:
                    string(row, "description", 1, 72, "row")
                message.options.append((string(row, "id", 1, 200, "row"), string(row, "title", 1, 24, "row")))
        need(len(message.options) <= 10, "There may be 10 rows in total")
    else:
        raise GraphError(131009, f"interactive.type {message.kind} is not supported")
    ids = [id for id, _ in message.options]
    need(len(set(ids)) == len(ids), "Ids must be unique")
    need(all(id == id.strip() for id in ids), "Ids must not begin or end with spaces")


def template(part, message, templates):
    name = string(part, "name", 1, 512, "template", 100)
    language = (part.get("language") or {}).get("code")
    need(language, "template.language.code is required", 100)
    known = templates.get((name, language))
    need(known is not None, f"{name} does not exist in {language}", 132001)
    parameters = []
    for component in part.get("components", []):
        need(str(component.get("type")).lower() == "body", "Only body components are known here", 100)
        parameters += [string(parameter, "text", 1, 1024, "parameter", 100) for parameter in component["parameters"]]
    for parameter in parameters:
        need(
            not re.search(r"[\n\t]| {5}", parameter),
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces", 100,
        )  # fmt: skip
    gaps = len(re.findall(r"\{\{\d+\}\}", known))
    need(len(parameters) == gaps, f"{gaps} parameters expected, {len(parameters)} given", 132000)
    message.text = re.sub(r"\{\{(\d+)\}\}", lambda gap: parameters[int(gap[1]) - 1], known)
    need(len(message.text) <= 1024, "Translated text too long", 132000)
    message.template = part
