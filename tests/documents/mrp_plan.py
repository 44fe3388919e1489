"""The small municipality's mål- och resursplan."""

from dataclasses import replace
from datetime import date
from typing import Any

from schemas.text import Run, StyledText
from service.chain import records as r
from service.chain.plans import Mrp
from service.chain.values import Decision, Head, State
from tests.documents.rows import row

KF = Decision("KF", date(2026, 6, 17), 78, "KS 2026/101")


def mrp(state: State = State.ANTAGEN, **changes: Any) -> Mrp:
    decision = KF if state in (State.ANTAGEN, State.UPPHAVD) else None
    plan = Mrp(
        head=Head("mrp", "", 2027, version=2, state=state, decision=decision),
        uppgifter=row(
            r.MrpUppgifter, diarienummer="KS 2026/101", skattesats="21.21", skattesats_forandring=0,
            amnesomrade="Ekonomi och styrning",
            intranat=True, hemsida=True, resultatmal_procent="1.0",
            styrande_dokument="Regler för mål- och resultatstyrning",
        ),
        texter=MRP_TEXTER,
        visioner=(
            row(r.Vision, text="Attraktiv och hållbar i alla delar, hela livet", datum=date(2013, 12, 11),
                paragraf=160,
                giltig_fran=date(2014, 1, 1),
                beskrivning="Visionen omfattar alla som bor, verkar och vistas i kommunen."),
        ),
        inriktningsmal=(
            row(r.Inriktningsmal, id="m1", nummer="1", text="Andelen elever som fullföljer sin skolgång ska öka.",
                ansvariga=("BUN",),
                datum=date(2023, 6, 14), paragraf=88, giltig_fran=date(2024, 1, 1), giltig_till=date(2027, 12, 31),
                beskrivning="Fler unga ska nå en examen."),
            row(r.Inriktningsmal, id="m2", nummer="2", text="Kommunens klimatpåverkan ska minska.", ansvariga=("SBN",),
                bidragande=("BUN",), datum=date(2023, 6, 14), paragraf=88, giltig_fran=date(2024, 1, 1),
                giltig_till=date(2027, 12, 31)),
        ),
        resultat=(
            row(r.Resultat, id="r11", nummer="1.1", inriktningsmal="m1", namnd="BUN", verksamheter=("440",),
                text="Minst 76 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027.",
                period_fran=date(2027, 1, 1), period_till=date(2027, 6, 30)),
            row(r.Resultat, id="r12", nummer="1.2", inriktningsmal="m1", namnd="BUN", verksamheter=("440", "441"),
                text="Andelen elever med mer än 15 procents frånvaro är högst 9 procent höstterminen 2027.",
                period_fran=date(2027, 7, 1), period_till=date(2027, 12, 31)),
            row(r.Resultat, id="r21", nummer="2.1", inriktningsmal="m2", namnd="SBN", bidragande=("BUN",),
                verksamheter=("930",),
                text="Matsvinnet i skolrestaurangerna är högst 38 gram per portion under 2027.",
                period_fran=date(2027, 1, 1), period_till=date(2027, 12, 31)),
            row(r.Resultat, id="r22", nummer="2.2", inriktningsmal="m2", namnd="SBN", text="Utgånget resultat.",
                utgar=True),
        ),
        matt=(
            _matt("M1a", "m1", "Gymnasieexamen inom fyra år", "%", "högre", "71.5", ("76", "77", "78"), "N17448"),
            _matt("M2a", "m2", "Växthusgasutsläpp från egna fordon och energi", "ton CO2e", "lägre", "3900", ("3300",
                "3100", "2900")),
            _matt("M1.1a", "r11", "Godkänt i alla ämnen i årskurs 9", "%", "högre", "72.8", ("76", None, None)),
            _matt("M1.2a", "r12", "Frånvaro över 15 procent", "%", "lägre", "11.8", ("9", "8.5", "8")),
            _matt("M2.1a", "r21", "Matsvinn", "g/portion", "lägre", "46", ("38", "36", "35")),
        ),
        ramar=(
            _ram("BUN", "Nämnden", 1_004_200, 1_021_800, 1_041_600, 1_048_600, 1_071_700, 1_095_300),
            _ram("SBN", "Skattefinansierat", 112_300, 115_900, 118_700, 118_700, 121_100, 123_500),
            _ram("SBN", "Taxefinansierat", 0, 0, 0, 0, 0, 0),
            _ram("VAL", "Nämnden", 2_310, 1_600, 1_700, 1_700, 700, 1_900),
        ),
        ramforandringar=(
            row(r.Ramforandring, namnd="BUN", post="Pris- och löneuppräkning", belopp=25_500),
            row(r.Ramforandring, namnd="BUN", post="Volym: färre barn i förskolan", belopp=-6_700),
            row(r.Ramforandring, namnd="BUN", post="Volym: grundskola", belopp=3_000),
            row(r.Ramforandring, namnd="BUN", post="Satsning elevhälsa", belopp=5_000),
            row(r.Ramforandring, namnd="SBN", post="Pris- och löneuppräkning", belopp=2_900),
            row(r.Ramforandring, namnd="SBN", post="Hyreskompensation", belopp=1_100),
            row(r.Ramforandring, namnd="SBN", post="Effektivisering", belopp=-1_200),
            row(r.Ramforandring, namnd="VAL", post="Valår passerat", belopp=100),
        ),
        ramandringar=(
            row(r.Ramandring, namnd="BUN", anslagsniva="Nämnden", belopp=1_500, avser="Statsbidrag för skolbibliotek",
                datum=date(2026, 11, 25), paragraf=143),
        ),
        brygga=(
            row(r.Bryggpost, post="Pensioner, lönerevision och KF:s reserv", ar_1=61_000, ar_2=66_000, ar_3=71_000),
            row(r.Bryggpost, post="Interna poster", ar_1=-22_000, ar_2=-23_000, ar_3=-24_000),
        ),
        resultatbudget=tuple(row(r.Resultatpost, post=p, ar_1=a, ar_2=b, ar_3=c) for p, a, b, c in (
            ("Verksamhetens intäkter", 310_000, 316_000, 322_000), ("Verksamhetens kostnader", -1_440_000, -1_467_500,
            -1_501_400),
            ("Avskrivningar", -78_000, -87_000, -91_000), ("Skatteintäkter", 871_000, 894_000, 915_000),
            ("Generella statsbidrag och utjämning", 361_000, 370_000, 382_000), ("Finansiella intäkter", 14_000,
            14_000, 14_000),
            ("Finansiella kostnader", -24_500, -27_000, -30_000),
        )),
        kassaflode=tuple(row(r.Kassaflodespost, post=p, ar_1=a, ar_2=b, ar_3=c) for p, a, b, c in (
            ("Årets resultat", 13_500, 12_500, 10_600), ("Avskrivningar", 78_000, 87_000, 91_000),
            ("Investeringar", -140_000, -120_000, -100_000), ("Upptagna lån", 60_000, 30_000, 10_000),
        )),
        balans=tuple(row(r.Balanspost, post=p, forra=x, ar_1=a, ar_2=b, ar_3=c) for p, x, a, b, c in (
            ("Anläggningstillgångar", 1_350_000, 1_412_000, 1_445_000, 1_454_000), ("Övriga omsättningstillgångar",
            160_000, 160_000, 160_000, 160_000),
            ("Likvida medel", 120_000, 131_500, 141_000, 152_600), ("Eget kapital", 680_000, 693_500, 706_000,
            716_600),
            ("Avsättningar", 70_000, 70_000, 70_000, 70_000), ("Långfristiga skulder", 480_000, 540_000, 570_000,
            580_000),
            ("Kortfristiga skulder", 400_000, 400_000, 400_000, 400_000),
        )),
        investeringar=(
            row(r.Investering, namnd="SBN", objekt="Ny förskola Mariedal", slag="investering", ar_1=32_000,
                ar_2=28_000, ar_3=0, ar_4=0, ar_5=0),
            row(r.Investering, namnd="SBN", objekt="Exploatering Holmängen", slag="exploatering", ar_1=12_500,
                ar_2=9_000, ar_3=9_000, ar_4=4_000),
            row(r.Investering, namnd="BUN", objekt="Inventarier", slag="investering", ar_1=4_000, ar_2=4_000,
                ar_3=4_000, ar_4=4_000, ar_5=4_000),
        ),
        antaganden=(
            row(r.Antagande, antagande="Skatteunderlagets tillväxt", enhet="%", ar_1="3.9", ar_2="3.6", ar_3="3.5",
                kalla="SKR april 2026"),
            row(r.Antagande, antagande="Invånare den 1 november", enhet="antal", ar_1=40041, ar_2=40100, ar_3=40150,
                kalla="SCB"),
        ),
        uppdrag=(
            row(r.MrpUppdrag, nummer="U1", namnd="BUN", givare="kommunfullmäktige", aterrapport=date(2027, 6, 30),
                text="Redovisa en plan för skolornas lokaler."),
        ),
        beslutspunkter=(
            row(r.Beslutspunkt, text="Kommunfullmäktige fastställer mål- och resursplan 2027–2029."),
            row(r.Beslutspunkt, text="Kommunfullmäktige fastställer skattesatsen till 21,21 kronor per skattekrona."),
        ),
        namndtexter=(
            row(r.Namndtext, namnd="BUN",
                uppdrag="Nämnden svarar för förskola och skola.\n- Förskola\n- Grundskola",
                inriktning="Elevhälsan byggs ut enligt [[resultat 1.2]]."),
            row(r.Namndtext, namnd="SBN",
                uppdrag="Nämnden svarar för gator, parker, fastigheter, kost samt vatten och avlopp."),
        ),
        bekraftelser=(row(r.Bekraftelse, datum=date(2026, 11, 25), paragraf=142, dnr="KS 2026/301"),),
        bilagor=(row(r.Bilaga, nummer=1, titel="Tidplan",
            innehall="Arbetet med planen börjar i januari.\n\nBeslut fattas i juni."),),
    )  # fmt: skip
    return replace(plan, **changes)


