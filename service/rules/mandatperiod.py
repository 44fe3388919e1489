"""When kommunfullmäktige decides and revises its inriktningsmål (regler § 1.4 and 2.2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from service.chain.mandatperiod import TERM
from service.chain.plans import Mrp, plain
from service.chain.records import Inriktningsmal
from service.findings import Level

from .cases import MrpCase, Stage
from .registry import Breach, breach, rule


@rule(
    "R17", paragraph="1.4", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Beslutet om inriktningsmålet är angivet", codes=("R17-beslut",)
)  # fmt: skip
def goal_is_decided(case: MrpCase) -> Iterator[Breach]:
    """Kommunfullmäktige fastställer inriktningsmålen (regler § 1.4)."""
    for mal in case.mrp.gallande_mal:
        if not (mal.datum and mal.paragraf):
            yield breach(case.mrp.place(mal, "paragraf" if mal.datum else "datum"))


@rule(
    "R39", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Inriktningsmålet beslutas året efter valet"
)
def decided_after_election(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmål beslutas av det nyttillträdda kommunfullmäktige året efter valet (regler § 2.2)."""
    election = case.installningar.kommun.valar
    for mal in case.mrp.gallande_mal:
        if election and mal.datum and (mal.datum.year - 1 - election) % TERM:
            yield breach(case.mrp.place(mal, "datum"), mal.datum.isoformat(), ar=str(_year_after(election, mal.datum)))


@rule(
    "R40", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Inriktningsmålet gäller i fyra år",
    codes=("R40-saknas", "R40-langd", "R40-utanfor"),
)  # fmt: skip
def four_years(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmålen gäller för fyra år (regler § 2.2)."""
    ar = case.mrp.head.ar
    for mal in case.mrp.gallande_mal:
        if not (mal.giltig_fran and mal.giltig_till):
            yield breach(case.mrp.place(mal, "giltig_till" if mal.giltig_fran else "giltig_fran"), code="R40-saknas")
            continue
        place, period = case.mrp.place(mal, "giltig_till"), f"{mal.giltig_fran}–{mal.giltig_till}"
        if mal.giltig_till != last_day(mal.giltig_fran):
            ratt = last_day(mal.giltig_fran).isoformat()
            yield breach(place, mal.giltig_till.isoformat(), code="R40-langd", period=period, ratt=ratt)
        if not mal.giltig_fran.year <= ar <= mal.giltig_till.year:
            yield breach(place, mal.giltig_till.isoformat(), code="R40-utanfor", period=period, ar=str(ar))


@rule(
    "R41", paragraph="2.2", level=Level.FEL, title="Ett reviderat inriktningsmål har skäl och tidigare lydelse",
    codes=("R41-skal", "R41-text"),
)  # fmt: skip
def revision_has_reason(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmålen kan revideras om särskilda skäl uppstår (regler § 2.2)."""
    for mal in case.mrp.gallande_mal:
        before = _text_before(mal, case.previous)
        if not mal.reviderat and not before:
            continue
        if not mal.revideringsskal:
            yield breach(case.mrp.place(mal, "revideringsskal"), code="R41-skal", mal=plain(mal.text))
        if not mal.tidigare_text or (before and plain(mal.tidigare_text) != before):
            text = f": ”{before}”" if before else ""
            yield breach(case.mrp.place(mal, "tidigare_text"), mal.tidigare_text, code="R41-text", tidigare=text)


@rule(
    "R42", paragraph="2.2", level=Level.VARNING, most=Level.VARNING,
    title="Revideringen fastställs i december före nästa arbete med planen", codes=("R42-saknas", "R42-sent"),
)  # fmt: skip
def revised_in_time(case: MrpCase) -> Iterator[Breach]:
    """En revidering fastställs senast i december inför kommande års arbete med planen (regler § 2.2)."""
    limit = date(case.mrp.head.ar - 2, 12, 31)
    for mal in case.mrp.gallande_mal:
        place = case.mrp.place(mal, "reviderat")
        if not mal.reviderat and _text_before(mal, case.previous):
            yield breach(place, code="R42-saknas")
        elif mal.reviderat and mal.reviderat > limit:
            yield breach(place, mal.reviderat.isoformat(), code="R42-sent", senast=limit.isoformat())


def last_day(first: date) -> date:
    """The last of the four years that begin on `first`."""
    leap = first.replace(day=28) if (first.month, first.day) == (2, 29) else first
    return leap.replace(year=leap.year + TERM) - timedelta(days=1)


def _text_before(mal: Inriktningsmal, previous: Mrp | None) -> str:
    """The goal's text in the adopted version, where this one differs from it; otherwise nothing."""
    before = previous.mal(mal.id) if previous else None
    return plain(before.text) if before and plain(before.text) != plain(mal.text) else ""


def _year_after(election: int, decided: date) -> int:
    """The year after the last election before the decision."""
    return decided.year - (decided.year - 1 - election) % TERM
