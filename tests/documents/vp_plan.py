"""A nämnd's verksamhetsplan in the small municipality."""

from dataclasses import replace
from datetime import date
from typing import Any

from service.chain import records as r
from service.chain.plans import Verksamhetsplan
from service.chain.values import Decision, Head, Nummer, State
from tests.documents.rows import row

BUN = Decision("BUN", date(2026, 11, 24), 112, "BUN 2026/117")


def verksamhetsplan(state: State = State.INLAMNAD, **changes: Any) -> Verksamhetsplan:
    decision = BUN if state in (State.ANTAGEN, State.UPPHAVD) else None
    given = state is not State.UTKAST
    plan = Verksamhetsplan(
        head=Head("verksamhetsplan", "BUN", 2027, version=1, state=state, decision=decision),
        uppgifter=row(
            r.VpUppgifter, diarienummer="BUN 2026/117", framtagen_av="Förvaltningschef", intranat=True,
            inga_satsningar=True,
            inga_statliga=True, delgiven=True,
        ),
        texter=row(
            r.VpText,
            inledning="Planen beskriver vad förvaltningen gör under 2027 för att nå [[mål 1]] och [[resultat 1.1]].",
            uppdrag="Nämnden svarar för\n- förskola\n- grundskola\n- elevhälsa",
            organisation="Förvaltningen har en ledning, två avdelningar och fjorton enheter.",
            detaljbudget="Ramen är fördelad efter barn- och elevantal, se [[tabell Detaljbudget]].",
            uppfoljning="Planen följs upp i april och augusti samt i årsberättelsen.",
        ),
        matt=(
            _vp_matt("M1.1a", "r11", "Godkänt i alla ämnen i årskurs 9", "72.8", ("76", None, None)),
            _vp_matt("M1.2a", "r12", "Frånvaro över 15 procent", "11.8", ("9", "8.5", "8"), riktning="lägre"),
            _vp_matt("M1.2b", "r12", "Elever i särskild undervisningsgrupp", "4.1", ("3.5", None, None),
                riktning="lägre", egen=True),
        ),
        aktiviteter=(
            row(r.Aktivitet, nummer=Nummer("1.1.1", given), resultat="r11",
                text="Införa lovskola i matematik för årskurs 8–9", verksamhet="440",
                niva="avdelning", enhet="A1", ansvarig="Verksamhetschef grundskola", start=date(2027, 2, 1),
                slut=date(2027, 6, 30)),
            row(r.Aktivitet, nummer=Nummer("1.1.2", given), resultat="r11",
                text="Ta i bruk gemensam läs- och skrivkartläggning", verksamhet="440",
                niva="enhet", enhet="E12", ansvarig="Rektor", start=date(2027, 1, 15), slut=date(2027, 10, 31)),
            row(r.Aktivitet, nummer=Nummer("1.2.1", given), resultat="r12", text="Starta närvaroteam på tre skolor",
                verksamhet="441",
                niva="förvaltning", ansvarig="Chef elevhälsan", start=date(2027, 1, 1), slut=date(2027, 12, 31),
                kostnad=900),
        ),
        uppdrag=(
            row(r.Uppdrag, nummer="U1", slag="uppdrag från kommunfullmäktige",
                text="Redovisa en plan för skolornas lokaler.", kalla="MRP",
                kallhanvisning="KF 2026-06-17 § 78"),
            row(r.Uppdrag, slag="åtagande gentemot annan nämnd", text="Skolmåltider", kalla="överenskommelse",
                motpart="Samhällsbyggnadsnämnden"),
            row(r.Uppdrag, slag="åtagande gentemot region", text="Samverkan om elevhälsans medicinska insats",
                kalla="avtal",
                motpart="Regionen", belopp=350),
        ),
        budget=(
            _budget("100", "Nämnd och förvaltningsledning", 0, 16_400, 1_200, 3_900, 100, 21_000),
            _budget("407", "Förskola", 31_000, 221_000, 41_000, 34_500, 1_500, 272_400),
            _budget("440", "Grundskola inklusive förskoleklass", 58_000, 523_000, 118_000, 136_000, 7_000, 690_100),
            _budget("441", "Elevhälsa", 3_000, 34_000, 1_000, 3_500, 0, 38_300),
        ),
        investeringar=(
            row(r.VpInvestering, objekt="Inventarier", slag="investering", ar_1=4_000, ar_2=4_000, ar_3=4_000),
            row(r.VpInvestering, objekt="Digitala läromedel", slag="investering", ar_1=1_500, ar_2=500),
        ),
    )  # fmt: skip
    return replace(plan, **changes)


def _vp_matt(
    nummer: str,
    hor_till: str,
    text: str,
    bas: str,
    mal: tuple[str | None, ...],
    riktning: str = "högre",
    egen: bool = False,
) -> r.VpMatt:
    return row(
        r.VpMatt, id=nummer, nummer=nummer, hor_till=hor_till, text=text, enhet="%", riktning=riktning, basvarde=bas,
        basar="2025",
        mal_1=mal[0], mal_2=mal[1], mal_3=mal[2], kalla="Egen mätning", egen=egen,
    )  # fmt: skip


def _budget(kod: str, benamning: str, *amounts: int) -> r.Budgetrad:
    names = ("intakter", "personal", "lokal", "ovrigt", "kapital", "netto_forra")
    return row(r.Budgetrad, verksamhet=kod, benamning=benamning, **dict(zip(names, amounts, strict=True)))
