"""Logg: every change, who made it and when."""

from flask import Blueprint, render_template, request

from service.usecases.accounts.access import Action
from service.usecases.oversight.logbook import log_page

from .guards import requires
from .household import house

blueprint = Blueprint("logg", __name__, url_prefix="/logg")


@blueprint.get("")
@requires(Action.SEE_LOG)
def page() -> str:
    """A page of the log, the newest first."""
    return render_template("logg.html", page=log_page(house(), request.args.get("fore", 0, type=int)))
