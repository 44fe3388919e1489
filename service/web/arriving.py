"""Somebody who has just signed in: what their browser is to carry, and where they are going."""

from urllib.parse import urlsplit

from flask import session, url_for

from .guards import TOKEN

BY_PROVIDER = "sso"  # in the signed cookie: this session was begun by the municipality's identity provider


def carry(token: str) -> None:
    """Let the browser carry a new session's token, and nothing that it carried before."""
    session.clear()
    session[TOKEN] = token


def inside(till: str) -> str:
    """A way within the service; the start page for any that leads out of it."""
    parts = urlsplit(till)
    is_own = till.startswith("/") and not till.startswith("//") and "\\" not in till
    return till if is_own and not parts.scheme and not parts.netloc else url_for("start.page")
