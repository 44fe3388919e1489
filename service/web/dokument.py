"""Dokument: the papers that have been written, their files, where their figures come from; papers written anew."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from service.findings import Finding
from service.usecases.answers import Refused
from service.usecases.comparing.seen import comparable
from service.usecases.figures.origins import origins, origins_in
from service.usecases.loading.year import year_to_begin_with, years_shown
from service.usecases.papers.generate import TEMPLATE_FAULTS
from service.usecases.papers.writing import has_pdf, writable, write_paper
from service.usecases.papers.written import file_with, paper_with, shelf, years_with_papers
from service.usecases.verify import sources

from .downloads import download
from .guards import for_signed_in, user
from .household import house
from .limits import WRITTEN, limiter

blueprint = Blueprint("dokument", __name__)


@blueprint.get("/dokument")
@for_signed_in
def all_page() -> str:
    """The papers of a year, newest first; `?ar=2027&slag=mrp&namnd=BUN&sida=2`."""
    return _list()


@blueprint.post("/dokument/skriv")
@for_signed_in
@limiter.limit(WRITTEN)
def write() -> Answer | tuple[str, int]:
    """Write a paper anew, and go to it."""
    try:
        made = write_paper(house(), user(), _year(), request.form.get("handling", ""), pdf="pdf" in request.form)
    except Refused as no:
        return _list(no.findings), 422
    except TEMPLATE_FAULTS as fault:
        return render_template("fel.html", title="Mallen kan inte användas", text=str(fault), code=409), 409
    flash("Handlingen är skriven.", "klart")
    return redirect(url_for("dokument.page", sha256=made), 303)


@blueprint.get("/dokument/<sha256>")
@for_signed_in
def page(sha256: str) -> str:
    """A paper: what it shows, its decision, its files and what they are known by."""
    paper, _ = paper_with(house(), user(), sha256) or abort(404)
    return render_template("handling.html", paper=paper, sources=sources(house(), paper.document))


@blueprint.get("/dokument/<sha256>/fil")
@for_signed_in
def file(sha256: str) -> Response:
    """A file of a paper."""
    content, name = file_with(house(), user(), sha256) or abort(404)
    return download(content, name)


@blueprint.get("/dokument/<sha256>/siffror")
@for_signed_in
def figures(sha256: str) -> str:
    """Every number and amount that is printed in a paper, with the cells that it comes from."""
    paper, _ = paper_with(house(), user(), sha256) or abort(404)
    found = origins_in(house(), user(), sha256)
    return render_template("siffror.html", paper=paper, found=() if found is None else found)


@blueprint.get("/ursprung")
@for_signed_in
def origin() -> str | tuple[str, int]:
    """Where a number or an amount comes from; `?ar=2027&tal=2.3`."""
    ar, text = _year(), request.args.get("tal", "").strip()
    try:
        found = origins(house(), user(), text, ar) if text else ()
    except Refused as no:
        return _origin(ar, text, findings=no.findings), 404
    return _origin(ar, text, found)


def _origin(ar: int, text: str, found: Sequence[object] = (), findings: Sequence[Finding] = ()) -> str:
    return render_template("ursprung.html", ar=ar, text=text, found=found, findings=findings, all_years=_years())


def _list(findings: Sequence[Finding] = ()) -> str:
    ar, kind, namnd = _year(), request.args.get("slag", ""), request.args.get("namnd", "")
    shown = shelf(house(), user(), ar, kind, namnd, request.args.get("sida", 1, type=int))
    return render_template(
        "dokument.html", ar=ar, kind=kind, namnd=namnd, shelf=shown, all_years=_years(), findings=findings,
        writable=writable(house(), user(), ar), has_pdf=has_pdf(), comparable=comparable(house(), user(), ar),
    )  # fmt: skip


def _year() -> int:
    asked = request.values.get("ar", type=int)
    if asked is None:
        latest = year_to_begin_with(house(), user())
        return latest.ar if latest else house().now().year
    if asked not in _years():
        abort(404)
    return asked


def _years() -> list[int]:
    return sorted({*years_shown(house()), *years_with_papers(house())}, reverse=True)
