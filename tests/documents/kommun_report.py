"""The small municipality's own figures: after April, after August and for the year. SBN has not reported."""

from dataclasses import replace
from datetime import date
from typing import Any

from schemas.bokslut import BALANSKRAVSPOSTER
from schemas.workbooks import Period
from service.chain import records as r
from service.chain.followups import Bokslut
from service.chain.report import JointReport
from service.chain.values import Decision, Head, State
from tests.documents import plans
from tests.documents.bun_report import bun_report
from tests.documents.rows import row

DECISIONS = {
    Period.T1: Decision("KF", date(2027, 6, 16), 84, "KS 2027/142"),
    Period.T2: Decision("KF", date(2027, 10, 20), 131, "KS 2027/310"),
    Period.AR: Decision("KF", date(2028, 4, 12), 55, "KS 2028/31"),
}
JUDGED = {
    Period.T1: ("kan ej bedömas", "kan ej bedömas"),
    Period.T2: ("bedöms delvis uppfyllas", "bedöms delvis uppfyllas"),
    Period.AR: ("uppfyllt", "delvis uppfyllt"),
}
# Budget of the period, outcome, prognosis of BUN (as it has reported), SBN, VAL and the central items.
SPENT = {
    Period.T1: ((350_000, 354_650, 1_059_100), (40_000, 39_800, 118_500), (100, 90, 1_700), (13_000, 12_000, 38_000)),
    Period.T2: ((696_000, 706_700, 1_063_000), (79_000, 79_600, 119_100), (900, 950, 1_600), (26_000, 25_000, 38_000)),
    Period.AR: ((None, 1_063_350, None), (None, 119_000, None), (None, 1_600, None), (None, 38_000, None)),
}  # fmt: skip
BUDGET = (1_050_100, 118_700, 1_700, 39_000)
TEXTER = row(
    r.BsText,
    sammanfattning="Kommunen når sina mål delvis, se [[mål 2]] och [[tabell Driftredovisning]].",
    oversikt="Invånarna blir fler.",
    stallning="Räntan är den största risken.",
    handelser="- En skola har slagits samman.\n- Byggstart för förskolan Mariedal.",
    styrning="Kommunen styrs med mål.",
    hushallning="Det finansiella målet nås inte.",
    finansiell_analys="- **Resultat:** svagt\n- Soliditeten är i stort sett oförändrad.",
    balanskrav="Inget underskott ska återställas.",
    personal="Sjukfrånvaron minskar.",
    utveckling="Resultatet väntas bli svagt.",
    vision="Kommunen är närmare sin vision i skolan.",
)


def joint_report(period: Period = Period.T2, state: State = State.ANTAGEN, **changes: Any) -> JointReport:
    """The municipality's report of a period: BUN has reported, SBN has not."""
    settings = plans.installningar()
    missing = settings.namnd("SBN")
    assert missing is not None
    return JointReport(
        installningar=settings, mrp=plans.mrp(), period=period, bokslut=bokslut(period, state, **changes),
        rapporter=(bun_report(period),), saknas=(missing,),
        tidigare=tuple(bokslut(before) for before in period.earlier),
    )  # fmt: skip


def bokslut(period: Period, state: State = State.ANTAGEN, **changes: Any) -> Bokslut:
    """The municipality's own figures. After April there is neither balance nor cash flow."""
    decision = DECISIONS[period] if state in (State.ANTAGEN, State.UPPHAVD) else None
    dnr = DECISIONS[period].dnr
    plan = Bokslut(
        head=Head("bokslut", "", 2027, state=state, decision=decision, period=period.value),
        uppgifter=row(r.BsUppgifter, diarienummer=dnr, framtagen_av="Ekonomichef", lagstadgad=period is Period.T2),
        texter=TEXTER,
        inriktningsmal=_mal(period),
        matt=_matt(period),
        finansmal=(row(r.BsFinansmal, mal="Årets resultat är minst 1 procent av skatterna.", enhet="%", malvarde="1",
                       utfall="0.4", prognos="0.1", status=JUDGED[period][1], kommentar="Se [[tabell Nyckeltal]]."),),
        resultatrakning=_resultat(period),
        kassaflode=() if period is Period.T1 else _kassaflode(period),
        balans=_balans(period),
        drift=_drift(period),
        investeringar=(row(r.BsInvestering, namnd="VAL", objekt="Valbås", budget_helar=200, utfall=150, prognos=180),),
        balanskrav=tuple(row(r.BsBalanskrav, post=post, utfall=-500 if n == 0 else None)
                         for n, post in enumerate(BALANSKRAVSPOSTER)),
        personal=(row(r.BsPersonal, post="Årsarbetare", forra="3130", foregaende=_forra(period, "3128"),
                      utfall="3135"),),
        bilagor=(row(r.BsBilaga, nummer=1, titel="Nyckeltal", innehall="Kommunen jämförd med andra."),),
    )  # fmt: skip
    return replace(plan, **changes)


