"""A sound small municipality: settings, an MRP and one nämnd's verksamhetsplan in which no rule finds anything.

Tests break them with `dataclasses.replace`. The layout gives each field of each sheet a column of its own.
"""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from schemas.text import StyledText, styled
from schemas.workbooks import Kind, workbook_schema
from service.chain import records as r
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.values import Decision, Head, Layout, Nummer, State
from service.rules import InstallningarCase, MrpCase, VpCase

R = TypeVar("R", bound=r.Row)
AR = 2027
EMPTY: dict[str, Any] = {
    "str": "", "StyledText": StyledText(), "tuple[str, ...]": (), "bool": False, "Nummer": Nummer("1"),
}  # fmt: skip


def row(cls: type[R], n: int = 0, **values: Any) -> R:
    """A row with every field that is not given left empty. Text is given plain."""
    kinds = {field.name: str(getattr(field.type, "__name__", field.type)) for field in fields(cls)}
    given = {name: styled(value) if _is_prose(cls, name, value) else value for name, value in values.items()}
    empty = {name: EMPTY.get(_kind(kind)) for name, kind in kinds.items() if name not in ("id", "row")}
    return cls(**{"id": f"{cls.sheet}-{n}", "row": n, **empty, **given})


def _is_prose(cls: type[r.Row], name: str, value: Any) -> bool:
    return isinstance(value, str) and any(f.name == name and "StyledText" in str(f.type) for f in fields(cls))


def _kind(kind: str) -> str:
    return "tuple[str, ...]" if kind.startswith("tuple") else kind


def layout(kind: Kind) -> Layout:
    """Every field in a column (or, on a form, a cell) of its own."""
    cells: dict[str, dict[str, str]] = {}
    for sheet in workbook_schema(kind).sheets:
        form = sheet in workbook_schema(kind).forms
        names = enumerate(sheet.columns())
        cells[sheet.key] = {name: f"C{n + 3}" if form else chr(ord("A") + n) for n, name in names}
    return Layout(cells)


def head(kind: Kind, namnd: str = "", organ: str = "KF", **values: Any) -> Head:
    """The head of an adopted plan, decided in time by KF or BUN."""
    decided = {
        "KF": Decision("KF", date(AR - 1, 6, 17), 78, "KS 2026/101"),
        "BUN": Decision("BUN", date(AR - 1, 11, 19), 98, "BUN 2026/117"),
    }  # fmt: skip
    given = {"ar": AR, "state": State.ANTAGEN, "decision": decided[organ], **values}
    return Head(kind=kind.value, namnd=namnd, **given)


def installningar(**changes: Any) -> Installningar:
    """The settings for 2027: KF, KS and BUN, and BUN's three verksamheter."""
    kommun = row(r.Kommun, namn="Exempelkommun", kommunkod="9999", valar=2022, mandatperiod_fran=date(2024, 1, 1))
    whole = Installningar(
        head=Head(kind="installningar", namnd="", ar=AR),
        layout=layout(Kind.INSTALLNINGAR),
        kommun=kommun,
        namnder=(
            row(r.Namnd, 5, kod="KF", namn="Kommunfullmäktige", roll="kommunfullmäktige", verksamhetsplan=False,
                dnr_monster="KF ÅÅÅÅ/#"),
            row(r.Namnd, 6, kod="KS", namn="Kommunstyrelsen", roll="kommunstyrelse", verksamhetsplan=False,
                dnr_monster="KS ÅÅÅÅ/#"),
            row(r.Namnd, 7, kod="BUN", namn="Barn- och utbildningsnämnden", roll="nämnd", verksamhetsplan=True,
                dnr_monster="BUN ÅÅÅÅ/#"),
            row(r.Namnd, 8, kod="GML", namn="Gamla nämnden", roll="nämnd", verksamhetsplan=True,
                aktiv_till=date(2024, 12, 31)),
        ),
        verksamheter=tuple(
            row(r.Verksamhet, n, namnd="BUN", kod=kod, namn=namn, anslagsniva="Nämnden")
            for n, (kod, namn) in enumerate((("407", "Förskola"), ("440", "Grundskola"), ("441", "Elevhälsa")), 5)
        ),
        halltider=(
            row(r.Halltid, 5, vad="Beslut om planen", vem="kommunfullmäktige", datum=date(2026, 6, 17),
                handling="mål- och resursplan"),
            row(r.Halltid, 6, vad="Nämnderna rapporterar verksamhetsplanerna till kommunstyrelsen",
                vem="kommunstyrelsen och nämnder", datum=date(2026, 12, 20), handling="verksamhetsplan"),
            row(r.Halltid, 7, vad="Planen gås igenom på arbetsplatsen", vem="verksamheter", datum=date(2027, 1, 31)),
        ),
        beslut=(
            row(r.Beslut, 5, avser="tidsplan", organ="KS", datum=date(2025, 12, 10), paragraf=201, dnr="KS 2025/300"),
            row(r.Beslut, 6, avser="anvisningar och ramar", organ="KS", datum=date(2026, 2, 11), paragraf=21),
        ),
    )  # fmt: skip
    return replace(whole, **changes)


