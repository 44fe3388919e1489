"""Signing in by the municipality's own identity provider: OpenID Connect, authorization code with PKCE, by Authlib."""

import logging
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Flask, abort, current_app, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from service.usecases.accounts import sso
from service.usecases.answers import Refused, answer

from .arriving import BY_PROVIDER, carry, inside
from .guards import open_to_all
from .household import house, web_settings
from .limits import BY_ADDRESS, limiter

blueprint = Blueprint("sso", __name__)
Answer = str | Response | tuple[str, int]
_CLIENT, _TILL = "malkedjan-openid", "sso-till"
_log = logging.getLogger(__name__)


def init_sso(app: Flask, settings: sso.OpenIdSettings | None) -> None:
    """Tell the templates of the provider, where there is one. Raises `ImportError` without the extra `sso`."""
    app.jinja_env.globals["sso_name"] = settings.name if settings else ""
    if settings is None:
        return
    from authlib.integrations.flask_client import OAuth

    client = OAuth(app).register(
        "provider", client_id=settings.client_id, client_secret=settings.client_secret,
        server_metadata_url=f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
    )  # fmt: skip
    app.extensions[_CLIENT] = client


@blueprint.get("/sso")
@open_to_all
@limiter.limit(BY_ADDRESS)
def begin() -> Answer:
    """On to the provider, with a state, a nonce and a challenge that only this browser can answer."""
    client = _client()
    session[_TILL] = request.args.get("till", "")
    try:
        sent: Response = client.authorize_redirect(url_for("sso.arrive", _external=True))
    except Exception as fault:
        return _failed(fault)
    return sent


@blueprint.get("/sso/svar")
@open_to_all
@limiter.limit(BY_ADDRESS)
def arrive() -> Answer:
    """Back from the provider: its answer is checked, and the session begun as any other."""
    client, settings, till = _client(), web_settings().openid, session.get(_TILL, "")
    try:
        claims: dict[str, Any] = client.authorize_access_token()["userinfo"]
    except Exception as fault:
        return _failed(fault)
    assert settings is not None  # there is a client
    try:
        done = sso.sign_in_by_provider(house(), settings, claims)
    except Refused as no:
        return render_template("logga-in.html", till=till, findings=no.findings), 403
    carry(done.token)
    session[BY_PROVIDER] = True
    return redirect(inside(till), 303)


@blueprint.get("/sso/ut")
@open_to_all
def leave() -> Answer:
    """Sign out at the provider too, where it has an address for that."""
    client, settings = _client(), web_settings().openid
    where = client.load_server_metadata().get("end_session_endpoint")
    if not where or settings is None:
        flash("Där finns ingen utloggning. Stäng webbläsaren.", "besked")
        return redirect(url_for("konto.sign_in_page"))
    back = url_for("konto.sign_in_page", _external=True)
    return redirect(f"{where}?{urlencode({'client_id': settings.client_id, 'post_logout_redirect_uri': back})}")


def _client() -> Any:
    return current_app.extensions.get(_CLIENT) or abort(404)


def _failed(fault: Exception) -> Answer:
    """The provider could not be reached, or its answer did not hold: it may be forged, old, or somebody else's."""
    _log.warning("sign-in by the provider failed: %s", fault)
    session.pop(_TILL, None)
    return render_template("logga-in.html", till="", findings=[answer("sso-gick-inte")]), 403