MRP_TEXTER = row(
    r.MrpText,
    inledning=StyledText((
        Run("Planen är kommunens "), Run("styrande dokument", bold=True),
        Run(" för mål och ekonomi. Den bestämmer\n- vad som ska nås\n- vad det får "),
        Run("kosta", italic=True),
        Run("\n\nMålen står i [[kapitel Inriktningsmål]] och ramarna i [[tabell Driftbudget]]."),
    )),
    styrmodell="Visionen blir mål.\n\n1. Vision\n2. Inriktningsmål\n3. Förväntade resultat\n4. Aktiviteter",
    hushallning="God ekonomisk hushållning innebär att varje generation bär sina egna kostnader.",
    omvarld="Räntorna har fallit & konjunkturen vänder när inflationen är < 2 procent. Mallens {{ tecken }} är text.",
    skatteunderlag="Skatteunderlaget växer långsammare än under det gångna decenniet.",
    investeringar="Planen gäller investeringar och exploatering i fem år.",
)  # fmt: skip


def _matt(
    nummer: str,
    hor_till: str,
    text: str,
    enhet: str,
    riktning: str,
    bas: str,
    mal: tuple[str | None, ...],
    kolada: str = "",
) -> r.Matt:
    return row(
        r.Matt, id=nummer, nummer=nummer, hor_till=hor_till, text=text, enhet=enhet, riktning=riktning, basvarde=bas,
        basar="2025",
        mal_1=mal[0], mal_2=mal[1], mal_3=mal[2], kalla="Kolada" if kolada else "Egen mätning", kolada_id=kolada,
        frekvens="år",
    )  # fmt: skip


def _ram(namnd: str, niva: str, *amounts: int) -> r.Ram:
    names = ("bokslut", "budget_forra", "preliminar", "ram_1", "ram_2", "ram_3")
    return row(r.Ram, namnd=namnd, anslagsniva=niva, **dict(zip(names, amounts, strict=True)))
