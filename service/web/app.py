"""The app, put together."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from service import api

from . import (
    anvandare,
    api_sidan,
    arende,
    bilagor,
    dokument,
    forhandsvisning,
    framstallning,
    inlamning,
    installningar,
    jamforelse,
    konto,
    kontroll,
    logg,
    malkedjan,
    mallar,
    moten,
    moteprotokoll,
    motespaket,
    namnd,
    sso,
    start,
    uppsikt,
)
from .addresses import init_addresses
from .converters import MeetingConverter, PlanConverter
from .faults import init_faults
from .foreman import foreman_of, init_foreman
from .guards import init_guards
from .headers import init_headers
from .household import house, init_house
from .limits import CALLS, WRITTEN, limiter
from .navigation import init_navigation
from .prose import init_prose
from .sessionkey import session_key
from .settings import WebSettings
from .sso import init_sso
from .swedish import init_swedish
from .uploads import READER
from .workbench import init_workbench

_PAGES = (
    start, uppsikt, namnd, inlamning, forhandsvisning, moten, arende, bilagor, motespaket, moteprotokoll,
    malkedjan, dokument, jamforelse, kontroll, framstallning, mallar, installningar,
    konto, anvandare, logg, api_sidan, sso,
)  # fmt: skip
for _room in api.ROOMS:  # the limiter is the process's, as they are
    limiter.limit(CALLS, key_func=api.caller)(_room)
for _view in api.WRITING:
    limiter.limit(WRITTEN, key_func=api.caller)(_view)
_FORM_SLACK = 200_000  # what a form holds beside its file


def create_app(settings: WebSettings) -> Flask:
    """The web service at a data directory. Raises `OSError` when that cannot be written to."""
    app = Flask(__name__)
    app.config.update(_config(settings))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.converters["plan"] = PlanConverter
    app.url_map.converters["mote"] = MeetingConverter
    app.add_template_global(_asset, "asset")
    init_house(app, settings)
    init_foreman(app, settings)
    init_workbench(app)
    init_headers(app)
    init_guards(app)
    limiter.init_app(app)
    _mount_api(app)
    init_swedish(app)
    init_prose(app)
    init_addresses(app)
    init_navigation(app)
    init_faults(app)
    init_sso(app, settings.openid)
    for pages in _PAGES:
        app.register_blueprint(pages.blueprint)
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _mount_api(app: Flask) -> None:
    """The API beside the pages. It takes no cookie, so that its calls need no proof against forged forms."""
    csrf = CSRFProtect(app)
    for room in api.ROOMS:
        csrf.exempt(room)
    api.init_api(app, api.Doorway(house, READER.read, foreman_of(app).wake))


def _config(settings: WebSettings) -> dict[str, object]:
    return {
        "SECRET_KEY": session_key(settings.data),
        "SESSION_COOKIE_NAME": "__Host-malkedjan" if settings.secure else "malkedjan",
        "SESSION_COOKIE_SECURE": settings.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": settings.largest_upload + _FORM_SLACK,
        "MAX_FORM_MEMORY_SIZE": _FORM_SLACK,
        "WTF_CSRF_TIME_LIMIT": None,  # a form is good for as long as its session
        "RATELIMIT_HEADERS_ENABLED": False,
    }


def _asset(name: str) -> str:
    """The address of a static file, with a mark of its content, so that browsers may keep it."""
    return url_for("static", filename=name, v=_mark_of(Path(__file__).parent / "static" / name))


@cache
def _mark_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