def mrp(**changes: Any) -> Mrp:
    """The MRP 2027–2029: one goal, one result, a mått on each, and a budget that agrees with itself."""
    whole = Mrp(
        head=head(Kind.MRP),
        layout=layout(Kind.MRP),
        uppgifter=row(r.MrpUppgifter, diarienummer="KS 2026/101", resultatmal_procent=Decimal(1)),
        texter=row(r.MrpText),
        visioner=(
            row(r.Vision, 5, text="Hela livet.", datum=date(2013, 1, 1), paragraf=4, giltig_fran=date(2013, 1, 1)),
        ),
        inriktningsmal=(mal(),),
        resultat=(resultat(),),
        matt=(matt_on_mal(), matt_on_resultat()),
        ramar=(
            row(r.Ram, 5, namnd="BUN", anslagsniva="Nämnden", budget_forra=900, preliminar=990, ram_1=1000, ram_2=1020,
                ram_3=1040),
        ),
        ramforandringar=(row(r.Ramforandring, 5, namnd="BUN", post="Volym", belopp=100),),
        brygga=(row(r.Bryggpost, 5, post="Pensioner", ar_1=100, ar_2=100, ar_3=100),),
        resultatbudget=(
            row(r.Resultatpost, 5, post="Verksamhetens kostnader", ar_1=-1100, ar_2=-1120, ar_3=-1140),
            row(r.Resultatpost, 6, post="Skatteintäkter", ar_1=1130, ar_2=1150, ar_3=1170),
        ),
        kassaflode=(
            row(r.Kassaflodespost, 5, post="Årets resultat", ar_1=30, ar_2=30, ar_3=30),
            row(r.Kassaflodespost, 6, post="Investeringar", ar_1=-20, ar_2=-20, ar_3=-20),
        ),
        balans=(
            row(r.Balanspost, 5, post="Likvida medel", forra=100, ar_1=110, ar_2=120, ar_3=130),
            row(r.Balanspost, 6, post="Eget kapital", forra=100, ar_1=110, ar_2=120, ar_3=130),
        ),
        uppdrag=(row(r.MrpUppdrag, 5, namnd="BUN", nummer=Nummer("U1"), text="Redovisa en lokalplan."),),
        dialoger=(
            row(r.Dialog, 5, namnd="BUN", datum=date(2026, 3, 12), narvarande="Ordförande", anteckning="Vi är ense."),
        ),
        bekraftelser=(row(r.Bekraftelse, 5, datum=date(2026, 11, 25), paragraf=142, dnr="KS 2026/101"),),
    )  # fmt: skip
    return replace(whole, **changes)


def mal(
    text: str = "Andelen elever som fullföljer sin skolgång ska öka.", n: int = 5, **changes: Any
) -> r.Inriktningsmal:
    """A sound inriktningsmål, BUN's."""
    values = {
        "beteckning": f"IM{n}", "agare": "KF", "ansvariga": ("BUN",), "datum": date(2023, 6, 14), "paragraf": 88,
        "giltig_fran": date(2024, 1, 1), "giltig_till": date(2027, 12, 31),
    }  # fmt: skip
    return row(r.Inriktningsmal, n, text=text, **{**values, **changes})


def resultat(
    text: str = "Minst 76 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027.",
    n: int = 5,
    **changes: Any,
) -> r.Resultat:
    """A sound förväntat resultat of BUN's, under the first goal."""
    values = {
        "beteckning": f"BUN-{n}", "nummer": Nummer(f"1.{n}"), "inriktningsmal": "inriktningsmal-5", "namnd": "BUN",
        "period_fran": date(2027, 1, 1), "period_till": date(2027, 12, 31), "verksamheter": ("440",),
        "avstamd": date(2026, 3, 12),
    }  # fmt: skip
    return row(r.Resultat, n, text=text, **{**values, **changes})


def matt_on_mal(**changes: Any) -> r.Matt:
    """KF's mått on the first goal."""
    return _matt(5, **{"text": "Gymnasieexamen", "hor_till": "inriktningsmal-5", "agare": "KF", **changes})


def matt_on_resultat(n: int = 6, **changes: Any) -> r.Matt:
    """A mått on the first result."""
    return _matt(n, **{"text": "Godkänt i alla ämnen", "hor_till": "resultat-5", "agare": "BUN", **changes})


def _matt(n: int, **changes: Any) -> r.Matt:
    values = {
        "nummer": Nummer(f"M{n}"), "enhet": "%", "riktning": "högre", "kalla": "Kolada", "frekvens": "år",
        "basvarde": Decimal("72.8"), "basar": "2025", "mal_1": Decimal(76),
    }  # fmt: skip
    return row(r.Matt, n, **{**values, **changes})


