"""Start: what awaits somebody, how every plan stands, and the year's hålltider."""

from datetime import date

from flask import Blueprint, Response, abort, render_template, request

from service.chain.arshjul import Lage, Mark
from service.usecases.accounts.access import reads_only
from service.usecases.chain.tree import tree
from service.usecases.loading.plans import name_of
from service.usecases.loading.year import Year, next_year, year, year_to_begin_with, years_shown
from service.usecases.meetings.days import Hallpunkt, MeetingDay, days_of_year, meeting_tasks, own_meetings
from service.usecases.oversight.arshjul import calendar_file, picture, wheel_words
from service.usecases.oversight.overview import halltider, keys_of, overview
from service.usecases.oversight.tasks import Task, Todo, tasks
from service.usecases.oversight.uppsikt import uppsikt
from service.usecases.papers.adopted import readings

from .guards import for_signed_in, user
from .household import house

blueprint = Blueprint("start", __name__)
PAPERS = ("Verksamhetsplan", "Delårsrapport april", "Delårsrapport augusti", "Årsberättelse")
_MARKS = {
    Mark.KLAR: "adopted", Mark.SEN: "late", Mark.OBEKRAFTAD: "warn", Mark.SNART: "handed", Mark.KOMMANDE: "none",
}  # fmt: skip
_WORDS = {
    Todo.MEND: "Rätta felen i {plan}", Todo.HAND_IN: "Läs igenom och lämna in {plan}",
    Todo.RECORD: "För in beslutet om {plan}", Todo.FILL_IN: "Fyll i och skicka in {plan}",
}  # fmt: skip

_MEETING_WORDS = {
    Hallpunkt.UTSKICK: "Skicka kallelsen till {}", Hallpunkt.MOTE: "Håll sammanträdet {} och för in vad som beslutades",
    Hallpunkt.JUSTERING: "Låt justera protokollet från {}",
    Hallpunkt.ANSLAG: "Sätt upp anslaget om protokollet från {}",
}  # fmt: skip


@blueprint.get("/")
@for_signed_in
def page() -> str:
    """The page that one comes to after signing in; `?ar=2027` for another year than the one at work."""
    shown = _wanted(request.args.get("ar", type=int))
    if shown is None:
        return render_template("start.html", year=None, next_year=next_year(house()))
    if reads_only(user()):
        return _to_read(shown)
    seen = overview(house(), user(), shown)
    due = halltider(house(), shown.ar)
    days = [*due, *days_of_year(house(), user(), shown.ar)]
    return render_template(
        "start.html", year=shown, all_years=years_shown(house()), overview=seen, tasks=tasks(house(), user(), seen),
        meeting_tasks=meeting_tasks(house(), user()), task_words=_MEETING_WORDS,
        halltider=sorted(days, key=lambda day: day.senast or date.max), meetings=own_meetings(house(), user()),
        uppsikt=uppsikt(house(), user(), shown), papers=PAPERS,
        wheel_words=_words_of_wheel(shown.ar) if due else "",
    )  # fmt: skip


@blueprint.get("/arshjul/<int:ar>.svg")
@for_signed_in
def wheel(ar: int) -> Response:
    """The year's wheel as a picture; its words stand in the table beside it."""
    svg = house().until_changed(("wheel", ar), lambda: picture(house(), ar, legend=False))
    return Response(svg, mimetype="image/svg+xml")


@blueprint.get("/arshjul/<int:ar>.ics")
@for_signed_in
def calendar_file_page(ar: int) -> Response:
    """The year's hålltider for a calendar."""
    name = f"arshjul-{ar}.ics"
    return Response(
        calendar_file(house(), ar), mimetype="text/calendar",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )  # fmt: skip


@blueprint.app_template_filter("hjulmarke")
def mark_of(lage: Lage | MeetingDay) -> str:
    """The mark of a hålltid or of a meeting's day."""
    return _MARKS[lage.mark]


@blueprint.app_template_filter("uppgift")
def words_of(task: Task) -> str:
    """A task in words."""
    return _WORDS[task.todo].format(plan=name_of(task.key))


def _to_read(shown: Year) -> str:
    """The page for those who only read: what is adopted, the chain, the year."""
    due = halltider(house(), shown.ar)
    return render_template(
        "las.html", year=shown, all_years=years_shown(house()), found=readings(house(), user(), shown.ar),
        columns=keys_of, tree=tree(house(), user(), shown.ar), halltider=due,
        wheel_words=_words_of_wheel(shown.ar) if due else "",
    )  # fmt: skip


def _words_of_wheel(ar: int) -> str:
    return house().until_changed(("wheel words", ar), lambda: wheel_words(house(), ar))


def _wanted(ar: int | None) -> Year | None:
    if ar is None:
        return year_to_begin_with(house(), user())
    if ar not in years_shown(house()):
        abort(404)
    return year(house(), ar)
