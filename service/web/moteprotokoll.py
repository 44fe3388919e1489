"""Protokoll: what was decided, who was there, the §§, the plans that were adopted, minutes, notice and extracts."""

from collections.abc import Callable, Sequence
from functools import partial

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from schemas.mote import ROLLER, UTFALL
from service.findings import Finding
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused
from service.usecases.loading.year import all_namnder
from service.usecases.meetings.after import after_meeting
from service.usecases.meetings.change import Changed
from service.usecases.meetings.extracts import mark_extracts_sent
from service.usecases.meetings.held import hold
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.minutes import MINUTES, extract_file, minutes_file
from service.usecases.meetings.outcomes import (
    BESLUT,
    NARVARO,
    PROTOKOLL,
    people_before,
    save_beslut,
    save_narvaro,
    save_protokoll,
    save_utfall,
)
from service.usecases.meetings.paragraphs import paragraphs_of_year
from service.usecases.meetings.seen import SeenMeeting, seen_meeting
from service.usecases.papers.generate import TEMPLATE_FAULTS
from service.usecases.papers.writing import has_pdf

from .downloads import download
from .guards import for_signed_in, requires_on_meeting, user
from .household import house
from .motesformular import Sent, after_saving

blueprint = Blueprint("moteprotokoll", __name__)
_EMPTY_ROWS = 3


@blueprint.get("/moten/<mote:mote>/protokoll")
@requires_on_meeting(Action.SEE_MEETING)
def page(mote: str) -> str:
    """All that there is to do from the day of the meeting on; for who only reads, what it came to."""
    return _page(mote)


@blueprint.post("/moten/<mote:mote>/protokoll/utfall")
@requires_on_meeting(Action.RUN_MEETING)
def save_utfall_page(mote: str) -> Answer | tuple[str, int]:
    """Save the outcome of each ärende."""
    prefix, form = "utfall-", request.form
    chosen = {name.removeprefix(prefix): word for name, word in form.items() if name.startswith(prefix)}
    try:
        done = save_utfall(house(), user(), mote, chosen, form.get("sedd", ""), rest="resten" in form)
    except Refused as no:
        return _page(mote, no.findings, utfall=chosen), 422
    return _saved(mote, done, "Utfallen är sparade.", "beslut")


@blueprint.get("/moten/<mote:mote>/protokoll/arende/<arende>")
@requires_on_meeting(Action.RUN_MEETING)
def beslut_page(mote: str, arende: str) -> str:
    """The form of what was decided in an ärende."""
    return _beslut(seen_meeting(house(), user(), mote), arende)


@blueprint.post("/moten/<mote:mote>/protokoll/arende/<arende>")
@requires_on_meeting(Action.RUN_MEETING)
def save_beslut_page(mote: str, arende: str) -> Answer | tuple[str, int]:
    """Save it."""
    sent = Sent.of(BESLUT)
    try:
        saved = save_beslut(house(), user(), mote, arende, sent.typed, sent.seen)
    except LookupError:
        abort(404)
    if saved.stored:
        return after_saving(saved, "Beslutet är sparat.", url_for("moteprotokoll.page", mote=mote, _anchor="beslut"))
    return _beslut(seen_meeting(house(), user(), mote), arende, sent.again(saved)), 422


@blueprint.post("/moten/<mote:mote>/protokoll/narvaro")
@requires_on_meeting(Action.RUN_MEETING)
def save_narvaro_page(mote: str) -> Answer | tuple[str, int]:
    """Save who was there."""
    typed = _people()
    try:
        done = save_narvaro(house(), user(), mote, typed, request.form.get("sedd", ""))
    except Refused as no:
        return _page(mote, no.findings, people=typed), 422
    return _saved(mote, done, "Närvaron är sparad.", "narvaro", people=typed)


@blueprint.post("/moten/<mote:mote>/protokoll/hallet")
@requires_on_meeting(Action.RUN_MEETING)
def hold_page(mote: str) -> Answer | tuple[str, int]:
    """The meeting has been held: give the §§, adopt the plans."""
    try:
        held = hold(house(), mote, by=user().name, first=request.form.get("paragraf", 0, type=int))
    except Refused as no:
        return _page(mote, no.findings), 422
    adopted = f" {len(held.adopted)} planer är antagna." if len(held.adopted) > 1 else ""
    adopted = " Planen är antagen." if len(held.adopted) == 1 else adopted
    flash(f"Mötet är hållet och paragraferna är givna.{adopted}", "klart")
    return redirect(url_for("moteprotokoll.page", mote=mote, _anchor="hallet"), 303)


