"""What has been sent out to a meeting: a package marked as sent, and what has changed since."""

from collections.abc import Sequence
from dataclasses import replace

from service.meetings import Change, changes_since
from service.store import (
    Account,
    Dispatch,
    PackageOrder,
    PackageState,
    SentPaper,
    Version,
    add_dispatch,
    add_entry,
    dispatches,
    package_orders,
    set_package,
)

from ..answers import Refused, refused
from ..house import House
from ..loading.plans import name_of
from . import answers as meeting_answers  # noqa: F401  its sentences
from .loading import meeting_id
from .papers import MeetingPaper, open_meeting, papers_of_meeting


def record_dispatch(house: House, version: Version, papers: Sequence[SentPaper], *, by: str) -> int:
    """Remember papers of a version as sent out; gives the number of the dispatch. The same papers once more are not
    another."""
    key = version.key
    with house.store.transaction():
        before = dispatches(house.store, meeting_id(key))
        if before and not changes_since(before[-1].papers, papers):
            return before[-1].number
        number, at = len(before) + 1, house.now()
        add_dispatch(house.store, Dispatch(meeting_id(key), number, at, by, tuple(papers), version.submission))
        add_entry(house.store, at, by, "meeting-send", name_of(key), {"utskick": str(number)})
    return number


def mark_sent(house: House, who: Account, version: Version, order: PackageOrder) -> int:
    """Note that a package has been sent out, with the papers that it holds, whatever has changed since it was made.

    Gives the number of the dispatch. Raises `Refused` for a package that is not made, older than one sent out, or
    whose files have been removed.
    """
    with house.store.transaction():
        others = package_orders(house.store, order.meeting)
        now = next((one for one in others if one.id == order.id), order)
        if not now.has_files:
            raise refused("paketet-borttaget" if now.state is PackageState.REMOVED else "paketet-inte-klart")
        if not now.dispatch and any(one.dispatch and one.at > now.at for one in others):
            raise refused("nyare-utskickat")
        shown = replace(version, submission=now.submission)
        number = now.dispatch or record_dispatch(house, shown, now.papers, by=who.name)
        set_package(house.store, now.id, dispatch=number, state=PackageState.DONE)
    return number


def changed_since_dispatch(house: House, version: Version) -> tuple[Change, ...]:
    """What differs today from what was sent out last; nothing where nothing was, or a paper cannot be written now."""
    sent = dispatches(house.store, meeting_id(version.key))
    return _changed(house, version, sent[-1].papers) if sent else ()


def changed_since_made(house: House, version: Version, order: PackageOrder) -> tuple[Change, ...]:
    """What differs today from what a package holds; nothing where it is not made, or a paper cannot be written now."""
    return _changed(house, version, order.papers) if order.papers else ()


def sent_paper(paper: MeetingPaper) -> SentPaper:
    """A paper as it is remembered: by the title that everybody may read."""
    title = paper.open_title if paper.secret else paper.title
    return SentPaper(paper.key, paper.number, title, paper.content, paper.plan)


def _changed(house: House, version: Version, before: Sequence[SentPaper]) -> tuple[Change, ...]:
    now = house.until_changed(("papers", version.submission), lambda: _papers(house, version))
    return () if now is None else changes_since(before, now)


def _papers(house: House, version: Version) -> tuple[SentPaper, ...] | None:
    """The papers as they are now; None where one cannot be written."""
    try:
        return tuple(sent_paper(paper) for paper in papers_of_meeting(house, open_meeting(house, version)))
    except Refused:
        return None
