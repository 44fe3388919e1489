"""Förhandsvisning: a submission's papers page by page, made beside the request; and a written paper's pages."""

from flask import Blueprint, Response, abort, current_app, render_template, request

from service.documents import DOCUMENTS
from service.findings import what
from service.pdf import OfficeFault
from service.store import Account
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused
from service.usecases.house import open_house
from service.usecases.papers.generate import TEMPLATE_FAULTS
from service.usecases.papers.pictures import WIDTH, page_heights, page_picture
from service.usecases.papers.preview import kept_preview, preview, preview_name
from service.usecases.papers.writing import has_pdf
from service.usecases.papers.written import file_with, paper_with
from service.usecases.submitting.history import key_of
from service.usecases.submitting.opened import opened

from .guards import for_signed_in, requires_on_plan, user
from .household import house, web_settings
from .settings import WebSettings
from .workbench import workbench_of

blueprint = Blueprint("forhandsvisning", __name__)


@blueprint.get("/inlamning/<inlamning>/handling/<dokument>/sidor")
@requires_on_plan(Action.SEE_DRAFT)
def page(inlamning: str, dokument: str) -> str | tuple[str, int]:
    """A paper that the submission would give, page by page; while it is being made, that it is."""
    found = opened(house(), user(), inlamning)
    try:
        name = preview_name(house(), user(), inlamning, dokument)
    except TEMPLATE_FAULTS as wrong:
        return render_template("fel.html", title="Mallen kan inte användas", text=str(wrong), code=409), 409
    pdf = kept_preview(house(), inlamning, dokument, name)
    fault = _ask(inlamning, dokument) if pdf is None else ""
    return render_template(
        "forhandsvisning.html", key=key_of(found.submission), inlamning=inlamning, document=DOCUMENTS[dokument],
        name=name, is_made=pdf is not None, heights=page_heights(pdf) if pdf else (), fault=fault,
        width=WIDTH,
    )  # fmt: skip


@blueprint.get("/inlamning/<inlamning>/handling/<dokument>/sidor/<avtryck>/<int:sida>.png")
@requires_on_plan(Action.SEE_DRAFT)
def picture(inlamning: str, dokument: str, avtryck: str, sida: int) -> Response:
    """A page of it as a picture."""
    return _picture(kept_preview(house(), inlamning, dokument, avtryck), sida)


@blueprint.get("/dokument/<sha256>/sidor")
@for_signed_in
def written_page(sha256: str) -> str:
    """A paper that has been written, page by page, by the hash of its PDF."""
    paper, document = paper_with(house(), user(), sha256) or abort(404)
    content, name = file_with(house(), user(), sha256) or abort(404)
    if not name.endswith(".pdf"):
        abort(404)
    return render_template("sidor.html", paper=paper, pdf=document, heights=page_heights(content), width=WIDTH)


@blueprint.get("/dokument/<sha256>/sidor/<int:sida>.png")
@for_signed_in
def written_picture(sha256: str, sida: int) -> Response:
    """A page of it as a picture."""
    content, name = file_with(house(), user(), sha256) or abort(404)
    return _picture(content if name.endswith(".pdf") else None, sida)


def _ask(inlamning: str, dokument: str) -> str:
    """Have the PDF made, unless it could not be made just now: why it could not."""
    if not has_pdf():
        return "LibreOffice är inte installerat här, så handlingen kan bara hämtas i Word."
    bench, key = workbench_of(current_app), (inlamning, dokument)
    fault = bench.fault(key)
    if not fault:
        settings, who = web_settings(), user()
        bench.ask(key, lambda: _made(settings, who, inlamning, dokument))
    return fault


def _made(settings: WebSettings, who: Account, inlamning: str, dokument: str) -> str:
    """Make the PDF, in a thread and by a connection of its own: why it could not be made, or nothing."""
    with open_house(settings.data, settings.now) as own:
        try:
            made = preview(own, who, inlamning, dokument, pdf=True)
        except Refused as no:
            return what(no.findings[0])
        except TEMPLATE_FAULTS as wrong:
            return str(wrong)
    return "" if made.name.endswith(".pdf") else "LibreOffice klarade inte handlingen. Hämta den i Word i stället."


def _picture(pdf: bytes | None, page: int) -> Response:
    """A page as a picture. The browser may keep it but asks each time: what one saw is not shown to the next."""
    try:
        content = page_picture(house(), pdf or abort(404), page)
    except (LookupError, OfficeFault):
        abort(404)
    answer = Response(content, mimetype="image/png", headers={"Cache-Control": "private, no-cache"})
    answer.add_etag()
    answer.make_conditional(request)
    return answer
