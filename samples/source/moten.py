"""The December meetings at which the nämnder adopt their plans: an agenda each, and what came of it."""

from datetime import date

from .installningar import ROWS as SETTINGS
from .writing import Form, Forms, Row, Rows, prosa

DAG = date(2026, 12, 10)
PLAN, DELEGATION = "plan", "delegation"
DELEGATIONSFIL = "delegationsbeslut-november.pdf"
DELEGATIONSTEXT = ("Bilagan är en del av exemplet.", "Här står en lista över beslut som fattats på delegation.")
_SENASTE = 117  # the plan is the third ärende, and so § 120


def mote_of(kod: str, dnr: str) -> tuple[Forms, Rows]:
    """What a nämnd's meeting workbook is filled with."""
    namnd = next(row for row in SETTINGS["namnd"] if row["kod"] == kod)
    return {"mote": _form(kod), "protokoll": _minutes()}, {
        "arende": _items(namnd["namn"], dnr, kod), "tjansteskrivelse": [_report(namnd)], "handling": _papers(kod),
        "narvaro": _people(),
    }  # fmt: skip


def _form(kod: str) -> Form:
    return {
        "namnd": kod, "datum": DAG, "tid": "13.00", "plats": "Sessionssalen, kommunhuset",
        "ordforande": "Nämndens ordförande", "sekreterare": "Nämndsekreteraren",
        "kallade": "- Ledamöter\n- Ersättare\n- Förvaltningschefen",
        "forhinder": "Till nämndsekreteraren, senast kl. 9.",
        "utskick": date(2026, 12, 3), "senaste_paragraf": _SENASTE,
    }  # fmt: skip


def _minutes() -> Form:
    return {
        "slut": "15.40", "justerare": "Robin Ek", "justerat": date(2026, 12, 16), "anslag_upp": date(2026, 12, 17),
        "forvaras": "Kommunhuset, kansliet",
    }  # fmt: skip


def _items(namnd: str, dnr: str, kod: str) -> list[Row]:
    noted = "enligt förslaget"
    formalia = {"typ": "formalia", "utfall": noted}
    items = [
        {"beteckning": "upprop", "rubrik": "Upprop och val av justerare", "forslag": f"{namnd} utser Robin Ek att "
         "justera protokollet.", **formalia},
        {"beteckning": "lista", "rubrik": "Godkännande av föredragningslistan",
         "forslag": f"{namnd} godkänner listan.", **formalia},
        {"beteckning": PLAN, "rubrik": "Verksamhetsplan med detaljbudget 2027", "typ": "beslut", "dnr": dnr,
         "foredragande": "Förvaltningschefen", "utfall": "enligt förslaget",
         "forslag": f"{namnd} antar verksamhetsplan med detaljbudget 2027 enligt [[bilaga vp]] och [[bilaga budget]].\n"
                    f"{namnd} överlämnar planen till kommunstyrelsen.",
         "beslutsgang": "Ordföranden frågar om förslaget antas och finner att så sker.",
         "skickas_till": "Kommunstyrelsen\nEkonomikontoret"},
        {"beteckning": DELEGATION, "rubrik": "Anmälan av delegationsbeslut", "typ": "anmälan",
         "forslag": f"{namnd} noterar redovisningen.", "utfall": "enligt förslaget"},
        {"beteckning": "ekonomi", "rubrik": "Ekonomiskt läge efter november", "typ": "information",
         "foredragande": "Ekonomen", **({"utgar": "ja"} if kod == "BN" else {"utgar": "nej", "utfall": noted})},
        {"beteckning": "information", "rubrik": "Information från förvaltningen", "typ": "information",
         "utfall": noted},
    ]  # fmt: skip
    return [{name: value for name, value in item.items() if value} for item in items]


def _report(namnd: Row) -> Row:
    return {
        "arende": PLAN, "datum": date(2026, 11, 24), "handlaggare": "Ekonom Kim Alm",
        "chef": "Förvaltningschef Alex Lind",
        "sammanfattning": "Förvaltningen har tagit fram en verksamhetsplan med detaljbudget för 2027. Planen bryter "
        "ned fullmäktiges mål och ryms inom nämndens ram.",
        "beskrivning": prosa(f"""
            Fullmäktige antog mål- och resursplanen den 17 juni 2026. {namnd["namn"]} ska före årsskiftet anta en
            verksamhetsplan med förväntade resultat, aktiviteter och detaljbudget.

            Planen finns i [[bilaga vp]], detaljbudgeten som arbetsbok i [[bilaga budget]]. Delegationsbesluten, som
            anmäls i [[ärende delegation]], påverkar inte planen.
            """),
        "ekonomi": "Detaljbudgeten fördelar hela ramen. Planen kräver inga tillskott.",
    }  # fmt: skip


def _papers(kod: str) -> list[Row]:
    papers: list[Row] = [
        {"arende": PLAN, "titel": "Verksamhetsplan 2027", "beteckning": "vp", "innehall": "verksamhetsplan",
         "planar": 2027, "antas": "ja"},
        {"arende": PLAN, "titel": "Detaljbudget 2027", "beteckning": "budget", "innehall": "detaljbudget",
         "planar": 2027},
    ]  # fmt: skip
    if kod == "SN":
        papers.append({
            "arende": DELEGATION, "titel": "Delegationsbeslut november 2026", "innehall": "fil", "fil": DELEGATIONSFIL,
            "sekretess": "ja", "oppen_rubrik": "Lista över delegationsbeslut",
        })  # fmt: skip
    return papers


def _people() -> list[Row]:
    people = (
        ("Mika Berg", "ordförande", "A"), ("Robin Ek", "ledamot", "B"), ("Sam Dahl", "ledamot", "C"),
        ("Noa Fors", "tjänstgörande ersättare", "A"), ("Love Gren", "ersättare", "B"),
        ("Alex Lind, förvaltningschef", "övrig", ""), ("Nämndsekreteraren", "övrig", ""),
    )  # fmt: skip
    return [{"namn": namn, "roll": roll, **({"parti": parti} if parti else {})} for namn, roll, parti in people]
