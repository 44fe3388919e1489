"""A page as it was answered, held to what every page must be; its links, forms and words for the tests to use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin, urlsplit

from flask import Flask
from justhtml import JustHTML
from lxml import html
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect
from werkzeug.test import TestResponse

_HANDLERS = re.compile(r"^on[a-z]+$")
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


@dataclass(frozen=True)
class Page:
    """A page: its address, how it was answered, and its tree."""

    address: str
    status: int
    response: TestResponse
    tree: Any = field(repr=False)

    @property
    def text(self) -> str:
        """All that is read on it, blanks evened out."""
        return " ".join(self.tree.text_content().replace("\u00a0", " ").split())

    @property
    def heading(self) -> str:
        """Its heading."""
        return " ".join(self.tree.xpath("//h1")[0].text_content().split())

    def links(self) -> list[str]:
        """Where its links lead, within the service."""
        return [urljoin(self.address, str(href)) for href in self.tree.xpath("//a/@href")]

    def form(self, part: str) -> Any:
        """The one form whose action ends so."""
        found = [form for form in self.tree.forms if (form.get("action") or "").endswith(part)]
        assert len(found) == 1, f"{len(found)} forms to {part} on {self.address}"
        return found[0]

    def rows(self, within: str = "") -> list[list[str]]:
        """The rows of its tables, cell by cell."""
        rows = self.tree.xpath(f"{within}//table//tr")
        return [[" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")] for row in rows]


def page_of(app: Flask, address: str, response: TestResponse) -> Page:
    """The page in an answer, once it has been found to be as every page must be."""
    markup = response.get_data(as_text=True)
    errors = JustHTML(markup, collect_errors=True, sanitize=False).errors
    assert not errors, f"{address}: {errors[:3]}"
    page = Page(address, response.status_code, response, html.document_fromstring(markup))
    faults = [*_document(page), *_references(page), *_inline(page), *_addresses(app, page), *_forms(page)]
    assert not faults, f"{address}: {faults}"
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy, policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    return page


def _document(page: Page) -> Iterator[str]:
    tree = page.tree
    if tree.get("lang") != "sv":
        yield "no language"
    if len(tree.xpath("//h1")) != 1:
        yield f"{len(tree.xpath('//h1'))} h1"
    if len(tree.xpath("//main")) != 1:
        yield "not one main"
    titles = [title.text_content().strip() for title in tree.xpath("/html/head/title")]
    if len(titles) != 1 or not titles[0] or titles[0].startswith("–"):
        yield f"title {titles}"
    ids = tree.xpath("//@id")
    yield from (f"id {id} twice" for id in set(ids) if ids.count(id) > 1)
    yield from (f"table without heads: {row}" for row in tree.xpath("//table[not(.//th)]"))
    levels = [int(head.tag[1]) for head in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    yield from (f"h{b} below h{a}" for a, b in pairwise(levels) if b > a + 1)


def _references(page: Page) -> Iterator[str]:
    ids = set(page.tree.xpath("//@id"))
    for name in _REFERENCES:
        for value in page.tree.xpath(f"//@{name}"):
            yield from (f"{name} to no {id}" for id in value.split() if id not in ids)
    for element in page.tree.xpath("//input[not(@type='hidden')]|//select|//textarea"):
        labelled = element.xpath("ancestor::label") or element.get("aria-label") or element.get("aria-labelledby")
        if not labelled and not page.tree.xpath(f"//label[@for='{element.get('id')}']"):
            yield f"no label for {element.get('name')}"
    yield from (f"picture without alt: {img.get('src')}" for img in page.tree.xpath("//img[not(@alt)]"))


def _inline(page: Page) -> Iterator[str]:
    if page.tree.xpath("//style|//*[@style]|//script[not(@src)]"):
        yield "inline style or script"
    for element in page.tree.iter():
        yield from (f"handler {name}" for name in element.attrib if _HANDLERS.match(name))


def _addresses(app: Flask, page: Page) -> Iterator[str]:
    for element, name, address, _ in page.tree.iterlinks():
        method = (element.get("method") or "get").upper() if name == "action" else "GET"
        yield from _address(app, page, address, method)


def _address(app: Flask, page: Page, address: str, method: str) -> Iterator[str]:
    if address.startswith("#"):
        if not page.tree.xpath(f"//*[@id='{address[1:]}']"):
            yield f"no place {address}"
        return
    whole = urlsplit(urljoin(f"http://localhost{page.address}", address))
    if whole.scheme == "mailto":
        return
    if whole.netloc != "localhost":
        yield f"leads out of the service: {address}"
        return
    try:
        app.url_map.bind("localhost").match(whole.path, method)
    except RequestRedirect:
        yield f"{address} leads round"
    except (NotFound, MethodNotAllowed):
        yield f"{method} {address} leads nowhere"


def _forms(page: Page) -> Iterator[str]:
    for form in page.tree.forms:
        if form.method.upper() == "POST" and not form.fields.get("csrf_token"):
            yield f"form to {form.get('action')} without token"
        if form.xpath(".//input[@type='file']") and form.get("enctype") != "multipart/form-data":
            yield f"form to {form.get('action')} cannot carry a file"


def filled(form: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a browser would send of a form: its own values with those that the person has given, a button's too."""
    buttons = {(button.get("name"), button.get("value")) for button in form.xpath(".//button[@name]")}
    unknown = {name for name, value in given.items() if name not in form.fields and (name, value) not in buttons}
    assert not unknown, f"the form has no {unknown}"
    own: dict[str, Any] = {}
    for name, value in form.form_values():
        own[name] = [*own[name], value] if name in own else [value]
    return {**own, **given}