@blueprint.post("/moten/<mote:mote>/protokoll/justering")
@requires_on_meeting(Action.RUN_MEETING)
def save_protokoll_page(mote: str) -> Answer | tuple[str, int]:
    """Save when the minutes were approved and put up."""
    sent = Sent.of(PROTOKOLL)
    saved = save_protokoll(house(), user(), mote, sent.typed, sent.seen)
    if saved.stored:
        return after_saving(saved, "Sparat.", url_for("moteprotokoll.page", mote=mote, _anchor="justering"))
    return _page(mote, minutes=sent.again(saved)), 422


@blueprint.get("/moten/<mote:mote>/protokoll/papper/<papper>")
@requires_on_meeting(Action.SEE_MEETING)
def paper(mote: str, papper: str) -> Response | tuple[str, int]:
    """The minutes or their notice, `?som=pdf` for the PDF; for who only reads once they are approved."""
    found = seen_meeting(house(), user(), mote)
    if papper not in MINUTES or not (found.inside or found.mote.protokoll.justerat):
        abort(404)
    return _file(partial(minutes_file, house(), mote, papper))


@blueprint.get("/moten/<mote:mote>/protokoll/utdrag/<utdrag>")
@requires_on_meeting(Action.SEE_SECRET)
def extract(mote: str, utdrag: str) -> Response | tuple[str, int]:
    """An extract, `?som=pdf` for the PDF."""
    try:
        return _file(partial(extract_file, house(), mote, utdrag))
    except LookupError:
        abort(404)


@blueprint.post("/moten/<mote:mote>/protokoll/utdrag")
@requires_on_meeting(Action.RUN_MEETING)
def send_extracts_page(mote: str) -> Answer:
    """Note extracts as sent."""
    number = mark_extracts_sent(house(), find_meeting(house(), mote), request.form.getlist("utdrag"), by=user().name)
    if number:
        many = f"{number} utdrag är markerade som skickade."
        flash("Utdraget är markerat som skickat." if number == 1 else many, "klart")
    return redirect(url_for("moteprotokoll.page", mote=mote, _anchor="utdragen"), 303)


@blueprint.get("/paragrafer/<kod>/<int:ar>")
@for_signed_in
def paragraphs_page(kod: str, ar: int) -> str:
    """The §§ that a nämnd gave in a calendar year."""
    namnd = next((one for one in all_namnder(house()) if one.kod == kod), None) or abort(404)
    found = paragraphs_of_year(house(), user(), kod, ar)
    return render_template("paragrafer.html", namnd=namnd, ar=ar, found=found)


def _page(
    mote: str, findings: Sequence[Finding] = (), *, utfall: dict[str, str] | None = None,
    people: Sequence[dict[str, str]] | None = None, minutes: Sent | None = None,
) -> str:  # fmt: skip
    found = seen_meeting(house(), user(), mote)
    if not found.may_run:
        return render_template("protokollet.html", found=found, has_pdf=has_pdf())
    row = next(iter(found.records.get("protokoll", ())), None)
    present = [{"id": one.id, **NARVARO.texts(one)} for one in found.records.get("narvaro", ())]
    before = people_before(house(), found.version.key) if people is None and not present else ()
    shown = [*present, *before] if people is None else people
    return render_template(
        "motesprotokoll.html", found=found, after=after_meeting(house(), mote), findings=findings, utfall=utfall or {},
        choices=UTFALL, roles=ROLLER, people=[*shown, *({} for _ in range(_EMPTY_ROWS))], has_pdf=has_pdf(),
        minutes=minutes or Sent.first(PROTOKOLL, row, found), is_suggested=bool(before),
    )  # fmt: skip


def _beslut(found: SeenMeeting, arende: str, again: Sent | None = None) -> str:
    one = found.arende(arende) or abort(404)
    row = next((row for row in found.records["arende"] if row.id == arende), None)
    return render_template("arendets-beslut.html", found=found, one=one, sent=again or Sent.first(BESLUT, row, found))


def _people() -> list[dict[str, str]]:
    """The rows of the list as they were sent."""
    columns = {name: request.form.getlist(name) for name in ("id", *NARVARO.names)}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=False)]


def _saved(
    mote: str, done: Changed, words: str, anchor: str, people: Sequence[dict[str, str]] | None = None
) -> Answer | tuple[str, int]:
    """On to the page after a change; or, where its workbook could not be taken in, why, with what was typed."""
    if not done.stored:
        return _page(mote, [finding for finding in done.findings if finding.refuses], people=people), 422
    flash(words, "klart")
    return redirect(url_for("moteprotokoll.page", mote=mote, _anchor=anchor), 303)


def _file(make: Callable[..., tuple[str, bytes]]) -> Response | tuple[str, int]:
    try:
        name, content = make(pdf=request.args.get("som") == "pdf")
    except TEMPLATE_FAULTS as fault:
        return render_template("fel.html", title="Mallen kan inte användas", text=str(fault), code=409), 409
    return download(content, name)
