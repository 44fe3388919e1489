"""Examples for the rules on the vision, the inriktningsmål and their decisions."""

from dataclasses import replace
from datetime import date

from schemas.text import StyledText
from service.chain import records as r
from service.rules import MrpCase

from .example import Example
from .plans import goal_case, installningar, mal, matt_on_mal, matt_on_resultat, mrp, mrp_case, resultat, row


def vision(n: int, first: date, last: date | None = None, paragraf: int | None = 4) -> r.Vision:
    return row(r.Vision, n, text="Hela livet.", datum=first, paragraf=paragraf, giltig_fran=first, giltig_till=last)


OLD = vision(5, date(2013, 1, 1), date(2026, 12, 31))
NEW = vision(6, date(2027, 1, 1))
SECOND = vision(6, date(2027, 1, 1), date(2030, 12, 31))
RUNNING_ON = vision(5, date(2013, 1, 1))


def goals(count: int) -> MrpCase:
    """So many goals, each with a result and mått on both."""
    numbers = range(5, 5 + count)
    results = (
        resultat(f"Minst {n} procent av alla boende i område {n} är nöjda år 2027.", n,
                 inriktningsmal=f"inriktningsmal-{n}", verksamheter=(str(n),))
        for n in numbers
    )  # fmt: skip
    matt = (
        replace(one, id=f"{kind}-matt-{n}", hor_till=f"{kind}-{n}", text=f"{one.text} {n}")
        for n in numbers
        for kind, one in (("inriktningsmal", matt_on_mal()), ("resultat", matt_on_resultat()))
    )
    texts = (mal(f"Andelen nöjda invånare i område {n} ska öka.", n) for n in numbers)
    return mrp_case(inriktningsmal=tuple(texts), resultat=tuple(results), matt=tuple(matt))


def revised(**changes: object) -> MrpCase:
    """The goal reworded against the adopted version."""
    now = goal_case("Andelen elever som fullföljer sin skolgång ska öka kraftigt.", **changes)
    return replace(now, previous=mrp())


WHOLE_REVISION = {
    "reviderat": date(2025, 12, 31), "revideringsskal": "Ny lag.",
    "tidigare_text": "Andelen elever som fullföljer sin skolgång ska öka.",
}  # fmt: skip


def without(name: str, value: object = StyledText()) -> dict[str, object]:
    return {**WHOLE_REVISION, name: value}


def elected(valar: int, decided: date) -> MrpCase:
    settings = installningar(kommun=replace(installningar().kommun, valar=valar))
    return replace(goal_case(datum=decided), installningar=settings)


GOALS = [
    Example("R04-ingen", "vision", mrp_case(visioner=(OLD,)), mrp_case(visioner=(OLD, NEW))),
    Example("R04-flera", "vision.giltig_fran.6", mrp_case(visioner=(RUNNING_ON, SECOND)),
            mrp_case(visioner=(OLD, SECOND))),
    Example("R27", "vision.paragraf.5", mrp_case(visioner=(vision(5, date(2013, 1, 1), paragraf=None),)), mrp_case()),
    Example("R31", "inriktningsmal", mrp_case(inriktningsmal=(), resultat=(), matt=()), mrp_case(), also=("R09",)),
    Example("R09", "ram", mrp_case(ramar=(), ramforandringar=()), mrp_case()),
    Example("R17-ingen", "inriktningsmal.ansvariga.5", goal_case(ansvariga=()), goal_case()),
    Example("R17-inaktiv", "inriktningsmal.ansvariga.5", goal_case(ansvariga=("BUN", "GML")),
            goal_case(ansvariga=("bun",)), also=("R43-saknas",)),
    Example("R17-beslut", "inriktningsmal.paragraf.5", goal_case(paragraf=None), goal_case()),
    Example("R32", "inriktningsmal.agare.5", goal_case(agare="BUN"), goal_case(agare="")),
    Example("R33-kort", "inriktningsmal.text.5", goal_case("Tryggheten ökar."), goal_case("Tryggheten ska öka.")),
    Example("R33-langt", "inriktningsmal.text.5", goal_case("Tryggheten ska öka " + "mycket " * 37 + "här."),
            goal_case("Tryggheten ska öka " + "mycket " * 36 + "här.")),
    Example("R33-meningar", "inriktningsmal.text.5", goal_case("Tryggheten ska öka. Kön ska minska."),
            goal_case("Tryggheten, t.ex. på stan, ska öka.")),
    Example("R33-och", "inriktningsmal.text.5", goal_case("Trygghet och hälsa och trivsel ska öka."),
            goal_case("Trygghet och hälsa ska öka i Mochov.")),
    Example("R33-punkt", "inriktningsmal.text.5", goal_case("Tryggheten ska öka"), goal_case("Tryggheten ska öka.")),
    Example("R34", "inriktningsmal.text.5", goal_case("Andelen ska öka med 5 procent."),
            goal_case("Andelen enligt Agenda 2030 ska öka.")),
    Example("R35", "inriktningsmal.text.5", goal_case("En snabb hantering av alla ärenden."),
            goal_case("En snabbare hantering av alla ärenden.")),
    Example("R36", "inriktningsmal.text.5", goal_case("Fler ska värna om miljön."),
            goal_case("Fler värnamobor om tio år.")),
    Example("R37", "inriktningsmal.text.12", goals(8), goals(7)),
    Example("R38", "inriktningsmal.text.5", goal_case("Anslaget till skolan ska öka."),
            goal_case("Anslagstavlan ska bli bättre.")),
    Example("R39", "inriktningsmal.datum.5", elected(2022, date(2022, 6, 14)), elected(2026, date(2023, 6, 14))),
    Example("R40-saknas", "inriktningsmal.giltig_till.5", goal_case(giltig_till=None), goal_case()),
    Example("R40-langd", "inriktningsmal.giltig_till.5", goal_case(giltig_till=date(2027, 12, 30)), goal_case(),
            also=("R45-utanfor",)),
    Example("R40-utanfor", "inriktningsmal.giltig_till.5",
            goal_case(giltig_fran=date(2023, 1, 1), giltig_till=date(2026, 12, 31)),
            goal_case(giltig_fran=date(2024, 1, 1), giltig_till=date(2027, 12, 31)), also=("R45-utanfor",)),
    Example("R41-skal", "inriktningsmal.revideringsskal.5", revised(**without("revideringsskal")),
            revised(**WHOLE_REVISION)),
    Example("R41-text", "inriktningsmal.tidigare_text.5", revised(**without("tidigare_text", "Något annat.")),
            revised(**WHOLE_REVISION)),
    Example("R42-saknas", "inriktningsmal.reviderat.5", revised(**without("reviderat", None)),
            revised(**WHOLE_REVISION)),
    Example("R42-sent", "inriktningsmal.reviderat.5", revised(**without("reviderat", date(2026, 1, 1))),
            revised(**WHOLE_REVISION)),
    Example("R55-mal", "inriktningsmal.text.5", mrp_case(matt=(matt_on_resultat(),)), mrp_case()),
    Example("R55-agare", "matt.agare.5", mrp_case(matt=(matt_on_mal(agare="BUN"), matt_on_resultat())),
            mrp_case(matt=(matt_on_mal(agare="kf"), matt_on_resultat()))),
]  # fmt: skip
