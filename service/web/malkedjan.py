"""Målkedjan: the chain from the vision to the single activity, to be folded, filtered and searched; a page a number."""

from flask import Blueprint, abort, render_template, request
from markupsafe import Markup

from schemas.workbooks import Period
from service.usecases.chain.filter import only
from service.usecases.chain.search import search_chain
from service.usecases.chain.tree import Tree, tree
from service.usecases.figures.origins import origins_of
from service.usecases.loading.year import year_to_begin_with, years_shown

from .guards import for_signed_in, user
from .household import house

blueprint = Blueprint("malkedjan", __name__)
PERIODS = (("T1", "Januari–april"), ("T2", "Januari–augusti"), ("AR", "Helår"))
_MARKS = {"grön": "adopted", "gul": "warn", "röd": "fault", "grå": "none"}


@blueprint.get("/malkedjan")
@blueprint.get("/malkedjan/<int:ar>")
@for_signed_in
def page(ar: int | None = None) -> str:
    """The chain of a year, by itself of the one at work; `?period=T2&namnd=BUN&lage=uppfyllt`,
    or `?q=matsvinn` to search."""
    latest = year_to_begin_with(house(), user())
    shown = ar or (latest.ar if latest else house().now().year)
    if ar is not None and ar not in years_shown(house()):
        abort(404)
    found, words = _tree(shown), request.args.get("q", "").strip()
    namnd, word = request.args.get("namnd", ""), request.args.get("lage", "")
    return render_template(
        "malkedjan.html", ar=shown, all_years=years_shown(house()), whole=found, words=words, namnd=namnd, word=word,
        tree=only(found, namnd, word) if found else None, periods=PERIODS, period=_period(),
        hits=search_chain(house(), user(), words, shown) if words else (),
    )  # fmt: skip


@blueprint.get("/malkedjan/<int:ar>/<nummer>")
@for_signed_in
def node_page(ar: int, nummer: str) -> str:
    """All that is known of a number: its place in the chain, how it goes, what refers to it, where it comes from."""
    found = _tree(ar) or abort(404)
    node = found.nodes.get(nummer) or abort(404)
    return render_template(
        "lank.html", ar=ar, tree=found, node=node, mentions=found.mentions.get(node.number, ()),
        origins=origins_of(house(), user(), node.number, ar), period=_period(),
    )  # fmt: skip


@blueprint.app_template_filter("bedomningsmarke")
def mark_of(colour: str) -> str:
    """The mark of a judgement's colour."""
    return _MARKS.get(colour, "none")


@blueprint.app_template_filter("bild")
def drawn(svg: str) -> Markup:
    """A chart that the service has drawn itself, as it is."""
    return Markup(svg)


def _tree(ar: int) -> Tree | None:
    return tree(house(), user(), ar, _period())


def _period() -> str:
    asked = request.args.get("period", "").upper()
    return asked if asked in set(Period) else ""