def _mal(period: Period) -> tuple[r.BsInriktningsmal, ...]:
    first, second = JUDGED[period]
    said = _forra(period, "bedöms delvis uppfyllas") or ""
    return (
        row(r.BsInriktningsmal, id="m1", nummer="1", status=first, foregaende=said, bedomning="Fler klarar skolan."),
        row(r.BsInriktningsmal, id="m2", nummer="2", status=second, foregaende=said, bedomning="Svinnet minskar."),
    )


def _matt(period: Period) -> tuple[r.BsMatt, ...]:
    value = None if period is Period.T1 else "73"
    return (
        row(r.BsMatt, id="M1a", nummer="M1a", hor_till="1", text="Gymnasieexamen inom fyra år", enhet="%",
            riktning="högre", basvarde="71.5", basar="2025", mal="76", utfall=value, ej_matt="Mäts i juni.",
            foregaende=_forra(period, "72")),
        row(r.BsMatt, id="M1b", nummer="M1b", hor_till="1", text="Avhopp", enhet="%", riktning="lägre", utgatt=True),
    )  # fmt: skip


def _drift(period: Period) -> tuple[r.BsDrift, ...]:
    names = (("BUN", "Barn- och utbildningsnämnden"), ("SBN", "Samhällsbyggnadsnämnden"), ("VAL", "Valnämnden"),
             ("", "Pensioner och KF:s reserv"))  # fmt: skip
    return tuple(
        row(r.BsDrift, slag="nämnd" if kod else "central post", namnd=kod, post=post, budget_helar=year,
            budget=budget, utfall=utfall, prognos=prognos, kommentar="Färre pensionerade än väntat." if not kod else "")
        for (kod, post), year, (budget, utfall, prognos) in zip(names, BUDGET, SPENT[period], strict=True)
    )  # fmt: skip


def _resultat(period: Period) -> tuple[r.BsResultat, ...]:
    net = sum(utfall or 0 for _, utfall, _ in SPENT[period])
    later = sum(prognos or 0 for _, _, prognos in SPENT[period])
    lines = (
        ("Verksamhetens intäkter", 200_000, 210_000, 310_000), ("Verksamhetens kostnader", -900_000,
         -210_000 - net + 50_000, -310_000 - later + 78_000), ("Avskrivningar", -48_000, -50_000, -78_000),
        ("Skatteintäkter", 560_000, 581_000, 871_000), ("Generella statsbidrag och utjämning", 230_000, 241_000,
         361_000), ("Finansiella intäkter", 9_000, 9_400, 14_000), ("Finansiella kostnader", -15_000, -16_000, -24_500),
    )  # fmt: skip
    return tuple(
        row(r.BsResultat, post=post, forra=before, utfall=now, budget_helar=year, prognos=year)
        for post, before, now, year in lines
    )


def _kassaflode(period: Period) -> tuple[r.BsKassaflode, ...]:
    lines = (("Årets resultat", 4_000, 2_000), ("Avskrivningar", 48_000, 50_000), ("Investeringar", -90_000, -80_000))
    return tuple(row(r.BsKassaflode, post=post, forra=before, utfall=now, prognos=now) for post, before, now in lines)


def _balans(period: Period) -> tuple[r.BsBalans, ...]:
    """Fixed lines; empty ones after April."""
    lines = (("Anläggningstillgångar", 1_000), ("Likvida medel", 200), ("Eget kapital", 700),
             ("Kortfristiga skulder", 500))  # fmt: skip
    known = period is not Period.T1
    return tuple(
        row(r.BsBalans, post=post, forra=amount if known else None, utfall=amount if known else None,
            budget_helar=amount)
        for post, amount in lines
    )  # fmt: skip


def _forra(period: Period, value: Any) -> Any:
    """A value of the period before, which the first one has none of."""
    return value if period.earlier else None
