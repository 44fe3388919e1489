"""A nämnd's follow-ups in the small municipality: april, august and the year."""

from dataclasses import replace
from datetime import date
from typing import Any

from schemas.workbooks import Period
from service.chain import records as r
from service.chain.followups import Uppfoljning
from service.chain.report import Report
from service.chain.values import Decision, Head, State
from tests.documents import plans
from tests.documents.rows import row

DECISIONS = {
    Period.T1: Decision("BUN", date(2027, 5, 25), 51, "BUN 2027/64"),
    Period.T2: Decision("BUN", date(2027, 9, 28), 88, "BUN 2027/64"),
    Period.AR: Decision("BUN", date(2028, 2, 15), 12, "BUN 2028/9"),
}
# Judgements of results 1.1 and 1.2; outcome and prognosis of their mått; where the activities stand.
JUDGED = {
    Period.T1: ("bedöms uppfyllas", "kan ej bedömas"),
    Period.T2: ("bedöms uppfyllas", "bedöms delvis uppfyllas"),
    Period.AR: ("delvis uppfyllt", "delvis uppfyllt"),
}
MEASURED = {
    Period.T1: ((None, None), (None, None), ("4.2", "4.0")),
    Period.T2: (("74.6", "74.6"), (None, "10"), ("3.9", "3.6")),
    Period.AR: (("74.6", None), ("10.2", None), ("3.4", None)),
}
STANDING = {
    Period.T1: ("pågår enligt plan", "ej påbörjad", "ej påbörjad"),
    Period.T2: ("genomförd", "pågår enligt plan", "pågår med avvikelse"),
    Period.AR: ("genomförd", "genomförd", "pågår med avvikelse"),
}
NET = {"100": 21_600, "407": 267_000, "440": 726_000, "441": 35_500}
# Budget of the period, outcome, prognosis for each verksamhet.
SPENT = {
    Period.T1: (
        (7_200, 7_150, 21_600), (89_000, 88_100, 266_000), (242_000, 247_900, 736_000), (11_800, 11_500, 35_500),
    ),
    Period.T2: (
        (14_400, 14_300, 21_500), (177_000, 174_900, 264_000), (481_000, 494_600, 742_500), (23_600, 23_000, 35_000),
    ),
    Period.AR: ((None, 21_450, None), (None, 263_200, None), (None, 743_900, None), (None, 34_800, None)),
}  # fmt: skip


def bun_report(period: Period = Period.T2, state: State = State.ANTAGEN, **changes: Any) -> Report:
    """The nämnd's report of a period on its adopted plan."""
    earlier = tuple(uppfoljning(before) for before in period.earlier)
    return Report(
        installningar=plans.installningar(), mrp=plans.mrp(), vp=plans.verksamhetsplan(State.ANTAGEN),
        uppfoljning=uppfoljning(period, state, **changes), tidigare=earlier,
    )  # fmt: skip


def uppfoljning(period: Period, state: State = State.ANTAGEN, **changes: Any) -> Uppfoljning:
    """The nämnd's follow-up of a period."""
    decision = DECISIONS[period] if state in (State.ANTAGEN, State.UPPHAVD) else None
    plan = Uppfoljning(
        head=Head("uppfoljning", "BUN", 2027, state=state, decision=decision, period=period.value),
        uppgifter=row(
            r.UfUppgifter, diarienummer="BUN 2028/9" if period is Period.AR else "BUN 2027/64",
            framtagen_av="Förvaltningschef", hemsida=True,
        ),
        texter=TEXTER,
        resultat=_resultat(period),
        matt=_matt(period),
        aktiviteter=_aktiviteter(period),
        uppdrag=UPPDRAG,
        ekonomi=tuple(_ekonomi(kod, amounts, period) for kod, amounts in zip(NET, SPENT[period], strict=True)),
        investeringar=(
            row(r.UfInvestering, objekt="Inventarier", slag="investering", budget_helar=4_000, utfall=2_100,
                prognos=4_000, foregaende=_forra(period, 4_000)),
            row(r.UfInvestering, objekt="Digitala läromedel", slag="investering", budget_helar=1_500, utfall=1_450,
                prognos=1_700, foregaende=_forra(period, 1_500), kommentar="Priserna har stigit."),
        ),
        personal=(
            row(r.UfPersonal, post="Årsarbetare", forra="1412", foregaende=_forra(period, "1398"), utfall="1405"),
            row(r.UfPersonal, post="Sjukfrånvaro totalt, procent", forra="8.1", foregaende=_forra(period, "8.4"),
                utfall="7.8", kommentar="Korttidsfrånvaron minskar."),
            row(r.UfPersonal, post="Sjukfrånvaro män, procent"),
        ),
        bilagor=(row(r.UfBilaga, nummer=1, titel="Frånvaro per skola", innehall="Frånvaron är lägst i Norra skolan."),),
    )  # fmt: skip
    return replace(plan, **changes)


