"""Jämförelse: two versions of a plan side by side, and as a Word file with tracked changes."""

from flask import Blueprint, Response, abort, render_template, request
from werkzeug.wrappers import Response as Answer

from service.store import PlanKey
from service.usecases.comparing.seen import comparison, comparison_paper
from service.usecases.papers.generate import TEMPLATE_FAULTS

from .downloads import download
from .guards import for_signed_in, user
from .household import house
from .limits import WRITTEN, limiter

blueprint = Blueprint("jamforelse", __name__)


@blueprint.get("/versioner/<plan:key>")
@for_signed_in
def page(key: PlanKey) -> str:
    """What differs between two versions, `?fran=1&till=2`; of those that somebody may read."""
    found = comparison(house(), user(), key, *_asked()) or abort(404)
    return render_template("versioner.html", key=key, found=found)


@blueprint.get("/versioner/<plan:key>/jamforelse.docx")
@for_signed_in
@limiter.limit(WRITTEN)
def paper(key: PlanKey) -> Response | Answer | tuple[str, int]:
    """The newer paper with tracked changes."""
    try:
        found = comparison_paper(house(), user(), key, *_asked()) or abort(404)
    except TEMPLATE_FAULTS as fault:
        return render_template("fel.html", title="Mallen kan inte användas", text=str(fault), code=409), 409
    name = "-".join(part.lower() for part in (key.kind.value, str(key.ar), key.namnd, *_asked()) if part)
    return download(found.content, f"jamforelse-{name}.docx".replace(" ", "-"))


def _asked() -> tuple[str, str]:
    return request.args.get("fran", ""), request.args.get("till", "")
