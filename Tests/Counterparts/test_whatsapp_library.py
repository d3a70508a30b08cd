"""A library for WhatsApp reads the webhooks that Raíz reads, and writes what Raíz writes: both agree on the facts."""

import json

import httpx
import pytest
import pywa
from pywa import errors, handlers, types
from pywa.types.templates import BodyText, TemplateLanguage

import whatsapp_goldens as goldens
from fakes.whatsapp import FakeWhatsApp

# The library reads the first message of a body only, and stumbles over a status without contacts.
BEYOND = {
    "account-error", "account-news", "batch-for-two-accounts", "batch-with-broken-elements", "form-reply",
    "status-w-o-contacts", "group-joined", "group-left",
}  # fmt: skip


def client(**more):
    settings = {"phone_id": "1122334455667", "token": "TOKEN", "verify_token": "VERIFY", "app_secret": "s3cr3t"}
    # No server: updates are handed over one by one. No certificates either: they take long to load.
    session = httpx.Client(trust_env=False, verify=False)
    return pywa.WhatsApp(**settings, session=session, server=None, filter_updates=False, **more)


def read(data):
    """The first update in a body, as the library understands it."""
    library, found = client(), []
    for name in (
        "MessageHandler", "CallbackButtonHandler", "CallbackSelectionHandler", "MessageStatusHandler",
        "PhoneNumberChangeHandler", "IdentityChangeHandler", "GroupMessageStatusesHandler", "EditedMessageHandler",
        "DeletedMessageHandler",
    ):  # fmt: skip
        library.add_handlers(getattr(handlers, name)(lambda _, update: found.append(update)))
    assert library.webhook_update_handler(data) == ("ok", 200)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.filterwarnings("ignore:Unknown MessageType")
@pytest.mark.parametrize("name", [name for name in goldens.NAMES if name not in BEYOND])
def test_both_read_the_same(name):
    ours, theirs = goldens.events(name)[0], read(goldens.body(name))
    if isinstance(theirs, types.groups.GroupMessageStatuses):
        theirs = theirs[0]
    else:
        assert ours["message"] == theirs.id
    # Who: the user id where there is one, and the number beside it.
    person = theirs.from_user
    ids = [id for id in (ours["sender"], *(ours["aliases"] or "").split(", ")) if id]
    if isinstance(theirs, types.PhoneNumberChange):
        assert theirs.old_wa_id in ids
    else:
        assert ids == [id for id in (person.bsuid, person.wa_id) if id]
    if person.name:
        assert ours["name"] == person.name
    assert ours["time"] == theirs.timestamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    if name == "group-text":
        assert ours["conversation"] == f"group {theirs.chat.id}"

    kind, _, rest = ours["content"].partition(" ")
    match kind:
        case "text":
            assert goldens.quoted(rest) == theirs.text
        case "choice":
            assert isinstance(theirs, (types.CallbackButton, types.CallbackSelection))
            assert (rest.split(" ")[0], goldens.quoted(rest)) == (theirs.data, theirs.title)
            assert ours["reply to"] == theirs.reply_to_message.id
        case "media":
            media = rest.split(",")[0]
            if media == "contact":
                assert theirs.contacts
            else:
                part = getattr(theirs, media)
                assert f"reference {part.id}," in rest and f"type {part.mime_type}," in rest
                if media == "audio":
                    assert f"voice {str(part.voice).lower()}," in rest
                assert goldens.quoted(rest) == (theirs.caption or "-")
        case "location":
            assert rest.startswith(f"{theirs.location.latitude} {theirs.location.longitude} ")
        case "reaction":
            assert rest == f"{theirs.reaction.emoji or 'none'} to {theirs.reaction.message_id}"
        case "edit":
            assert rest == f"of {theirs.original_message_id} «{theirs.message.text}»"
        case "deletion":
            assert rest == f"of {theirs.original_message_id}"
        case "status":
            stage = "read" if theirs.status == "played" else theirs.status.value
            assert rest.startswith(f"{stage} of {theirs.id}, ours {theirs.tracker or '-'},")
            if theirs.error:
                assert rest.endswith(f'(problem: "whatsapp-{theirs.error.code}")')
        case "system":
            if isinstance(theirs, types.PhoneNumberChange):
                assert rest == f'moved(to: "{theirs.new_user_id or theirs.new_wa_id}")'
        case "unsupported":
            assert theirs.type.value.lower() in ("unsupported", "unknown")
        case _:
            raise AssertionError(kind)


