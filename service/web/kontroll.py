"""Kontroll: is a file one that the service has written, and has it been changed since?"""

from flask import Blueprint, render_template

from service.usecases.answers import answer
from service.usecases.papers.verified import verified

from .guards import for_signed_in, user
from .household import house
from .uploads import uploaded

blueprint = Blueprint("kontroll", __name__)


@blueprint.get("/kontrollera")
@for_signed_in
def page() -> str:
    """Where a file is dropped."""
    return render_template("kontrollera.html", name="", found=None, findings=())


@blueprint.post("/kontrollera")
@for_signed_in
def verify() -> str | tuple[str, int]:
    """What the service knows of the file. Nothing is kept."""
    sent = uploaded("fil")
    if sent is None:
        return render_template("kontrollera.html", name="", found=None, findings=[answer("ingen-handling-vald")]), 422
    content, name = sent
    return render_template("kontrollera.html", name=name, found=verified(house(), user(), content), findings=())
