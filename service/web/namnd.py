"""Nämnd: a nämnd's plan and reports of a year, and the municipality's own: workbooks, uploads, what was sent in."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, flash, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from service.findings import Finding
from service.store import PlanKey
from service.usecases.accounts.access import Action
from service.usecases.answers import answer
from service.usecases.comparing.submissions import changes
from service.usecases.loading.year import Year, next_year, year, year_to_begin_with, years_shown
from service.usecases.meetings.days import meetings_of
from service.usecases.oversight.overview import overview
from service.usecases.oversight.plansheet import sheets_of_kommun, sheets_of_namnd
from service.usecases.papers.adopted import readings
from service.usecases.submitting.upload import MeetingPage, Page, upload
from service.usecases.submitting.upload_answers import already_words
from service.usecases.workbooks.handing_out import hand_out

from .downloads import download, workbook_name
from .guards import for_signed_in, requires_on_plan, user
from .household import house
from .uploads import READER, onward, uploaded

blueprint = Blueprint("namnd", __name__)


@blueprint.get("/namnder")
@for_signed_in
def all_page() -> str:
    """Every nämnd of the newest year, one's own first."""
    return render_template("namnder.html", year=year_to_begin_with(house(), user()))


@blueprint.get("/namnd/<kod>/<int:ar>")
@for_signed_in
def page(kod: str, ar: int) -> str:
    """A nämnd's plan and reports of a year."""
    return _of_namnd(kod, ar)


@blueprint.post("/namnd/<kod>/<int:ar>/inlamning")
@for_signed_in
def send_in(kod: str, ar: int) -> Answer | tuple[str, int]:
    """Take in a workbook for one of the nämnd's plans."""
    sent = _sent_in_on(Page(kod, ar))
    return sent or (_of_namnd(kod, ar, [answer("ingen-fil")]), 422)


@blueprint.get("/kommunen/<int:ar>")
@for_signed_in
def kommun_page(ar: int) -> str:
    """The municipality's own plans of a year: settings, mål- och resursplan, accounts, governing documents."""
    return _of_kommun(ar)


@blueprint.post("/kommunen/<int:ar>/inlamning")
@for_signed_in
def send_in_central(ar: int) -> Answer | tuple[str, int]:
    """Take in a workbook for one of the municipality's own plans."""
    sent = _sent_in_on(Page("", ar))
    return sent or (_of_kommun(ar, [answer("ingen-fil")]), 422)


@blueprint.get("/arbetsbok/<plan:key>")
@requires_on_plan(Action.UPLOAD)
def workbook(key: PlanKey) -> Response:
    """The plan's official workbook, filled in with what is decided."""
    return download(hand_out(house(), key.kind, key.ar, key.namnd, key.proposal, key.period), workbook_name(key))


@blueprint.get("/skillnader/<plan:key>")
@requires_on_plan(Action.SEE_DRAFT)
def differences(key: PlanKey) -> str:
    """What differs between two submissions to the plan, `?fran=…&till=…`."""
    try:
        found = changes(house(), key, request.args.get("fran", ""), request.args.get("till", ""))
    except LookupError:
        abort(404)
    return render_template("skillnader.html", key=key, found=found)


def _of_namnd(kod: str, ar: int, findings: Sequence[Finding] = ()) -> str:
    shown = _year(ar)
    namnd = next((n for n in shown.namnder if n.kod == kod), None) or abort(404)
    sheets = sheets_of_namnd(house(), user(), overview(house(), user(), shown), kod)
    return render_template(
        "namnd.html", ar=ar, namnd=namnd, readings=readings(house(), user(), ar), heading=namnd.namn, sheets=sheets,
        meetings=meetings_of(house(), user(), kod), all_years=years_shown(house()),
        send_to=url_for("namnd.send_in", kod=kod, ar=ar), findings=findings,
    )  # fmt: skip


def _of_kommun(ar: int, findings: Sequence[Finding] = ()) -> str:
    coming = next_year(house())
    shown = year(house(), ar) if ar == coming else _year(ar)
    sheets = sheets_of_kommun(house(), user(), overview(house(), user(), shown))
    return render_template(
        "namnd.html", ar=ar, namnd=None, readings=readings(house(), user(), ar),
        heading="Kommunens egna planer", sheets=sheets, meetings=(),
        all_years=[coming, *years_shown(house())], send_to=url_for("namnd.send_in_central", ar=ar), findings=findings,
    )  # fmt: skip


def _sent_in_on(page: Page) -> Answer | None:
    return sent_in(page) if page.open_to(user()) else abort(403)


def sent_in(page: Page | MeetingPage) -> Answer | None:
    """The way to what became of the upload; None where no file was chosen."""
    file = uploaded("arbetsbok")
    if file is None:
        return None
    proposal = request.form.get("forslag", "") if isinstance(page, Page) and not page.namnd else ""
    reason = request.form.get("skal", "")
    done = upload(house(), user(), page, READER.read(*file), *file, proposal=proposal, reason=reason)
    if done.attempt:
        return onward(url_for("inlamning.refused_page", forsok=done.attempt))
    words = already_words(done.receipt) if done.already else f"{file[1]} är inläst."
    flash(words, "besked" if done.already else "klart")
    return onward(url_for("inlamning.page", inlamning=done.submission))


def _year(ar: int) -> Year:
    if ar not in years_shown(house()):
        abort(404)
    return year(house(), ar)