TEXTER = row(
    r.UfText,
    sammanfattning="Nämnden bedömer att [[resultat 1.1]] nås och att [[resultat 1.2]] nås delvis.",
    handelser="- Norra skolan har fått en ny rektor.\n- Lovskolan har haft 140 elever.",
    maluppfyllelse="Resultaten går åt rätt håll, se [[kapitel Ekonomi]] om vad de kostar.",
    uppdrag="Alla uppdrag är påbörjade.",
    ekonomi="Underskottet i grundskolan beror på fler elever än i planen, se [[tabell Ekonomi per verksamhet]].",
    ekonomi_atgarder="Grundskolechefen ser över vikariekostnaden; det väntas ge 3 000 tkr under hösten.",
    investeringar="Inköpen görs i huvudsak under hösten.",
    personal="Sjukfrånvaron minskar.",
    framatblick="Barnantalet i förskolan fortsätter att minska. [[resultat 2.1]] påverkar skolmåltiderna.",
)
UPPDRAG = (
    row(r.UfUppdrag, nummer="U1", slag="uppdrag från kommunfullmäktige", status="genomförd",
        text="Redovisa en plan för skolornas lokaler.", uppfoljning="Planen redovisades i juni."),
    row(r.UfUppdrag, slag="åtagande gentemot annan nämnd", text="Skolmåltider", status="pågår enligt plan",
        motpart="Samhällsbyggnadsnämnden"),
    row(r.UfUppdrag, slag="åtagande gentemot region", text="Samverkan om elevhälsans medicinska insats",
        motpart="Regionen"),
)  # fmt: skip


def _resultat(period: Period) -> tuple[r.UfResultat, ...]:
    first, second = JUDGED[period]
    return (
        row(r.UfResultat, id="r11", nummer="1.1", status=first, foregaende=_forra(period, "bedöms uppfyllas") or "",
            text="Minst 76 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027.",
            analys="Resultaten i matematik lyfter, medan svenska står still.",
            effekter="Eleverna i lovskolan har höjt sina betyg i matematik.",
            atgard="Lovskolan utökas med svenska.", atgard_ansvarig="Verksamhetschef grundskola",
            atgard_datum=date(2027, 10, 31)),
        row(r.UfResultat, id="r12", nummer="1.2", status=second, foregaende=_forra(period, "kan ej bedömas") or "",
            text="Andelen elever med mer än 15 procents frånvaro är högst 9 procent höstterminen 2027.",
            analys="Frånvaron minskar på två av tre skolor."),
        row(r.UfResultat, id="r19", nummer="1.9", utgatt=True, text="Alla skolor har en läsbutik.",
            analys="Ersatt av aktivitet 1.1.2."),
    )  # fmt: skip


def _matt(period: Period) -> tuple[r.UfMatt, ...]:
    godkant, franvaro, grupp = MEASURED[period]
    return (
        _matt_row("M1.1a", "1.1", "Godkänt i alla ämnen i årskurs 9", "högre", ("72.8", "76"), godkant,
                  avser="vårterminen 2027", foregaende=None),
        _matt_row("M1.2a", "1.2", "Frånvaro över 15 procent", "lägre", ("11.8", "9"), franvaro,
                  ej_matt="Mäts i november.", foregaende="10" if period is Period.AR else None),
        _matt_row("M1.2b", "1.2", "Elever i särskild undervisningsgrupp", "lägre", ("4.1", "3.5"), grupp,
                  kommentar="Två grupper har avvecklats.",
                  foregaende={Period.T1: None, Period.T2: "4.0", Period.AR: "3.6"}[period]),
        _matt_row("M1.2c", "1.2", "Ströfrånvaro", "lägre", ("6", "5"), (None, None), utgatt=True),
    )  # fmt: skip


def _matt_row(
    nummer: str, hor_till: str, text: str, riktning: str, bas_mal: tuple[str, str],
    varden: tuple[str | None, str | None], **more: Any,
) -> r.UfMatt:  # fmt: skip
    return row(
        r.UfMatt, id=nummer, nummer=nummer, hor_till=hor_till, text=text, enhet="%", riktning=riktning,
        basvarde=bas_mal[0], basar="2025", mal=bas_mal[1], utfall=varden[0], prognos=varden[1], **more,
    )  # fmt: skip


def _aktiviteter(period: Period) -> tuple[r.UfAktivitet, ...]:
    first, second, third = STANDING[period]
    return (
        row(r.UfAktivitet, nummer="1.1.1", resultat="1.1", text="Införa lovskola i matematik för årskurs 8–9",
            ansvarig="Verksamhetschef grundskola", start=date(2027, 2, 1), slut=date(2027, 6, 30), status=first),
        row(r.UfAktivitet, nummer="1.1.2", resultat="1.1", text="Ta i bruk gemensam läs- och skrivkartläggning",
            ansvarig="Rektor", start=date(2027, 1, 15), slut=date(2027, 10, 31), status=second),
        row(r.UfAktivitet, nummer="1.1.3", resultat="1.1", text="Öppna en läsbutik", ansvarig="Rektor", utgatt=True,
            kommentar="Lokalen behövs till annat."),
        row(r.UfAktivitet, nummer="1.2.1", resultat="1.2", text="Starta närvaroteam på tre skolor",
            ansvarig="Chef elevhälsan", start=date(2027, 1, 1), slut=date(2027, 12, 31), status=third,
            kommentar="Två team är i gång, det tredje väntar på rekrytering."),
    )  # fmt: skip


def _ekonomi(kod: str, amounts: tuple[int | None, int, int | None], period: Period) -> r.UfEkonomi:
    names = {"100": "Nämnd och förvaltningsledning", "407": "Förskola", "440": "Grundskola inklusive förskoleklass",
             "441": "Elevhälsa"}  # fmt: skip
    budget, utfall, prognos = amounts
    said = "Fler elever än i planen." if kod == "440" else ""
    return row(
        r.UfEkonomi, verksamhet=kod, benamning=names[kod], budget_helar=NET[kod], budget=budget, utfall=utfall,
        prognos=prognos, foregaende=_forra(period, NET[kod]), kommentar=said,
    )  # fmt: skip


def _forra(period: Period, value: Any) -> Any:
    """A value of the period before, which the first one has none of."""
    return value if period.earlier else None
