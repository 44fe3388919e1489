"""Where a plan is found: its place on its nämnd's page, or on the municipality's."""

from flask import Flask, url_for

from schemas.workbooks import Kind
from service.store import PlanKey
from service.usecases.access import is_central

from .converters import address_of


def init_addresses(app: Flask) -> None:
    """Give the templates the filters `plan_href`, `ankare` and `egen_namnd`."""
    app.add_template_filter(plan_href, "plan_href")
    app.add_template_filter(anchor, "ankare")
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
