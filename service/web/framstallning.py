"""Framställning: choose a year's papers, see how their plans stand, have them written, take them home."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, send_file, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Answer

from schemas.workbooks import Period
from service.documents import DOCUMENTS
from service.store import Outcome
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused
from service.usecases.batches import service as batch_service
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.record import documents_in
from service.usecases.batches.service import KINDS, Seen
from service.usecases.loading.year import Year, all_namnder, latest_year, year, year_to_begin_with, years_shown
from service.usecases.papers.readiness import readiness

from .downloads import download
from .foreman import foreman_of
from .guards import requires, user
from .household import house

blueprint = Blueprint("framstallning", __name__, url_prefix="/framstallning")


@blueprint.get("")
@requires(Action.RUN_BATCH)
def page() -> str:
    """The form for a new batch with what it would write, and the batches there have been."""
    return _page(request.args)


@blueprint.post("/ny")
@requires(Action.RUN_BATCH)
def begin() -> Answer | tuple[str, int]:
    """Put a batch in line."""
    wish = _wish(request.form, _year(request.form).ar)
    try:
        id = batch_service.order_batch(house(), user(), wish)
    except Refused as no:
        return _page(request.form, no), 422
    foreman_of(current_app).wake()
    return redirect(url_for("framstallning.batch_page", korning=id), 303)


@blueprint.get("/<korning>")
@requires(Action.RUN_BATCH)
def batch_page(korning: str) -> str:
    """How a batch stands, what went wrong, and its files."""
    found = _seen(korning)
    return render_template(
        "korning.html", seen=found, words=batch_service.words_of(found.wish), names=_names(),
        remarks=batch_service.remarks(house(), korning),
        documents=[] if found.is_live else list(documents_in(house(), korning, Outcome.MADE, Outcome.REUSED)),
    )  # fmt: skip


@blueprint.post("/<korning>/avbryt")
@requires(Action.RUN_BATCH)
def stop(korning: str) -> Answer:
    """Stop a batch; what is made stays."""
    _seen(korning)
    batch_service.stop_batch(house(), user(), korning)
    flash("Framställningen avbryts. Det som är klart finns kvar.", "klart")
    return redirect(url_for("framstallning.batch_page", korning=korning), 303)


@blueprint.post("/<korning>/fortsatt")
@requires(Action.RUN_BATCH)
def resume(korning: str) -> Answer:
    """Go on with a batch that was stopped."""
    _seen(korning)
    batch_service.resume_batch(house(), user(), korning)
    foreman_of(current_app).wake()
    return redirect(url_for("framstallning.batch_page", korning=korning), 303)


@blueprint.get("/<korning>/handlingar.zip")
@requires(Action.RUN_BATCH)
def all_files(korning: str) -> Response:
    """Every finished file of a batch."""
    found = _seen(korning)
    name = f"handlingar-{found.wish.ar}-{korning}.zip"
    content = batch_service.zipped(house(), korning)
    return send_file(content, "application/zip", as_attachment=True, download_name=name)


@blueprint.get("/<korning>/handling/<int:plats>")
@requires(Action.RUN_BATCH)
def one_file(korning: str, plats: int) -> Response:
    """A finished file of a batch; `?som=pdf` for its PDF."""
    _seen(korning)
    try:
        content, name = batch_service.file_in_batch(house(), korning, plats, pdf=request.args.get("som") == "pdf")
    except LookupError:
        abort(404)
    return download(content, name)


@blueprint.app_template_filter("tid_kvar")
def time_left(seconds: float | None) -> str:
    """What may be said of the time left: never more exact than it is known."""
    if seconds is None:
        return "Hur lång tid som är kvar går inte att säga ännu."
    if seconds < 50:
        return "Mindre än en minut kvar."
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"Ungefär {minutes} {'minut' if minutes == 1 else 'minuter'} kvar."
    return f"Ungefär {minutes // 60} tim {minutes % 60} min kvar."


@blueprint.app_template_filter("urval")
def words(seen: Seen) -> str:
    """What a batch is of."""
    return batch_service.words_of(seen.wish)


def _page(given: MultiDict[str, str], no: Refused | None = None) -> str:
    if latest_year(house()) is None:
        return render_template("framstallning.html", year=None, past=())
    shown = _year(given)
    wish = _wish(given, shown.ar)
    return render_template(
        "framstallning.html", year=shown, all_years=years_shown(house()), wish=wish,
        ready=readiness(house(), user(), shown, wish), past=batch_service.all_seen(house()),
        kind_choices=[(kind, DOCUMENTS[kind].title) for kind in KINDS],
        namnd_choices=[(namnd.kod, namnd.namn) for namnd in shown.namnder],
        period_choices=[(period.value, period.shown.capitalize()) for period in Period],
        findings=no.findings if no else (),
    )  # fmt: skip


def _year(given: MultiDict[str, str]) -> Year:
    first = year_to_begin_with(house(), user()) or abort(404)
    ar = given.get("ar", first.ar, type=int)
    if ar not in years_shown(house()):
        abort(404)
    return year(house(), ar)


def _wish(given: MultiDict[str, str], ar: int) -> BatchWish:
    """What was chosen, of what can be chosen and in that order; nothing ticked is all of it."""
    return BatchWish(
        ar, _ticked(given, "slag", KINDS), _ticked(given, "namnd", [namnd.kod for namnd in year(house(), ar).namnder]),
        _ticked(given, "period", [period.value for period in Period]), pdf="pdf" in given,
        utkast="utkast" in given,
    )  # fmt: skip


def _ticked(given: MultiDict[str, str], name: str, choices: Sequence[str]) -> tuple[str, ...]:
    ticked = given.getlist(name)
    return tuple(choice for choice in choices if choice in ticked)


def _names() -> dict[str, str]:
    return {namnd.kod: namnd.namn for namnd in all_namnder(house())}


def _seen(id: str) -> Seen:
    try:
        return batch_service.seen(house(), id)
    except Refused:
        abort(404)
