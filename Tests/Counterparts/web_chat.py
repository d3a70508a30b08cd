"""The web chat as two visitors use it: a form that is posted without JavaScript, and a real Chromium."""

import os
import time
from html.parser import HTMLParser
from pathlib import Path

import httpx

from conversation import Press

CHROMIUM = "/usr/bin/chromium"


class ChatForm(HTMLParser):
    """What a page offers: the hidden fields and buttons of its form, and the words of its entries."""

    def __init__(self, page):
        super().__init__()
        self.hidden, self.choices, self.entries = {}, [], []
        self.in_text = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "input" and attributes.get("type") == "hidden":
            self.hidden[attributes["name"]] = attributes["value"]
        if tag == "button" and attributes.get("name") == "choice":
            self.choices.append(attributes["value"])
        self.in_text = tag == "p" and attributes.get("class") == "text"
        if self.in_text:
            self.entries.append("")

    def handle_endtag(self, tag):
        self.in_text = False

    def handle_data(self, data):
        if self.in_text:
            self.entries[-1] += data


class PlainVisitor:
    """Loads the page, fills in its form, posts it, follows the redirect. No script."""

    def __init__(self, server, code="ARM234"):
        self.path = f"/chat/{code}"
        self.http = httpx.Client(
            base_url=server.url, timeout=30, trust_env=False, follow_redirects=True, headers={"accept": "text/html"}
        )
        self.form = ChatForm(self.http.get(self.path).raise_for_status().text)

    def say(self, step):
        pressed = isinstance(step, Press)
        answer = {"choice": self.form.choices[step.position - 1]} if pressed else {"text": step}
        response = self.http.post(self.path, data=self.form.hidden | answer)
        if response.status_code == 429:  # the page asks for patience, and the same form may be posted again
            time.sleep(1)
            return self.say(step)
        self.form = ChatForm(response.raise_for_status().text)

    def converse(self, steps):
        for step in steps:
            self.say(step)
        return self


class BrowserVisitor:
    """A page in Chromium, on a phone's screen."""

    def __init__(self, browser, server, code="ARM234", width=390, height=844):
        self.context = browser.new_context(viewport={"width": width, "height": height}, locale="es-CL")
        self.errors = []
        self.url = f"{server.url}/chat/{code}"
        self.page = self.open()

    def open(self):
        """The chat in a new tab of the same browser, whose complaints are kept."""
        page = self.context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda said: said.type == "error" and self.errors.append(f"{said.text} {said.location['url']}"))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.url)
        return page

    def say(self, step):
        mine = self.page.locator(".entry.person:not(.pending)")
        before = mine.count()
        if isinstance(step, Press):
            self.page.locator("#choices .choice").nth(step.position - 1).click()
        else:
            self.page.locator("#text").fill(step)
            self.page.locator(".send").click()
        self.page.wait_for_function(
            "before => document.querySelectorAll('.entry.person:not(.pending)').length > before"
            " && !document.querySelector('.entry.pending')", arg=before)  # fmt: skip

    def converse(self, steps):
        for step in steps:
            self.say(step)
        return self

    def entries(self):
        return self.page.locator(".entry .text").all_text_contents()

    def choices(self):
        return self.page.locator("#choices .choice").all_text_contents()

    def sideways(self):
        """How far the page reaches beyond the screen, in CSS pixels."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def picture(self, name):
        """Keeps what is seen, if somebody wants to look at it: COUNTERPARTS_PICTURES=folder."""
        if folder := os.environ.get("COUNTERPARTS_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.wait_for_timeout(500)  # for the picture alone: the page scrolls smoothly
            self.page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")
