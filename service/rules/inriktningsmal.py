"""Kommunfullmäktiges inriktningsmål: who answers for them and how they are worded (regler § 1.4 and 2.2)."""

import re
from collections.abc import Iterator

from schemas.text import StyledText
from service.chain.plans import plain
from service.findings import Level

from .cases import MrpCase
from .lexicon import ALLMAN_FRAS, KONKRET_ORD, RIKTNINGSORD
from .limits import MAL_ANTAL, MAL_HOGST_ORD, MAL_MINST_ORD, MAL_OCH
from .registry import Breach, breach, rule
from .roles import KF, has_role, is_active
from .wording import hits, words

_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_MONEY = re.compile(r"\b(?:tkr|mkr|kr|kronor|miljon(?:er)?|anslag(?:et|en)?)\b", re.IGNORECASE)


@rule(
    "R17", paragraph="1.4", level=Level.FEL, title="Varje inriktningsmål har ansvarig nämnd",
    codes=("R17-ingen", "R17-inaktiv"),
)  # fmt: skip
def responsible_namnd(case: MrpCase) -> Iterator[Breach]:
    """Kommunfullmäktige utser ansvariga nämnder för respektive inriktningsmål (regler § 1.4)."""
    ar = case.mrp.head.ar
    for mal in case.mrp.gallande_mal:
        place = case.mrp.place(mal, "ansvariga")
        if not mal.ansvariga:
            yield breach(place, code="R17-ingen", mal=plain(mal.text))
        for kod in mal.ansvariga:
            if not is_active(case.installningar, kod, ar):
                yield breach(place, kod, code="R17-inaktiv", namnd=kod, ar=str(ar))


@rule("R32", paragraph="2.2", level=Level.FEL, title="Inriktningsmål ägs av kommunfullmäktige")
def owned_by_kf(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmål är kommunfullmäktiges viljeinriktning (regler § 2.2). En tom cell betyder kommunfullmäktige."""
    for mal in case.mrp.gallande_mal:
        if mal.agare and not has_role(case.installningar, mal.agare, KF):
            namn = case.installningar.namnd_namn(mal.agare)
            yield breach(case.mrp.place(mal, "agare"), mal.agare, namnd=namn)


@rule(
    "R33", paragraph="2.2", level=Level.VARNING, most=Level.VARNING,
    title="Inriktningsmålet är en mening av lagom längd", codes=("R33-kort", "R33-langt", "R33-meningar"),
)  # fmt: skip
def one_sentence(case: MrpCase) -> Iterator[Breach]:
    """I inriktningsmål anges viljeinriktning för vad som ska uppnås (regler § 2.2)."""
    least, most = MAL_MINST_ORD.of(case.installningar), MAL_HOGST_ORD.of(case.installningar)
    for mal in case.mrp.gallande_mal:
        place, count = case.mrp.place(mal, "text"), len(words(mal.text))
        if 0 < count < least:
            yield breach(place, mal.text, code="R33-kort", antal=str(count), minst=str(least))
        if count > most:
            yield breach(place, mal.text, code="R33-langt", antal=str(count), mest=str(most))
        if _NEW_SENTENCE.search(plain(mal.text)):
            yield breach(place, mal.text, code="R33-meningar")


@rule(
    "R33", paragraph="2.2", level=Level.UPPLYSNING, most=Level.VARNING,
    title="Inriktningsmålet är ett mål och slutar med punkt", codes=("R33-och", "R33-punkt"),
)  # fmt: skip
def one_goal(case: MrpCase) -> Iterator[Breach]:
    """I inriktningsmål anges viljeinriktning för vad som ska uppnås (regler § 2.2)."""
    limit = MAL_OCH.of(case.installningar)
    for mal in case.mrp.gallande_mal:
        place = case.mrp.place(mal, "text")
        if words(mal.text).count("och") >= limit:
            yield breach(place, mal.text, code="R33-och", antal=str(words(mal.text).count("och")))
        if mal.text and not plain(mal.text).endswith("."):
            yield breach(place, mal.text, code="R33-punkt")


@rule("R34", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Inriktningsmålet är övergripande")
def not_too_concrete(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmålen ska ge en strategisk och övergripande vägledning (regler § 2.2)."""
    for mal in case.mrp.gallande_mal:
        found = _distinct(case, KONKRET_ORD, mal.text)
        if found:
            yield breach(case.mrp.place(mal, "text"), mal.text, konkret=", ".join(f"”{piece}”" for piece in found))


@rule("R35", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Inriktningsmålet visar en riktning")
def has_direction(case: MrpCase) -> Iterator[Breach]:
    """Aktiva ord som innebär en riktning ska användas, t.ex. öka eller minska (regler § 2.2)."""
    for mal in case.mrp.gallande_mal:
        if mal.text and not hits(case.installningar, RIKTNINGSORD, mal.text):
            yield breach(case.mrp.place(mal, "text"), mal.text)


@rule("R36", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Allmänna fraser i inriktningsmål")
def no_general_phrases(case: MrpCase) -> Iterator[Breach]:
    """Allmänna fraser ska undvikas som t.ex. värna om, ta tillvara, tillgodose (regler § 2.2)."""
    for mal in case.mrp.gallande_mal:
        for hit in hits(case.installningar, ALLMAN_FRAS, mal.text):
            place = case.mrp.place(mal, "text")
            yield breach(place, mal.text, fras=hit.text, position=str(hit.position))


@rule("R37", paragraph="2.2", level=Level.VARNING, title="Inriktningsmålen är ett fåtal")
def few_goals(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmålen ska vara ett fåtal och särskilt viktiga (regler § 2.2)."""
    goals, limit = case.mrp.gallande_mal, int(MAL_ANTAL.of(case.installningar))
    if len(goals) > limit:
        yield breach(case.mrp.place(goals[limit], "text"), goals[limit].text, antal=str(len(goals)), mest=str(limit))


@rule("R38", paragraph="2.2", level=Level.VARNING, most=Level.VARNING, title="Inriktningsmålet bär inga egna pengar")
def no_money(case: MrpCase) -> Iterator[Breach]:
    """Inriktningsmålen ska hanteras inom beslutade budgetramar (regler § 2.2)."""
    for mal in case.mrp.gallande_mal:
        money = _MONEY.search(plain(mal.text))
        if money:
            yield breach(case.mrp.place(mal, "text"), mal.text, ord=money[0])


def _distinct(case: MrpCase, lista: str, text: StyledText) -> list[str]:
    return list(dict.fromkeys(hit.text for hit in hits(case.installningar, lista, text)))
