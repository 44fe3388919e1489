"""Användare: who has an account, adding people by one-time links, what they may do."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.store import Account, Role, account, all_accounts
from service.usecases.accounts import accounts, tokens
from service.usecases.accounts.access import Action, table_of_rights
from service.usecases.accounts.accounts import Described
from service.usecases.answers import Refused
from service.usecases.loading.year import all_namnder

from .guards import requires, user
from .household import house

blueprint = Blueprint("anvandare", __name__, url_prefix="/anvandare")
Answer = str | Response | tuple[str, int]


@blueprint.get("")
@requires(Action.MANAGE_USERS)
def all_page() -> Answer:
    """Everybody who has an account, and the form for adding somebody."""
    return _all(Described("", "", ()))


@blueprint.post("")
@requires(Action.MANAGE_USERS)
def add() -> Answer:
    """Add somebody, and show the link that they are to be given."""
    described = _described()
    try:
        made, token = accounts.add(house(), user(), described)
    except Refused as no:
        return _all(described, no), 422
    return _link_page(made, token)


@blueprint.get("/<id>")
@requires(Action.MANAGE_USERS)
def one_page(id: str) -> Answer:
    """An account, to be changed."""
    found = _known(id)
    described = Described(found.name, found.email, found.roles, found.namnder)
    return _one(found, described, found.active)


@blueprint.post("/<id>")
@requires(Action.MANAGE_USERS)
def change(id: str) -> Answer:
    """Change an account."""
    found, described, active = _known(id), _described(), "aktiv" in request.form
    try:
        after = accounts.change(house(), user(), id, described, active=active)
    except Refused as no:
        return _one(found, described, active, no), 422
    flash(f"Kontot för {after.name} är sparat.", "klart")
    return redirect(url_for("anvandare.all_page"), 303)


@blueprint.post("/<id>/lank")
@requires(Action.MANAGE_USERS)
def new_link(id: str) -> Answer:
    """A new one-time link for somebody who has lost theirs, or their password."""
    found = _known(id)
    return _link_page(found, accounts.new_link(house(), user(), id))


@blueprint.post("/<id>/nycklar/<nyckel>/ta-bort")
@requires(Action.MANAGE_USERS)
def withdraw_token(id: str, nyckel: str) -> Answer:
    """Withdraw a token of somebody's."""
    found = _known(id)
    try:
        tokens.withdraw_token(house(), user(), found, nyckel)
    except LookupError:
        abort(404)
    flash(f"En nyckel för {found.name} är borttagen. Den släpper inte in någon längre.", "klart")
    return redirect(url_for("anvandare.one_page", id=id), 303)


def _all(described: Described, no: Refused | None = None) -> str:
    return render_template(
        "anvandare.html", accounts=all_accounts(house().store), rights=table_of_rights(), **_form(described, no)
    )


def _one(found: Account, described: Described, active: bool, no: Refused | None = None) -> str:
    return render_template(
        "anvandaren.html", found=found, active=active, tokens=tokens.tokens_for(house(), found), now=house().now(),
        **_form(described, no),
    )  # fmt: skip


def _form(described: Described, no: Refused | None) -> dict[str, object]:
    return {
        "described": described, "roles": list(Role), "findings": no.findings if no else (),
        "role_choices": [(role.value, role.value.capitalize()) for role in Role],
        "namnd_choices": [(namnd.kod, f"{namnd.namn} ({namnd.kod})") for namnd in all_namnder(house())],
    }  # fmt: skip


def _link_page(whose: Account, token: str) -> str:
    """The one answer to a POST that is a page: the link is shown this once and kept nowhere."""
    link = url_for("konto.welcome_page", token=token, _external=True)
    return render_template("engangslank.html", whose=whose, link=link)


def _described() -> Described:
    form = request.form
    known = {role.value for role in Role}
    roles = [Role(value) for value in form.getlist("roll") if value in known]
    return Described(form.get("namn", ""), form.get("epost", ""), roles, form.getlist("namnd"))


def _known(id: str) -> Account:
    return account(house().store, id) or abort(404)
