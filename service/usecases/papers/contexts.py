"""What a document says: its context, from the plan's version and the ground that it stands on."""

from typing import Any

from service.chain.plans import Installningar
from service.chain.references import mrp_targets, resolver, scope_of, vp_targets
from service.documents import (
    anvisningar,
    detaljbudget,
    enhetsutdrag,
    mrp,
    styrdokument,
    uppdragsdialog,
    verksamhetsplan,
)
from service.store import Version

from ..answers import refused
from ..house import House
from ..loading.ground import Ground
from ..loading.plans import load_mrp, load_styrdokument, load_vp, namnd_with_plan
from .kommunrapport import KOMMUNRAPPORTER, joint_context
from .malkedja import chain_context, known_period
from .namndrapport import NAMNDRAPPORTER, report_context
from .orders import Order


def context_of(house: House, order: Order, version: Version, ground: Ground) -> Any:
    """The context of a document's template. Raises `Refused`."""
    if order.kind in NAMNDRAPPORTER:
        return report_context(house, version)
    if order.kind in KOMMUNRAPPORTER:
        return joint_context(house, version)
    if order.kind == "malkedja":
        return chain_context(house, version, known_period(order.period))
    made = _mrp_context if ground.mrp is None else _namnd_context
    return made(house, order, version, ground)


def _mrp_context(house: House, order: Order, version: Version, ground: Ground) -> Any:
    installningar = ground.installningar
    if order.kind == "styrdokument":
        dokument = load_styrdokument(house, version)
        return styrdokument.context_for(dokument, installningar, resolver(scope_of((), dokument.titlar)))
    plan = load_mrp(house, version, installningar)
    resolve = resolver(scope_of(mrp_targets(plan, "")))
    if order.kind == "anvisningar":
        return anvisningar.context_for(plan, installningar, resolve)
    if order.kind == "uppdragsdialog":
        kod = namnd_with_plan(installningar, order.namnd).kod
        return uppdragsdialog.context_for(plan, installningar, resolve, kod)
    return mrp.context_for(plan, installningar, resolve)


def _namnd_context(house: House, order: Order, version: Version, ground: Ground) -> Any:
    plan, installningar = ground.mrp, ground.installningar
    assert plan is not None  # a nämnd's plan always stands on an MRP
    vp = load_vp(house, version, plan)
    home = f"{installningar.kommun.rubrik_mrp} {order.ar}–{order.ar + 2}, version {plan.head.version}"
    resolve = resolver(scope_of([*vp_targets(vp, ""), *mrp_targets(plan, home)]))
    if order.kind == "detaljbudget":
        return detaljbudget.context_for(vp, plan, installningar)
    if order.kind == "enhetsutdrag":
        _known_unit(order, installningar)
        return enhetsutdrag.context_for(vp, plan, installningar, resolve, order.enhet)
    return verksamhetsplan.context_for(vp, plan, installningar, resolve)


def _known_unit(order: Order, installningar: Installningar) -> None:
    if installningar.enhet(order.namnd, order.enhet) is None:
        units = [enhet.kod for enhet in installningar.enheter if enhet.namnd == order.namnd]
        raise refused("okand-enhet", enhet=order.enhet, val=", ".join(units) or "inga finns")