@pytest.mark.parametrize("name", goldens.NAMES)
def test_the_library_knows_the_signature(name):
    data, library = goldens.body(name), client()
    header = FakeWhatsApp().sign(data)
    assert library.webhook_update_validator(data, header) is None
    assert library.webhook_update_validator(data + b" ", header)[1] == 403
    assert library.webhook_update_validator(data, None)[1] == 401


def written():
    """What the library writes for the messages in `sent`, by name."""
    library, heard = client(), {}
    library.api._request = lambda method, endpoint, json: heard.update(last=json) or {
        "contacts": [{"input": "x", "wa_id": "x"}], "messages": [{"id": "wamid.1", "message_status": "accepted"}],
    }  # fmt: skip
    found = {}

    def keep(name, send, *arguments, **more):
        send(*arguments, tracker="0193-m1", **more)
        found[name] = heard["last"]

    def buttons(*titles):
        return [types.Button(title, callback_data=f"0193-m1.{place}") for place, title in enumerate(titles)]

    def rows(*titles):
        rows = [types.SectionRow(title=title, callback_data=f"0193-m1.{i}") for i, title in enumerate(titles)]
        return types.SectionList("Ver opciones", sections=[types.Section(title="", rows=rows)])

    text = library.send_message
    keep("text", text, "56911112222", "Hola, ñandú 👋 https://raiz.cl/a")
    keep("text-to-a-user-id", text, "CL.777", "Hola")
    keep("buttons", text, "56911112222", "¿Sigue?", buttons=buttons("Sí", "No"))
    twenty = buttons("veinte letras justas", "👩‍🏫 la profesora", "ñ")
    keep("buttons-of-twenty", text, "56911112222", "¿Cuál?", buttons=twenty)
    keep("list", text, "56911112222", "¿Cuál?", buttons=rows("a", "b", "c", "d"))
    ten = rows(*[f"la opción número {place}" for place in range(1, 11)])
    keep("list-of-ten", text, "56911112222", "¿Cuál?", buttons=ten)
    keep("numbered", text, "56911112222", "¿Cuál?\n\n1) una etiqueta demasiado larga\n2) b")
    keep("group", text, "Y2FwaV9ncm91cDox", "¿Sigue?\n\n1) Sí\n2) No")
    template = library.send_template
    parameters = [BodyText.params("Equipo 3", "lunes")]
    keep("template", template, "56911112222", "recordatorio", TemplateLanguage("es_CL"), parameters)
    keep("template-without-gaps", template, "56911112222", "hola", TemplateLanguage("es_CL"), [])
    return found


def plain(body):
    """Without what may be left out: the title of a section that stands alone, components of which there are none."""
    body = json.loads(json.dumps(body))
    for section in body.get("interactive", {}).get("action", {}).get("sections", []):
        if not section.get("title"):
            section.pop("title", None)
    # Meta reads the kind of a component in capitals and in small letters.
    for component in body.get("template", {}).get("components", []):
        component["type"] = component["type"].lower()
    if body.get("template", {}).get("components") == []:
        del body["template"]["components"]
    return body


def test_both_write_the_same():
    theirs = written()
    assert sorted(theirs) == goldens.SENT
    for name in goldens.SENT:
        assert plain(theirs[name]) == goldens.sent(name), name


def test_both_judge_errors_alike():
    """Every code about sending that the library names is in our table, with a meaning that agrees with its kind."""
    expected = {
        errors.ThrottlingError: {"later", "halted"},
        errors.AuthorizationError: {"halted"},
        errors.IntegrityError: {"halted"},
        errors.SendMessageError: {"later", "refused", "windowClosed", "unreachable", "halted"},
    }
    beside = {133016, 131044}  # registering a number, and calls: not about messages
    for family, meanings in expected.items():
        for kind in family.__subclasses__():
            for code in kind.__error_codes__ or ():
                if code not in beside:
                    assert goldens.meaning(code) in meanings, (code, kind)
    assert goldens.meaning(131047) == "windowClosed" and errors.ReEngagementMessage.__error_codes__ == (131047,)
    assert goldens.meaning(131056) == "later" and errors.TooManyMessages.__error_codes__ == (131056,)
