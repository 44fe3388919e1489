"""Paket: a meeting's papers made into a package, followed, taken home, marked as sent; every one is kept."""

import re

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as Answer

from service.store import PackageFile, PackageOrder, Version
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused, refused
from service.usecases.meetings.dispatch import changed_since_dispatch, changed_since_made, mark_sent
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.package import Step
from service.usecases.meetings.package_orders import (
    MOST_MEGABYTES,
    order_package,
    package_file,
    package_seen,
    packages_seen,
    stop_package,
)
from service.usecases.meetings.seen import seen_meeting
from service.usecases.papers.writing import has_pdf

from .foreman import foreman_of
from .guards import requires_on_meeting, user
from .household import house

blueprint = Blueprint("motespaket", __name__, url_prefix="/moten/<mote:mote>/paket")
_WORDS = {
    "kallelse": "Kallelse", "foredragningslista": "Föredragningslista", "handlingar": "Alla handlingar",
    "sekretess": "Handlingar med sekretess", "tillagg": "Tilläggshandlingar, utskick",
}  # fmt: skip
_KINDS = {"docx": "Word", "pdf": "PDF", "zip": "fil för fil"}
STEPS = tuple(step.value for step in Step)


@blueprint.get("")
@requires_on_meeting(Action.SEE_MEETING)
def page(mote: str) -> str:
    """The packages of a meeting, and the form for another."""
    return _page(mote)


@blueprint.post("")
@requires_on_meeting(Action.RUN_MEETING)
def begin(mote: str) -> Answer | tuple[str, int]:
    """Put a package in line."""
    version = find_meeting(house(), mote)
    try:
        id = order_package(house(), user(), version, megabytes=_megabytes(), pdf="pdf" in request.form)
    except Refused as no:
        return _page(mote, no), 422
    foreman_of(current_app).wake()
    return redirect(url_for("motespaket.package_page", mote=mote, paket=id), 303)


@blueprint.get("/<paket>")
@requires_on_meeting(Action.SEE_MEETING)
def package_page(mote: str, paket: str) -> str:
    """How a package stands, what there is to say of it, and its files."""
    found = seen_meeting(house(), user(), mote)
    seen = _seen(found.version, paket)
    waits = found.may_run and not seen.dispatch
    return render_template(
        "paketet.html", found=found, package=seen, steps=STEPS,
        stale=changed_since_made(house(), found.version, seen) if waits else (),
    )  # fmt: skip


@blueprint.post("/<paket>/avbryt")
@requires_on_meeting(Action.RUN_MEETING)
def stop(mote: str, paket: str) -> Answer:
    """Stop a package that is not yet made."""
    version = find_meeting(house(), mote)
    _seen(version, paket)
    stop_package(house(), user(), version, paket)
    flash("Paketet avbryts.", "klart")
    return redirect(url_for("motespaket.page", mote=mote), 303)


@blueprint.post("/<paket>/utskickat")
@requires_on_meeting(Action.RUN_MEETING)
def sent(mote: str, paket: str) -> Answer | tuple[str, int]:
    """Note that the package has been sent out."""
    version = find_meeting(house(), mote)
    try:
        number = mark_sent(house(), user(), version, _seen(version, paket))
    except Refused as no:
        return _page(mote, no), 409
    flash(f"Antecknat som utskick {number}. Det som ändras härefter kommer som tilläggshandlingar.", "klart")
    return redirect(url_for("motespaket.page", mote=mote), 303)


@blueprint.get("/<paket>/<fil>")
@requires_on_meeting(Action.SEE_MEETING)
def file(mote: str, paket: str, fil: str) -> Response:
    """A file of a package."""
    try:
        path = package_file(house(), user(), find_meeting(house(), mote), paket, fil)
    except LookupError:
        abort(404)
    return send_file(path.resolve(), as_attachment=True, download_name=fil)


@blueprint.app_template_filter("paketfil")
def file_in_words(file: PackageFile) -> str:
    """What a file of a package is, by how its name goes on after the meeting's: `Kallelse, Word`."""
    named = re.search(rf"-({'|'.join(_WORDS)})(.*)\.(\w+)$", file.name)
    if named is None:
        return file.name
    part = " ".join(named[2].split("-")).strip()
    words = f"{_WORDS[named[1]]} {part}".strip()
    return f"{words}, {_KINDS.get(named[3], named[3])}"


@blueprint.app_template_filter("storlek")
def size(bytes: int) -> str:
    """`12 MB`, `340 kB`: as much as one needs to know before taking a file home."""
    if bytes < 1_000_000:
        return f"{max(1, round(bytes / 1000))}\u00a0kB"
    return f"{bytes / 1_000_000:.{0 if bytes >= 10_000_000 else 1}f}\u00a0MB".replace(".", ",")


def _page(mote: str, no: Refused | None = None) -> str:
    found = seen_meeting(house(), user(), mote)
    return render_template(
        "paket.html", found=found, packages=packages_seen(house(), user(), found.version),
        changed=changed_since_dispatch(house(), found.version) if found.inside else (), has_pdf=has_pdf(),
        most=MOST_MEGABYTES, findings=no.findings if no else (), form=request.form,
    )  # fmt: skip


def _megabytes() -> float:
    """The size asked for, 0 for one PDF. Raises `Refused` for what is no number."""
    given = request.form.get("mb", "").strip().replace(",", ".")
    try:
        return float(given) if given else 0
    except ValueError:
        raise refused("paketets-storlek", mest=str(MOST_MEGABYTES)) from None


def _seen(version: Version, id: str) -> PackageOrder:
    try:
        return package_seen(house(), user(), version, id)
    except LookupError:
        abort(404)
