"""Ärende: one ärende of a meeting, in forms: what it says, its tjänsteskrivelse, its handlingar."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.usecases.accounts.access import Action
from service.usecases.answers import Refused, refused
from service.usecases.meetings.arende import (
    ARENDE,
    SKRIVELSE,
    arende_row,
    remove_skrivelse,
    save_arende,
    save_skrivelse,
    skrivelse_row,
)
from service.usecases.meetings.handlingar import FILHANDLING, PLANHANDLING, paper_row, unwritten
from service.usecases.meetings.seen import SeenMeeting, SeenPunkt, seen_meeting

from .guards import requires_on_meeting, user
from .household import house
from .motesformular import Sent, after_saving

blueprint = Blueprint("arende", __name__)
Answer = str | Response | tuple[str, int]


@blueprint.get("/moten/<mote:mote>/arende/<arende>")
@requires_on_meeting(Action.SEE_MEETING)
def page(mote: str, arende: str) -> Answer:
    """An ärende with its papers, as somebody may see it; in forms for who may write it."""
    return shown(mote, arende)


@blueprint.post("/moten/<mote:mote>/arende/<arende>")
@requires_on_meeting(Action.RUN_MEETING)
def save(mote: str, arende: str) -> Answer:
    """Save what the ärende says."""
    sent = Sent.of(ARENDE)
    try:
        saved = save_arende(house(), user(), mote, arende, sent.typed, sent.seen)
    except LookupError:
        return gone(mote, sent)
    if saved.stored:
        return after_saving(saved, "Ärendet är sparat.", url_for("arende.page", mote=mote, arende=arende))
    return shown(mote, arende, arende_form=sent.again(saved)), 422


@blueprint.post("/moten/<mote:mote>/arende/<arende>/tjansteskrivelse")
@requires_on_meeting(Action.PREPARE_ARENDE)
def save_skrivelse_page(mote: str, arende: str) -> Answer:
    """Save the ärende's tjänsteskrivelse."""
    sent = Sent.of(SKRIVELSE)
    try:
        saved = save_skrivelse(house(), user(), mote, arende, sent.typed, sent.seen)
    except LookupError:
        return gone(mote, sent)
    if saved.stored:
        to = url_for("arende.page", mote=mote, arende=arende, _anchor="tjansteskrivelse")
        return after_saving(saved, "Tjänsteskrivelsen är sparad.", to)
    return shown(mote, arende, skrivelse_form=sent.again(saved)), 422


@blueprint.post("/moten/<mote:mote>/arende/<arende>/tjansteskrivelse/ta-bort")
@requires_on_meeting(Action.PREPARE_ARENDE)
def remove_skrivelse_page(mote: str, arende: str) -> Answer:
    """Take the tjänsteskrivelse away."""
    try:
        remove_skrivelse(house(), user(), mote, arende)
    except LookupError:
        abort(404)
    flash("Tjänsteskrivelsen är borttagen. Den finns kvar i mötets tidigare inlämningar.", "klart")
    return redirect(url_for("arende.page", mote=mote, arende=arende), 303)


def shown(
    mote: str, arende: str, no: Refused | None = None, paper_forms: Mapping[str, Sent] | None = None, **forms: Sent
) -> str:
    """The page of an ärende, its forms as they stand or as they were sent; `paper_forms` by what addresses call a
    bilaga."""
    found = seen_meeting(house(), user(), mote)
    one = found.arende(arende) or abort(404)
    papers = _paper_forms(found, one) | dict(paper_forms or {})
    stopped = unwritten(house(), found.version, one.punkt) if found.sees_secret else {}
    return render_template(
        "arende.html", found=found, one=one, findings=no.findings if no else (), paper_forms=papers,
        open_papers=set(paper_forms or ()), unwritten=stopped,
        **{**_forms(found, one), **forms},
    )  # fmt: skip


def _forms(found: SeenMeeting, one: SeenPunkt) -> Mapping[str, Sent | None]:
    """The forms that somebody may fill in, as they stand."""
    id, rows = one.punkt.rad.id, found.records
    if not found.may_prepare:
        return {"arende_form": None, "skrivelse_form": None, "paper_form": None}
    row = skrivelse_row(rows, id)
    begun = {"datum": house().now().date().isoformat(), "handlaggare": user().name}
    return {
        "arende_form": Sent.first(ARENDE, arende_row(rows, id), found) if found.may_edit else None,
        "skrivelse_form": Sent.first(SKRIVELSE, row, found, {} if row else begun),
        "paper_form": Sent.first(PLANHANDLING, None, found, {"planar": str(found.version.key.ar)}),
    }


def _paper_forms(found: SeenMeeting, one: SeenPunkt) -> dict[str, Sent]:
    """The form of each bilaga, by what addresses call it."""
    if not found.may_prepare:
        return {}
    return {
        paper.key: Sent.first(
            FILHANDLING if paper.is_file else PLANHANDLING, paper_row(found.records, paper.bilaga.rad), found
        )
        for paper in one.bilagor
    }


def gone(mote: str, sent: Sent) -> Answer:
    """What was written of is no longer on the list: what was typed is shown, so that it can be put elsewhere."""
    shown = [(field.column.heading, sent.typed.get(field.name, "")) for field in sent.form.fields(None)]
    no = refused("arendet-borta")
    return render_template("arendet-borta.html", mote=mote, shown=shown, findings=no.findings), 409
