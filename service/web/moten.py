"""Möten: the meetings of the nämnder, and one of them with its agenda."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.mote import ARENDETYPER
from service.store import PlanKey
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused, answer
from service.usecases.meetings.agenda import add_arende, move, withdraw
from service.usecases.meetings.arende import UPPGIFTER, save_uppgifter
from service.usecases.meetings.begin import begin_meeting, namnder_to_call
from service.usecases.meetings.days import ahead_of
from service.usecases.meetings.listing import meeting_list
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.others import others_since
from service.usecases.meetings.seen import SeenMeeting, seen_meeting
from service.usecases.submitting.upload import MeetingPage
from service.usecases.workbooks.handing_out import hand_out

from .downloads import download, workbook_name
from .guards import for_signed_in, requires_on_meeting, user
from .household import house
from .motesformular import Sent, after_saving
from .namnd import sent_in

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
    return _page(mote)


@blueprint.get("/moten/<mote:mote>/uppgifter")
@requires_on_meeting(Action.RUN_MEETING)
def uppgifter_page(mote: str) -> Answer:
    """The form of when and where the nämnd meets, and who is called."""
    return _uppgifter(seen_meeting(house(), user(), mote))


@blueprint.post("/moten/<mote:mote>/uppgifter")
@requires_on_meeting(Action.RUN_MEETING)
def save_uppgifter_page(mote: str) -> Answer:
    """Save them."""
    sent = Sent.of(UPPGIFTER)
    saved = save_uppgifter(house(), user(), mote, sent.typed, sent.seen)
    if saved.stored:
        return after_saving(saved, "Mötets uppgifter är sparade.", url_for("moten.page", mote=mote))
    return _uppgifter(seen_meeting(house(), user(), mote), sent.again(saved)), 422


@blueprint.post("/moten/<mote:mote>/arenden")
@requires_on_meeting(Action.RUN_MEETING)
def add(mote: str) -> Answer:
    """A new ärende, last on the list."""
    try:
        id = add_arende(house(), user(), mote, request.form.get("rubrik", ""), request.form.get("typ", ""))
    except Refused as no:
        return _page(mote, no), 422
    flash("Ärendet ligger sist på listan.", "klart")
    return redirect(url_for("arende.page", mote=mote, arende=id), 303)


@blueprint.post("/moten/<mote:mote>/arende/<arende>/plats")
@requires_on_meeting(Action.RUN_MEETING)
def move_page(mote: str, arende: str) -> Answer:
    """Move an ärende: up, down, or to the place that was written."""
    found = seen_meeting(house(), user(), mote).arende(arende) or abort(404)
    number, form = found.punkt.nummer, request.form
    steps = {"upp": number - 1, "ned": number + 1}
    to = steps.get(form.get("till", "")) or form.get("plats", number, type=int)
    try:
        move(house(), user(), mote, arende, to, form.get("sedd", ""))
    except Refused as no:
        return _page(mote, no, form.get("sedd", "")), 409
    return redirect(url_for("moten.page", mote=mote, _anchor=f"arende-{arende}"), 303)


@blueprint.post("/moten/<mote:mote>/arende/<arende>/utgar")
@requires_on_meeting(Action.RUN_MEETING)
def withdraw_page(mote: str, arende: str) -> Answer:
    """Mark an ärende as withdrawn, or take it back."""
    seen = request.form.get("sedd", "")
    try:
        withdraw(house(), user(), mote, arende, back=request.form.get("till") == "ater", seen=seen)
    except Refused as no:
        return _page(mote, no, seen), 409
    return redirect(url_for("moten.page", mote=mote, _anchor=f"arende-{arende}"), 303)


@blueprint.get("/moten/<mote:mote>/arbetsbok")
@requires_on_meeting(Action.SEE_SECRET)
def workbook(mote: str) -> Response:
    """The meeting's workbook as it stands, filled in."""
    key = find_meeting(house(), mote).key
    return download(hand_out(house(), key.kind, key.ar, key.namnd), workbook_name(key))


@blueprint.post("/moten/<mote:mote>/arbetsbok")
@requires_on_meeting(Action.RUN_MEETING)
def send_in(mote: str) -> Answer:
    """Take in the meeting's workbook."""
    key = find_meeting(house(), mote).key
    return sent_in(MeetingPage(key)) or (_page(mote, Refused(answer("ingen-fil"))), 422)


def _page(mote: str, no: Refused | None = None, seen: str = "") -> str:
    found = seen_meeting(house(), user(), mote)
    return render_template(
        "mote.html", found=found, findings=no.findings if no else (), types=ARENDETYPER, form=request.form,
        others=_others(found.version.key, seen), is_moving=found.may_edit and len(found.punkter) > 1,
        ahead=ahead_of(house(), user(), mote),
    )  # fmt: skip


def _others(key: PlanKey, seen: str) -> object:
    return others_since(house(), key, seen) if seen else None


def _uppgifter(found: SeenMeeting, again: Sent | None = None) -> str:
    if not found.may_edit:
        raise Refused(answer("mote-hallet", mote=found.name))
    row = next(iter(found.records.get("mote", ())), None)
    sent = again or Sent.first(UPPGIFTER, row, found)
    return render_template("motesuppgifter.html", found=found, sent=sent)


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
