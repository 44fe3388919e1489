"""Möten: the meetings of the nämnder, and one of them with its agenda."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.usecases.access import Action
from service.usecases.answers import Refused, answer
from service.usecases.meeting_begin import begin_meeting, namnder_to_call
from service.usecases.meeting_list import meeting_list
from service.usecases.meeting_seen import seen_meeting

from .guards import for_signed_in, requires_on_meeting, user
from .household import house

blueprint = Blueprint("moten", __name__)
Answer = str | Response | tuple[str, int]


@blueprint.get("/moten")
@for_signed_in
def all_page() -> Answer:
    """The meetings that one may see, `?namnd=…&ar=…`."""
    return _all()


@blueprint.post("/moten")
@for_signed_in
def begin() -> Answer:
    """A new meeting."""
    if not _callable():
        abort(403)
    form = request.form
    try:
        day = date.fromisoformat(form.get("datum", ""))
    except ValueError:
        return _all(Refused(answer("motesdag-saknas"))), 422
    try:
        key = begin_meeting(house(), user(), form.get("kod", ""), day, form.get("tid", ""), form.get("plats", ""))
    except Refused as no:
        return _all(no), 422
    flash("Mötet är upplagt. Listan börjar med det som varje sammanträde börjar med.", "klart")
    return redirect(url_for("moten.page", mote=key.namnd), 303)


@blueprint.get("/moten/<mote:mote>")
@requires_on_meeting(Action.SEE_MEETING)
def page(mote: str) -> Answer:
    """A meeting: its facts and its agenda."""
    return render_template("mote.html", found=seen_meeting(house(), user(), mote))


def _all(no: Refused | None = None) -> str:
    ar = request.args.get("ar", type=int)
    found = meeting_list(house(), user(), request.args.get("namnd", ""), ar)
    return render_template(
        "moten.html", found=found, kod=request.args.get("namnd", ""), ar=ar, to_call=_callable(),
        findings=no.findings if no else (), form=request.form,
    )  # fmt: skip


def _callable() -> tuple[tuple[str, str], ...]:
    """The nämnder whose meetings one may call, as choices."""
    try:
        return tuple((namnd.kod, namnd.namn) for namnd in namnder_to_call(house(), user()))
    except Refused:  # no settings yet
        return ()
