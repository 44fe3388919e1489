"""Inlämning: what was read of an upload, what was found in it, the papers it would give, its hand-in and decision."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.store import file_of, marked_attempt
from service.usecases.accounts.access import Action
from service.usecases.adopt import adopt, decision_of
from service.usecases.answers import Refused
from service.usecases.discard import discard
from service.usecases.hand_in import hand_in
from service.usecases.loading.plans import name_of
from service.usecases.papers.generate import TEMPLATE_FAULTS
from service.usecases.papers.preview import offers, preview
from service.usecases.papers.writing import has_pdf
from service.usecases.submitting.history import key_of
from service.usecases.submitting.opened import Opened, marked_up_submission, opened
from service.usecases.submitting.sheets import from_plain, with_findings
from service.usecases.submitting.upload import own_attempt

from .downloads import download
from .guards import for_signed_in, requires_on_plan, user
from .household import house

blueprint = Blueprint("inlamning", __name__)
Answer = str | Response | tuple[str, int]


@blueprint.get("/inlamning/<inlamning>")
@requires_on_plan(Action.SEE_DRAFT)
def page(inlamning: str) -> str:
    """A submission: one of its sheets at a time, as the tabs of a workbook."""
    return _page(opened(house(), user(), inlamning))


@blueprint.get("/inlamning/<inlamning>/fil")
@requires_on_plan(Action.SEE_DRAFT)
def file(inlamning: str) -> Response:
    """The file as it came."""
    found = opened(house(), user(), inlamning).submission
    return download(file_of(house().store, inlamning), found.filename)


@blueprint.get("/inlamning/<inlamning>/markerad")
@requires_on_plan(Action.SEE_DRAFT)
def marked(inlamning: str) -> Response:
    """The workbook with every finding marked in its cell."""
    content = marked_up_submission(house(), inlamning) or abort(404)
    return download(content, f"{inlamning}-markerad.xlsx")


@blueprint.get("/inlamning/<inlamning>/handling/<dokument>")
@requires_on_plan(Action.SEE_DRAFT)
def paper(inlamning: str, dokument: str) -> Answer:
    """A paper that the submission would give, as PDF where one can be made; `?som=original` for the file itself."""
    try:
        found = preview(house(), user(), inlamning, dokument, pdf=request.args.get("som") != "original")
    except TEMPLATE_FAULTS as fault:
        return render_template("fel.html", title="Mallen kan inte användas", text=str(fault), code=409), 409
    return download(found.content, found.name, shown=found.name.endswith(".pdf"))


@blueprint.post("/inlamning/<inlamning>/lamna-in")
@requires_on_plan(Action.HAND_IN)
def hand_in_page(inlamning: str) -> Answer:
    """Hand in the draft, its warnings acknowledged."""
    key = key_of(opened(house(), user(), inlamning).submission)
    try:
        hand_in(house(), key, by=user().name, acknowledge="kvittera" in request.form, submission=inlamning)
    except Refused as no:
        return _page(opened(house(), user(), inlamning), no), 422
    flash(f"{name_of(key)[:1].upper()}{name_of(key)[1:]} är inlämnad. Numren är nu satta.", "klart")
    return redirect(url_for("inlamning.page", inlamning=inlamning), 303)


@blueprint.post("/inlamning/<inlamning>/kasta")
@requires_on_plan(Action.UPLOAD)
def discard_page(inlamning: str) -> Answer:
    """Throw the draft away."""
    key = key_of(opened(house(), user(), inlamning).submission)
    try:
        discard(house(), key, by=user().name, submission=inlamning)
    except Refused as no:
        return _page(opened(house(), user(), inlamning), no), 422
    flash("Utkastet är kastat. Det som skickades in finns kvar i historiken.", "klart")
    return redirect(url_for("inlamning.page", inlamning=inlamning), 303)


@blueprint.post("/inlamning/<inlamning>/beslut")
@requires_on_plan(Action.ADOPT)
def adopt_page(inlamning: str) -> Answer:
    """Record the decision that adopted the plan."""
    key = key_of(opened(house(), user(), inlamning).submission)
    organ, datum, paragraf, dnr = (request.form.get(name, "") for name in ("organ", "datum", "paragraf", "dnr"))
    try:
        decision = decision_of(organ, datum, paragraf, dnr)
        adopt(house(), key, decision, by=user().name, submission=inlamning)
    except Refused as no:
        return _page(opened(house(), user(), inlamning), no), 422
    flash(f"Beslutet är infört: {decision.organ} § {decision.paragraf}.", "klart")
    return redirect(url_for("inlamning.page", inlamning=inlamning), 303)


@blueprint.get("/ej-inlast/<forsok>")
@for_signed_in
def refused_page(forsok: str) -> str:
    """An upload that could not be taken in, and why."""
    found = own_attempt(house(), user(), forsok) or abort(404)
    workbook = with_findings(from_plain(found.tables), found.findings)
    return render_template(
        "ej-inlast.html", attempt=found, workbook=workbook, sheet=workbook.sheet(request.args.get("blad", "")),
        base=url_for("inlamning.refused_page", forsok=forsok),
    )  # fmt: skip


@blueprint.get("/ej-inlast/<forsok>/markerad")
@for_signed_in
def refused_marked(forsok: str) -> Response:
    """The refused workbook with every finding marked in its cell."""
    found = own_attempt(house(), user(), forsok) or abort(404)
    content = marked_attempt(house().store, forsok) or abort(404)
    return download(content, f"{found.filename.rpartition('.')[0] or found.filename}-markerad.xlsx")


def _page(found: Opened, no: Refused | None = None) -> str:
    return render_template(
        "inlamning.html", found=found, sheet=found.workbook.sheet(request.args.get("blad", "")), 
        offers=offers(house(), user(), found.version) if found.version else (), has_pdf=has_pdf(),
        workbook=found.workbook, findings=no.findings if no else (), form=request.form,
        base=url_for("inlamning.page", inlamning=found.submission.id),
    )  # fmt: skip