def vp(**changes: Any) -> Verksamhetsplan:
    """BUN's plan for 2027."""
    decided = resultat()
    whole = Verksamhetsplan(
        head=head(Kind.VERKSAMHETSPLAN, "BUN", "BUN"),
        layout=layout(Kind.VERKSAMHETSPLAN),
        uppgifter=row(
            r.VpUppgifter, diarienummer="BUN 2026/117", framtagen_av="Förvaltningschef", inga_konflikter=True,
            inom_ram=True, delgiven=True, inga_ataganden=True, inga_satsningar=True,
        ),
        texter=row(r.VpText, inledning="Planen gäller året."),
        resultat=(
            row(r.VpResultat, 5, id=decided.id, nummer="1.5", text=str(decided.text), period_fran=decided.period_fran,
                period_till=decided.period_till, verksamheter=decided.verksamheter),
        ),
        matt=(vp_matt(),),
        aktiviteter=(aktivitet(),),
        uppdrag=(
            row(r.Uppdrag, 5, slag="statligt uppdrag eller åläggande", text="Förskola", kalla="reglemente"),
            row(r.Uppdrag, 6, id="uppdrag-5", nummer="U1", slag="uppdrag från kommunfullmäktige",
                text="Redovisa en lokalplan.", kalla="MRP"),
        ),
        ramar=(row(r.VpRam, 5, anslagsniva="Nämnden", mrp=Decimal(1000), andring=Decimal(0), ram=Decimal(1000)),),
        budget=(budgetrad("407", 5, personal=400), budgetrad("440", 6, personal=700, intakter=100)),
    )  # fmt: skip
    return replace(whole, **changes)


def vp_matt(**changes: Any) -> r.VpMatt:
    """The MRP's mått as it stands in the nämnd's workbook."""
    decided = matt_on_resultat()
    shared = ("text", "enhet", "riktning", "kalla", "frekvens", "basvarde", "basar", "mal_1", "mal_2", "mal_3")
    values = {name: getattr(decided, name) for name in shared}
    return row(
        r.VpMatt, 5, **{"id": decided.id, "nummer": decided.nummer, "hor_till": "resultat-5", **values, **changes}
    )


def aktivitet(text: str = "Införa lovskola i matematik för årskurs 8–9", n: int = 5, **changes: Any) -> r.Aktivitet:
    """A sound aktivitet under the first result."""
    values = {
        "nummer": Nummer(f"1.5.{n}"), "resultat": "resultat-5", "niva": "förvaltning",
        "beslutad_av": "Förvaltningschef", "verksamhet": "440", "ansvarig": "Rektor",
        "start": date(2027, 2, 1), "slut": date(2027, 6, 30),
    }  # fmt: skip
    return row(r.Aktivitet, n, text=text, **{**values, **changes})


def budgetrad(kod: str, n: int, **amounts: int) -> r.Budgetrad:
    """A row of the detaljbudget; amounts that are not given are 0."""
    nothing = {"intakter": 0, "personal": 0, "lokal": 0, "ovrigt": 0, "kapital": 0}
    return row(r.Budgetrad, n, verksamhet=kod, benamning=f"Verksamhet {kod}", **{**nothing, **amounts})


def settings_case(**changes: Any) -> InstallningarCase:
    """The sound settings, changed."""
    return InstallningarCase(installningar=installningar(**changes))


def mrp_case(**changes: Any) -> MrpCase:
    """The sound MRP, changed."""
    return MrpCase(mrp=mrp(**changes), installningar=installningar())


def vp_case(**changes: Any) -> VpCase:
    """The sound verksamhetsplan, changed, against the sound MRP."""
    return VpCase(vp=vp(**changes), mrp=mrp(), installningar=installningar())


def mrp_head(**values: Any) -> Head:
    """The MRP's head, changed."""
    return head(Kind.MRP, **values)


def vp_head(**values: Any) -> Head:
    """The verksamhetsplan's head, changed."""
    return head(Kind.VERKSAMHETSPLAN, "BUN", "BUN", **values)


def goal_case(*texts: str, **changes: Any) -> MrpCase:
    """An MRP whose only goals have these texts; the first has the changes too."""
    first, *rest = texts or ("Andelen elever som fullföljer sin skolgång ska öka.",)
    goals = (mal(first, **changes), *(mal(text, n) for n, text in enumerate(rest, 6)))
    return mrp_case(inriktningsmal=goals)


def result_case(*texts: str, **changes: Any) -> MrpCase:
    """An MRP with the sound result and one more for each text, with the changes."""
    return mrp_case(resultat=(resultat(), *(resultat(text, n, **changes) for n, text in enumerate(texts, 6))))
