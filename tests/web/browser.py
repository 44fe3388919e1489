"""A person at a browser: opens pages, follows links, sends forms. Every page is checked in passing."""

import io
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from service.web.guards import TOKEN

from .pages import Page, filled, page_of

PASSWORD = "korrekt häst batteri klammer"


class Browser:
    """A browser with its cookies."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()

    def signed_in(self, email: str, password: str = PASSWORD) -> "Browser":
        """This browser, after its person has signed in."""
        page = self.send(self.open("/logga-in"), "/logga-in", epost=email, losenord=password)
        assert page.status == 200, page.text
        return self

    def carrying(self, token: str) -> "Browser":
        """This browser, carrying a session's token as if its person had signed in."""
        with self.client.session_transaction() as carried:
            carried[TOKEN] = token
        return self

    def open(self, address: str, status: int = 200) -> Page:
        """The page at an address, wherever it leads; it must be answered with that status."""
        return self._arrived(address, self.client.get(address), status)

    def fetch(self, address: str, status: int = 200) -> bytes:
        """A file at an address."""
        with self.client.get(address) as response:
            assert response.status_code == status, f"{address}: {response.status}"
            return response.data

    def send(self, page: Page, part: str, status: int = 200, files: dict[str, Any] | None = None, **given: Any) -> Page:
        """Send the page's form whose action ends with `part`, filled in; the page that this leads to."""
        form = page.form(part)
        data = filled(form, given)
        for name, chosen in (files or {}).items():
            several = chosen if isinstance(chosen, list) else [chosen]
            data[name] = [(io.BytesIO(content), filename) for content, filename in several]
        if form.method.upper() == "GET":
            response = self.client.get(form.get("action"), query_string=data)
        else:
            response = self.client.post(form.get("action"), data=data)
            response.request.environ["wsgi.input"].close()  # a large form lies in a file of the test client's own
        return self._arrived(form.get("action"), response, status)

    def _arrived(self, address: str, response: TestResponse, status: int) -> Page:
        for _ in range(4):
            if response.status_code not in (302, 303):
                break
            address = response.headers["Location"]
            response = self.client.get(address)
        assert response.status_code == status, f"{address}: {response.status} {response.get_data(as_text=True)[-1500:]}"
        return page_of(self.app, address, response)
