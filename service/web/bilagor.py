"""Bilagor: the papers of an ärende, added, described, put in order, taken away; files looked through when they come."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from service.findings import shorten
from service.store import file_content
from service.usecases.accounts.access import Action
from service.usecases.answers import Refused, answer
from service.usecases.meetings.arrivals import Arrived
from service.usecases.meetings.handlingar import (
    FILHANDLING,
    PLANHANDLING,
    add_paper,
    move_paper,
    remove_paper,
    save_paper,
)
from service.usecases.meetings.loading import find_meeting, meeting_id
from service.usecases.meetings.seen import SeenBilaga, seen_meeting
from service.usecases.meetings.uploads import take_in_files

from .arende import Answer, gone, shown
from .downloads import download
from .guards import requires_on_meeting, user
from .household import house
from .limits import WRITTEN, limiter
from .motesformular import Sent, after_saving
from .uploads import all_uploaded, onward

blueprint = Blueprint("bilagor", __name__)
_FEW, _LINE = 4, 400


@blueprint.post("/moten/<mote:mote>/arende/<arende>/bilagor")
@requires_on_meeting(Action.PREPARE_ARENDE)
def add(mote: str, arende: str) -> Answer:
    """A new bilaga that Målkedjan writes."""
    sent = Sent.of(PLANHANDLING)
    try:
        saved = add_paper(house(), user(), mote, arende, sent.typed)
    except LookupError:
        return gone(mote, sent)
    if saved.stored:
        return after_saving(saved, "Handlingen är tillagd, sist bland ärendets bilagor.", _to(mote, arende))
    return shown(mote, arende, paper_form=sent.again(saved)), 422


@blueprint.post("/moten/<mote:mote>/arende/<arende>/filer")
@requires_on_meeting(Action.PREPARE_ARENDE)
@limiter.limit(WRITTEN)
def add_files(mote: str, arende: str) -> Answer:
    """Files for the ärende, each told what will become of it."""
    files = all_uploaded("filer")
    if not files:
        return shown(mote, arende, Refused(answer("ingen-fil-vald"))), 422
    try:
        arrived = take_in_files(house(), user(), mote, arende, files, secret="sekretess" in request.form)
    except Refused as no:
        return shown(mote, arende, no), 422
    except LookupError:
        abort(404)
    for words, kind in _all_told(arrived):
        flash(words, kind)
    return onward(_to(mote, arende))


@blueprint.post("/moten/<mote:mote>/arende/<arende>/bilaga/<bilaga>")
@requires_on_meeting(Action.PREPARE_ARENDE)
def save(mote: str, arende: str, bilaga: str) -> Answer:
    """Save what is said of a bilaga."""
    found = _bilaga(mote, arende, bilaga)
    sent = Sent.of(FILHANDLING if found.is_file else PLANHANDLING)
    try:
        saved = save_paper(house(), user(), mote, arende, bilaga, sent.typed, sent.seen)
    except LookupError:
        return gone(mote, sent)
    if saved.stored:
        return after_saving(saved, "Handlingen är sparad.", _to(mote, arende))
    return shown(mote, arende, paper_forms={bilaga: sent.again(saved)}), 422


@blueprint.post("/moten/<mote:mote>/arende/<arende>/bilaga/<bilaga>/plats")
@requires_on_meeting(Action.PREPARE_ARENDE)
def move(mote: str, arende: str, bilaga: str) -> Answer:
    """Move a bilaga up or down within its ärende."""
    number = _bilaga(mote, arende, bilaga).bilaga.nummer
    to = number + (1 if request.form.get("till") == "ned" else -1)
    try:
        move_paper(house(), user(), mote, arende, bilaga, to, request.form.get("sedd", ""))
    except Refused as no:
        return shown(mote, arende, no), 409
    except LookupError:
        abort(404)
    return redirect(_to(mote, arende), 303)


@blueprint.post("/moten/<mote:mote>/arende/<arende>/bilaga/<bilaga>/ta-bort")
@requires_on_meeting(Action.PREPARE_ARENDE)
def remove(mote: str, arende: str, bilaga: str) -> Answer:
    """Take a bilaga away."""
    found = _bilaga(mote, arende, bilaga)
    try:
        remove_paper(house(), user(), mote, arende, bilaga)
    except LookupError:
        abort(404)
    flash(f"{found.title} är borttagen från ärendet.", "klart")
    return redirect(_to(mote, arende), 303)


@blueprint.get("/moten/<mote:mote>/fil/<sha256>")
@requires_on_meeting(Action.SEE_MEETING)
def file(mote: str, sha256: str) -> Response:
    """A file as it came, for who may see the bilaga that it is."""
    found = seen_meeting(house(), user(), mote)
    files = (paper.file for one in found.punkter for paper in one.bilagor if paper.file)
    wanted = next((one for one in files if one.sha256 == sha256), None) or abort(404)
    return download(file_content(house().store, meeting_id(find_meeting(house(), mote).key), sha256), wanted.name)


def _bilaga(mote: str, arende: str, key: str) -> SeenBilaga:
    one = seen_meeting(house(), user(), mote).arende(arende) or abort(404)
    return next((paper for paper in one.bilagor if paper.key == key), None) or abort(404)


def _to(mote: str, arende: str) -> str:
    return url_for("arende.page", mote=mote, arende=arende, _anchor="handlingar")


def _all_told(arrived: Sequence[Arrived]) -> Iterator[tuple[str, str]]:
    """What became of the files: of a few each by itself; of many together, and the rest stands beside each in the list.

    It travels in a cookie, which holds no more than some lines.
    """
    kept = [one for one in arrived if one.kept]
    if len(arrived) > _FEW:
        yield f"{len(kept)} filer är inlagda. Vad som blir av var och en står vid den.", "klart"
    for one in [one for one in arrived if not one.kept][:_FEW] if len(arrived) > _FEW else arrived:
        yield shorten(one.told, _LINE), "klart" if one.kept and not one.outcome.refusal else "besked"
