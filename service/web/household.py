"""The house while a request lasts: opened when first asked for, closed when the answer has been made."""

from contextlib import ExitStack

from flask import Flask, current_app, g

from service.usecases.house import House, open_house
from service.usecases.loading.memory import Memory

from .settings import WebSettings

_SETTINGS, _MEMORY = "MALKEDJAN", "MALKEDJAN_MEMORY"


def init_house(app: Flask, settings: WebSettings) -> None:
    """Let the app's pages open the house at the data directory."""
    app.config[_SETTINGS] = settings
    app.config[_MEMORY] = Memory()
    app.teardown_appcontext(_close)


def web_settings() -> WebSettings:
    """What the service was told when it started."""
    settings: WebSettings = current_app.config[_SETTINGS]
    return settings


def house() -> House:
    """The house of this request: a connection of its own, which serves its thread alone."""
    if "house" not in g:
        settings = web_settings()
        g.doors = ExitStack()
        g.house = g.doors.enter_context(open_house(settings.data, settings.now, current_app.config[_MEMORY]))
    found: House = g.house
    return found


def _close(_: BaseException | None) -> None:
    doors = g.pop("doors", None)
    g.pop("house", None)
    if doors is not None:
        doors.close()
