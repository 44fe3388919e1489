"""Where a plan is found: its place on its nämnd's page, or on the municipality's; where a meeting's lack is mended."""

from flask import Flask, url_for

from schemas.workbooks import Kind
from service.store import PlanKey
from service.usecases.accounts.access import is_central
from service.usecases.meetings.missing import Lack, Part

from .converters import address_of


def init_addresses(app: Flask) -> None:
    """Give the templates the filters `plan_href`, `ankare`, `egen_namnd` and `saknas_href`."""
    app.add_template_filter(plan_href, "plan_href")
    app.add_template_filter(anchor, "ankare")
    app.add_template_filter(lack_href, "saknas_href")
    app.add_template_filter(lambda key: not is_central(key), "egen_namnd")


def plan_href(key: PlanKey) -> str:
    """The address of a plan's part of the page where it is worked with; of a meeting its own page."""
    if key.kind is Kind.MOTE:
        return url_for("moten.page", mote=key.namnd)
    if is_central(key):
        return url_for("namnd.kommun_page", ar=key.ar, _anchor=anchor(key))
    return url_for("namnd.page", kod=key.namnd, ar=key.ar, _anchor=anchor(key))


def anchor(key: PlanKey) -> str:
    """The id of that part: no blanks, and its own for each plan."""
    return "plan-" + "-".join(address_of(key).replace(".", " ").split())


def lack_href(lack: Lack, mote: str) -> str:
    """The address where what is missing for a meeting is made good."""
    if lack.plan is not None:
        return plan_href(lack.plan)
    if lack.part is Part.PAKET:
        return url_for("motespaket.page", mote=mote)
    if lack.part is Part.EFTER:
        where = f"arende-{lack.punkt.rad.id}" if lack.punkt else _AFTERWARDS.get(lack.finding.code, "hallet")
        return url_for("moteprotokoll.page", mote=mote, _anchor=where)
    if lack.part is Part.UTDRAG:
        return url_for("moteprotokoll.page", mote=mote, _anchor="utdragen")
    if lack.punkt is not None:
        return url_for("arende.page", mote=mote, arende=lack.punkt.rad.id)
    return url_for("moten.uppgifter_page" if lack.part is Part.MOTE else "moten.page", mote=mote)


_AFTERWARDS = {"narvaro-saknas": "narvaro"} | dict.fromkeys(
    ("justerare-saknas", "justera", "justera-sent", "anslag", "anslag-sent", "L9-justering", "L9-anslag"), "justering"
)
