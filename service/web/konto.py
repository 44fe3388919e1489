"""Signing in and out, one-time links, and one's own account."""

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from service.usecases.accounts import accounts, sessions, tokens
from service.usecases.answers import Refused

from .arriving import BY_PROVIDER, carry, inside
from .guards import TOKEN, for_signed_in, open_to_all, signed_in, user
from .household import house
from .limits import BY_ACCOUNT, BY_ADDRESS, limiter, tried_account

blueprint = Blueprint("konto", __name__)
Answer = str | Response | tuple[str, int]


@blueprint.get("/logga-in")
@open_to_all
def sign_in_page() -> Answer:
    """The form for signing in; who is signed in already goes on to where they were going."""
    till = request.args.get("till", "")
    return redirect(inside(till)) if signed_in() else render_template("logga-in.html", till=till)


@blueprint.post("/logga-in")
@open_to_all
@limiter.limit(BY_ADDRESS)
@limiter.limit(BY_ACCOUNT, key_func=tried_account)
def sign_in() -> Answer:
    """Let somebody in, and on to where they were going."""
    till = request.form.get("till", "")
    try:
        done = sessions.sign_in(house(), request.form.get("epost", ""), request.form.get("losenord", ""))
    except Refused as no:
        email = request.form.get("epost", "")
        return render_template("logga-in.html", till=till, email=email, findings=no.findings), 422
    carry(done.token)
    return redirect(inside(till), 303)


@blueprint.post("/logga-ut")
@for_signed_in
def sign_out() -> Answer:
    """End the session."""
    sessions.sign_out(house(), session.get(TOKEN, ""))
    by_provider = session.get(BY_PROVIDER)
    session.clear()
    flash("Du är utloggad.", "klart")
    return redirect(url_for("konto.sign_in_page", ut=1 if by_provider else None), 303)


@blueprint.get("/valkommen/<token>")
@open_to_all
@limiter.limit(BY_ADDRESS)
def welcome_page(token: str) -> Answer:
    """What a one-time link leads to: choosing a password, or making the first administrator."""
    try:
        whose = accounts.invited(house(), token)
    except Refused as no:
        return render_template("lanken.html", findings=no.findings), 404
    return render_template("valkommen.html", whose=whose, token=token)


@blueprint.post("/valkommen/<token>")
@open_to_all
@limiter.limit(BY_ADDRESS)
def welcome(token: str) -> Answer:
    """Use the one-time link, and sign its owner in."""
    form = request.form
    name, email = form.get("namn", ""), form.get("epost", "")
    password, again = form.get("losenord", ""), form.get("igen", "")
    try:
        whose = accounts.invited(house(), token)
    except Refused as no:
        return render_template("lanken.html", findings=no.findings), 404
    try:
        owner = accounts.redeem(house(), token, password, again, name=name, email=email)
    except Refused as no:
        page = render_template("valkommen.html", whose=whose, token=token, name=name, email=email, findings=no.findings)
        return page, 422
    carry(sessions.begin(house(), owner).token)
    flash("Ditt lösenord är sparat och du är inloggad.", "klart")
    return redirect(url_for("start.page"), 303)


@blueprint.get("/konto")
@for_signed_in
def own_page() -> Answer:
    """One's own account: what one may do, the password, and signing out everywhere."""
    return _own()


@blueprint.post("/konto/nycklar")
@for_signed_in
@limiter.limit(BY_ADDRESS)
def make_token() -> Answer:
    """A new token for a program. The answer is the page itself: the token is shown this once and kept nowhere."""
    form = request.form
    try:
        made, secret = tokens.make_token(house(), user(), form.get("namn", ""), form.get("dagar", 0, type=int))
    except Refused as no:
        return _own(token_faults=no.findings), 422
    return _own(made=made, secret=secret)


@blueprint.post("/konto/nycklar/<nyckel>/ta-bort")
@for_signed_in
def withdraw_token(nyckel: str) -> Answer:
    """Withdraw one of one's own tokens."""
    try:
        tokens.withdraw_token(house(), user(), user(), nyckel)
    except LookupError:
        abort(404)
    flash("Nyckeln är borttagen. Den släpper inte in någon längre.", "klart")
    return redirect(url_for("konto.own_page"), 303)


@blueprint.post("/konto/losenord")
@for_signed_in
@limiter.limit(BY_ADDRESS)
def change_password() -> Answer:
    """Change one's password; one stays signed in here and nowhere else."""
    who, form = user(), request.form
    tokens_too = "nycklar" in form
    try:
        accounts.change_password(
            house(), who, form.get("nuvarande", ""), form.get("losenord", ""), form.get("igen", ""),
            withdrawing_tokens=tokens_too,
        )  # fmt: skip
    except Refused as no:
        return _own(findings=no.findings), 422
    carry(sessions.begin(house(), who).token)
    also = " Dina nycklar till API:et är borttagna." if tokens_too else ""
    flash(f"Lösenordet är bytt. Du är utloggad på alla andra ställen.{also}", "klart")
    return redirect(url_for("konto.own_page"), 303)


@blueprint.post("/konto/logga-ut-overallt")
@for_signed_in
def sign_out_everywhere() -> Answer:
    """End all of one's sessions."""
    sessions.sign_out_everywhere(house(), user())
    session.clear()
    flash("Du är utloggad överallt, och dina nycklar till API:et är borttagna.", "klart")
    return redirect(url_for("konto.sign_in_page"), 303)


def _own(**more: object) -> str:
    """One's own account."""
    own, now = tokens.tokens_for(house(), user()), house().now()
    return render_template("konto.html", tokens=own, now=now, lasts=tokens.LASTS, **more)
