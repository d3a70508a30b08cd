"""The same conversation in the terminal, by webhook, in a plain web page and in a browser comes to the same outcomes."""

import re

import pytest
from playwright.sync_api import sync_playwright

from conversation import EVERYTHING, EVIDENCE, FIVE_WHYS, LOBBY, OUTCOMES, PROBLEM, WHYS, Press
from raiz_client import Webhook
from web_chat import CHROMIUM, BrowserVisitor, PlainVisitor

LONG_WORD = "desmunicipalización" * 8


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser):
    """Opens the chat as a new visitor. Asked for before `server`, so that pages are still open when that one stops."""
    visitors = []

    def visit(server, **size):
        visitors.append(BrowserVisitor(browser, server, **size))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.context.close()


def test_terminal(server):
    typed = [str(step.position) if isinstance(step, Press) else step for step in FIVE_WHYS]
    lines = ("\n".join(typed) + "\n").encode()
    shown = server.run("chat", "five-whys", "--golden", "-", stdin=lines).decode()
    assert recorded(shown) == OUTCOMES


def recorded(shown):
    """The outcomes as `raiz chat --golden -` writes them down: a line for each, its fields indented below."""
    outcomes = []
    for line in shown.split("\nrecorded: (finished)\n")[1].splitlines():
        indent, name, value = re.fullmatch(r"( +)([\w-]+): (.*)", line).groups()
        if len(indent) == 2:
            outcomes.append((name, value, {}))
        else:
            outcomes[-1][2][name] = int(value) if name == "level" else value
    return outcomes


def test_page_without_script(server):
    visitor = PlainVisitor(server).converse(EVERYTHING)
    assert server.outcomes() == OUTCOMES
    assert visitor.form.entries == [text for (text,) in server.sql("SELECT text FROM transcript ORDER BY sequence")]
    csv = visitor.http.get("/look/ARM234/matrix.csv").raise_for_status()
    assert csv.content == server.export("csv")


def test_webhook(server):
    Webhook(server).converse(EVERYTHING)
    assert server.outcomes() == OUTCOMES


@pytest.mark.heavy
def test_browser(visit, server):
    visitor = visit(server)
    visitor.picture("1-begin")
    visitor.converse(LOBBY + [PROBLEM, EVIDENCE, WHYS[0]])
    visitor.picture("2-choices")
    visitor.converse(FIVE_WHYS[3:])
    visitor.picture("3-end")
    assert server.outcomes() == OUTCOMES
    assert visitor.entries() == [text for (text,) in server.sql("SELECT text FROM transcript ORDER BY sequence")]
    assert visitor.errors == []


@pytest.mark.heavy
def test_browser_goes_on_where_it_was(visit, server):
    """After a reload, and after the server was away: nothing is lost, and nothing is said twice."""
    visitor = visit(server).converse(LOBBY + FIVE_WHYS[:3])
    entries, choices = visitor.entries(), visitor.choices()
    visitor.page.locator("#text").fill("a medio escribir ñ")
    visitor.page.reload()
    assert (visitor.entries(), visitor.choices()) == (entries, choices)
    assert visitor.page.locator("#text").input_value() == "a medio escribir ñ"
    assert visitor.errors == []

    server.kill()
    visitor.page.locator("#text").fill(FIVE_WHYS[3])
    visitor.page.locator(".send").click()
    visitor.page.locator(".entry.pending .again").wait_for()
    visitor.picture("4-away")
    server.start()
    visitor.page.locator(".entry.pending").wait_for(state="detached")
    visitor.picture("5-back")
    visitor.converse(FIVE_WHYS[4:])
    assert server.outcomes() == OUTCOMES
    assert len(server.sql("SELECT 1 FROM transcript WHERE direction = 'in'")) == len(EVERYTHING)
    assert visitor.entries() == [text for (text,) in server.sql("SELECT text FROM transcript ORDER BY sequence")]
    assert [error for error in visitor.errors if "net::ERR_" not in error] == []


@pytest.mark.heavy
def test_two_tabs(visit, server):
    """What is said in one tab shows in the other by itself."""
    visitor = visit(server).converse(LOBBY)
    other = visitor.open()
    visitor.page.bring_to_front()
    visitor.say(PROBLEM)
    other.bring_to_front()
    other.locator(".entry.person .text", has_text=PROBLEM).wait_for()
    assert other.locator(".entry .text").all_text_contents() == visitor.entries()
    assert visitor.errors == []


@pytest.mark.heavy
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out(visit, server, width):
    """No page scrolls sideways, not even with a word that is longer than the screen."""
    visitor = visit(server, width=width)
    for step in LOBBY + [f"{PROBLEM}: {LONG_WORD}", LONG_WORD, WHYS[0], Press(1), Press(1)]:
        assert visitor.sideways() == 0, f"before «{step}»"
        visitor.say(step)
    assert visitor.sideways() == 0
    visitor.picture(f"6-narrow-{width}")
    for path in ["/", "/chat?code=%C3%B1", "/look/ARM234", "/chat/NADA99", "/nada"]:
        visitor.page.goto(server.url + path)
        assert visitor.sideways() == 0, path
    assert [error for error in visitor.errors if "404" not in error] == []
