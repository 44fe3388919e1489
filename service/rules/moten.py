"""Meetings: the summons, the agenda with its papers, and the minutes (kommunallagen 5 and 6 kap.; regler § 5.1)."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from schemas.mote import BESLUTSARENDE, FIL
from schemas.text import StyledText
from service.chain.moten import Punkt, mote_targets
from service.chain.records import Arende, Handling, Row
from service.chain.references import find, scope_of
from service.findings import Level

from .beslut import patterns_of, year_of_dnr
from .cases import MoteCase, Stage
from .registry import Breach, breach, rule
from .roles import KF, has_role

KF_NOTICE, JUSTERING, ANSLAG = timedelta(days=7), timedelta(days=14), timedelta(days=2)
_NUMBER = re.compile(r"\d+(\.\d+)?")
PLANS_TO_KS = frozenset({"verksamhetsplan", "detaljbudget"})


@rule("L8", paragraph="", level=Level.VARNING, most=Level.VARNING, title="Kallelsen skickas i tid",
      codes=("L8", "L8-efter"))  # fmt: skip
def notice_in_time(case: MoteCase) -> Iterator[Breach]:
    """Fullmäktiges kallelse kommer minst en vecka före sammanträdet (kommunallagen 5 kap.); nämndens före mötet."""
    form = case.mote.uppgifter
    if form.datum is None or form.utskick is None:
        return
    place = case.mote.place(form, "utskick")
    if form.utskick >= form.datum:
        yield breach(place, form.utskick.isoformat(), code="L8-efter", dag=form.datum.isoformat())
    elif has_role(case.installningar, form.namnd, KF) and form.datum - form.utskick < KF_NOTICE:
        yield breach(place, form.utskick.isoformat(), senast=(form.datum - KF_NOTICE).isoformat())


@rule("L9", paragraph="", level=Level.VARNING, most=Level.VARNING, title="Protokollet justeras och anslås i tid",
      codes=("L9-justering", "L9-anslag"))  # fmt: skip
def minutes_in_time(case: MoteCase) -> Iterator[Breach]:
    """Protokollet justeras inom 14 dagar och anslås senast två dagar därefter (kommunallagen 5 kap. och 8 kap.)."""
    mote, minutes = case.mote, case.mote.protokoll
    met = mote.uppgifter.datum
    if minutes.justerat and met and not met <= minutes.justerat <= met + JUSTERING:
        last = (met + JUSTERING).isoformat()
        yield breach(mote.place(minutes, "justerat"), minutes.justerat.isoformat(), code="L9-justering", senast=last)
    up, done = minutes.anslag_upp, minutes.justerat
    if up and done and not done <= up <= done + ANSLAG:
        last = (done + ANSLAG).isoformat()
        yield breach(mote.place(minutes, "anslag_upp"), up.isoformat(), code="L9-anslag", senast=last)


@rule("L10", paragraph="", level=Level.VARNING, title="Paragraferna löper utan luckor",
      codes=("L10-lucka", "L10-ordning"))  # fmt: skip
def paragraphs_run(case: MoteCase) -> Iterator[Breach]:
    """Paragraferna löper i ordning genom året för varje nämnd, utan luckor."""
    own = case.mote.paragrafer.values()
    met = case.mote.uppgifter.datum
    if not own or met is None:
        return
    for before, after in pairwise(sorted({*own, *case.mote.tidigare})):
        if after - before > 1 and after in own:
            yield breach(None, code="L10-lucka", efter=str(before), nasta=str(after))
    later = [number for number, day in case.mote.tidigare.items() if day > met and number < min(own)]
    if later:
        yield breach(None, code="L10-ordning", paragraf=str(max(later)), dag=case.mote.tidigare[max(later)].isoformat())


@rule("L11", paragraph="", level=Level.VARNING, title="Ärendets diarienummer är skrivet som organets andra",
      codes=("L11-arende",))  # fmt: skip
def dnr_of_items(case: MoteCase) -> Iterator[Breach]:
    """Ärendenas diarienummer följer organets mönster."""
    monster = patterns_of(case.installningar, case.mote.namnd)
    for row in case.mote.arenden:
        if row.dnr and monster and all(year_of_dnr(row.dnr, pattern) is None for pattern in monster):
            yield breach(case.mote.place(row, "dnr"), row.dnr, monster=" eller ".join(monster))


@rule("L12", paragraph="", level=Level.FEL, title="Handlingen hör till ett ärende och säger vad den är",
      codes=("L12-arende", "L12-skrivelse", "L12-filnamn", "L12-antas"))  # fmt: skip
def papers_belong(case: MoteCase) -> Iterator[Breach]:
    """Varje bilaga som listas finns (domänens kontroll L12)."""
    mote = case.mote
    for row in mote.utan_arende:
        yield breach(mote.place(row, "arende"), row.arende, code="L12-arende", titel=row.titel)
    for skrivelse in mote.skrivelser:
        if mote.punkt(skrivelse.arende) is None:
            yield breach(mote.place(skrivelse, "arende"), skrivelse.arende, code="L12-skrivelse")
    for row in mote.handlingar:
        if row.innehall == FIL and not row.fil:
            yield breach(mote.place(row, "fil"), code="L12-filnamn", titel=row.titel)
        if row.antas and row.innehall == FIL:
            yield breach(mote.place(row, "antas"), "ja", code="L12-antas", titel=row.titel)


@rule("L12", paragraph="", level=Level.FEL, stage=Stage.MEETING, title="Filen är inlagd", codes=("L12-fil",))
def files_are_there(case: MoteCase) -> Iterator[Breach]:
    """Varje bilaga som listas finns (domänens kontroll L12)."""
    for row in case.mote.handlingar:
        if row.innehall == FIL and row.fil and case.filer is not None and row.fil.casefold() not in case.filer:
            yield breach(case.mote.place(row, "fil"), row.fil, titel=row.titel)


@rule("L12", paragraph="", level=Level.VARNING, stage=Stage.MEETING, title="Bilagan som texten hänvisar till finns",
      codes=("L12-hanvisning", "L12-losfil"))  # fmt: skip
def appendices_referred_to(case: MoteCase) -> Iterator[Breach]:
    """En hänvisning leder till en bilaga, och en inlagd fil hör till ett ärende (domänens kontroll L12)."""
    for punkt in case.mote.punkter:
        scope = scope_of(mote_targets(case.mote, punkt))
        for row, name, text in _texts(punkt):
            for reference in find(text):
                if reference.kind == "bilaga" and scope.target(reference) is None:
                    yield breach(case.mote.place(row, name), reference.written, code="L12-hanvisning")
    used = {b.rad.fil.casefold() for punkt in case.mote.punkter for b in punkt.bilagor}
    for file in case.mote.tillagda:
        if file.fil.casefold() not in used:
            yield breach(None, file.fil, code="L12-losfil")


@rule("L12", paragraph="", level=Level.VARNING, title="En beteckning hör till ett ärende eller en bilaga",
      codes=("L12-nummer", "L12-dubbel"))  # fmt: skip
def labels_are_plain(case: MoteCase) -> Iterator[Breach]:
    """Hänvisningar följer beteckningen; den förväxlas inte med ett nummer och delas inte av två bilagor."""
    seen: set[str] = set()
    rows: tuple[Arende | Handling, ...] = (*case.mote.arenden, *case.mote.handlingar)
    for row in rows:
        place, label = case.mote.place(row, "beteckning"), row.beteckning.casefold()
        if _NUMBER.fullmatch(label):
            yield breach(place, row.beteckning, code="L12-nummer")
        if isinstance(row, Handling) and label:
            if label in seen:
                yield breach(place, row.beteckning, code="L12-dubbel", titel=row.titel)
            seen.add(label)


@rule("R77", paragraph="5.1", level=Level.VARNING, title="Planen skickas till kommunstyrelsen", codes=("R77-utdrag",))
def plans_go_to_ks(case: MoteCase) -> Iterator[Breach]:
    """Nämnderna rapporterar sina planer till kommunstyrelsen (regler § 5.1)."""
    for punkt in case.mote.punkter:
        adopted = any(b.rad.antas and b.rad.innehall in PLANS_TO_KS for b in punkt.bilagor)
        if adopted and not punkt.utgar and "kommunstyrelse" not in str(punkt.rad.skickas_till).casefold():
            yield breach(case.mote.place(punkt.rad, "skickas_till"), punkt.rad.skickas_till)


@rule("L8", paragraph="", level=Level.VARNING, stage=Stage.MEETING, title="Ett beslutsärende har förslag till beslut",
      codes=("L8-forslag",))  # fmt: skip
def items_propose(case: MoteCase) -> Iterator[Breach]:
    """Ett förslag till beslut är skrivet som om det vore beslutat, en åtgärd i varje att-sats."""
    for punkt in case.mote.punkter:
        if punkt.rad.typ == BESLUTSARENDE and not punkt.rad.forslag and not punkt.utgar:
            yield breach(case.mote.place(punkt.rad, "forslag"), rubrik=punkt.rad.rubrik)


def _texts(punkt: Punkt) -> Iterable[tuple[Row, str, StyledText]]:
    for name in ("forslag", "beslut", "beslutsgang", "reservation"):
        yield punkt.rad, name, getattr(punkt.rad, name)
    if punkt.skrivelse:
        for name in ("sammanfattning", "beskrivning", "ekonomi", "underlag"):
            yield punkt.skrivelse, name, getattr(punkt.skrivelse, name)
