"""Mallar: the templates in force, new ones tried and approved, earlier ones taken back, the fields they may use."""

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from service.documents import DOCUMENTS, Document, describe
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused, answer
from service.usecases.papers.generate import TEMPLATE_FAULTS
from service.usecases.templates import mallar

from .downloads import download
from .guards import requires, user
from .household import house
from .uploads import uploaded

blueprint = Blueprint("mallar", __name__, url_prefix="/mallar")
Page = str | Answer | tuple[str, int]


@blueprint.get("")
@requires(Action.MANAGE_TEMPLATES)
def page() -> str:
    """The template in force of every kind of paper."""
    return render_template("mallar.html", standings=mallar.all_standings(house()))


@blueprint.get("/<dokument>")
@requires(Action.MANAGE_TEMPLATES)
def document_page(dokument: str) -> str:
    """The templates that there have been of a kind of paper, and the form for a new one."""
    return _document(_known(dokument))


@blueprint.get("/<dokument>/falt")
@requires(Action.MANAGE_TEMPLATES)
def fields_page(dokument: str) -> str:
    """Every field that a template of the kind may use."""
    document = _known(dokument)
    return render_template("falt.html", document=document, fields=describe(document.context))


@blueprint.post("/<dokument>/ny")
@requires(Action.MANAGE_TEMPLATES)
def send_in(dokument: str) -> Page:
    """Take in a template to be tried."""
    document, file = _known(dokument), uploaded("mall")
    if file is None:
        return _document(document, Refused(answer("ingen-fil"))), 422
    try:
        id = mallar.upload_template(house(), document, *file, by=user().name)
    except Refused as no:
        return _document(document, no), 422
    return redirect(url_for("mallar.version_page", dokument=dokument, mall=id), 303)


@blueprint.get("/<dokument>/<mall>")
@requires(Action.MANAGE_TEMPLATES)
def version_page(dokument: str, mall: str) -> str:
    """A template: what was found in it, how it looks filled in, and whether it holds good."""
    return _version(_known(dokument), mall)


@blueprint.post("/<dokument>/<mall>/godkann")
@requires(Action.MANAGE_TEMPLATES)
def approve(dokument: str, mall: str) -> Page:
    """Let a template hold good from now on."""
    document = _known(dokument)
    try:
        mallar.approve_template(house(), document, mall, by=user().name)
    except LookupError:
        abort(404)
    except Refused as no:
        return _version(document, mall, no), 422
    flash(f"Mallen gäller nu för {document.title.lower()}. Handlingar som skrivs härefter följer den.", "klart")
    return redirect(url_for("mallar.document_page", dokument=dokument), 303)


@blueprint.get("/<dokument>/<mall>/fil")
@requires(Action.MANAGE_TEMPLATES)
def file(dokument: str, mall: str) -> Response:
    """The template itself."""
    document = _known(dokument)
    try:
        content = mallar.content_of(house(), document, mall)
    except LookupError:
        abort(404)
    return download(content, document.template.rpartition("/")[2])


@blueprint.get("/<dokument>/<mall>/prov")
@requires(Action.MANAGE_TEMPLATES)
def sample(dokument: str, mall: str) -> Page:
    """The paper filled with examples, as PDF where one can be made; `?som=original` for the file itself."""
    try:
        found = mallar.sample_of(house(), _known(dokument), mall, pdf=request.args.get("som") != "original")
    except LookupError:
        abort(404)
    except TEMPLATE_FAULTS as fault:
        return render_template("fel.html", title="Mallen kan inte fyllas i", text=str(fault), code=409), 409
    return download(found.content, found.name, shown=found.name.endswith(".pdf"))


def _document(document: Document, no: Refused | None = None) -> str:
    return render_template(
        "mall.html", document=document, standing=mallar.standing_of(house(), document),
        versions=mallar.versions_of_template(house(), document), findings=no.findings if no else (),
    )  # fmt: skip


def _version(document: Document, id: str, no: Refused | None = None) -> str:
    try:
        version = mallar.version_of_template(house(), document, id)
    except LookupError:
        abort(404)
    return render_template(
        "mallversion.html", document=document, version=version, report=mallar.report_on(house(), document, id),
        findings=no.findings if no else (),
    )  # fmt: skip


def _known(kind: str) -> Document:
    return DOCUMENTS.get(kind) or abort(404)
