"""Examples for the rules on follow-ups and accounts."""

from datetime import UTC, date, datetime
from decimal import Decimal

from service.chain import records as r
from service.chain.values import Decision

from .example import Example
from .followups import (
    bs_balans,
    bs_case,
    bs_drift,
    bs_head,
    bs_mal,
    uf,
    uf_aktivitet,
    uf_case,
    uf_ekonomi,
    uf_head,
    uf_matt,
    uf_resultat,
)  # fmt: skip
from .plans import installningar, row

EARLIER = (uf(),)
SHORT = {"status": "bedöms delvis uppfyllas", "analys": "Matematiken.", "atgard": "Lovskola",
         "atgard_ansvarig": "Rektor", "atgard_datum": date(2027, 12, 1)}  # fmt: skip
LOW = (uf_matt(utfall=Decimal(75)),)  # more than half of the way
GRUNDSKOLA = {"budget_helar": 1_000, "budget": 330, "utfall": 330}
ACTION = row(r.UfText, ekonomi_atgarder="Inköpsstopp.")


def short(**changes: object):
    """The result judged as partly met, with all that is asked for, changed."""
    return uf_case(resultat=(uf_resultat(**{**SHORT, **changes}),), matt=LOW)


def decided(kf: date, period: str = "T2", **head: object):
    """The accounts decided on a day."""
    case = {"rapporter": ()} if period == "AR" else None
    changes = {"uppgifter": row(r.BsUppgifter, diarienummer="KS 2027/310")}
    return bs_case(case, head=bs_head(period, decision=Decision("KF", kf, 131, "KS 2027/310"), **head), **changes)


def uploaded(day: date, period: str):
    """BUN's follow-up sent in on a day."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return uf_case(head=uf_head(period, inlamnad=at))


LEGAL_PARTS = dict.fromkeys(("oversikt", "styrning", "personal"), "Kommunen styrs med mål.")


def annual(day: date, **texts: str):
    """The year's accounts sent in on a day."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    year = (row(r.BsResultat, 5, post="Verksamhetens kostnader", utfall=-330),)
    return bs_case(
        {"rapporter": ()}, head=bs_head("AR", inlamnad=at), inriktningsmal=(bs_mal(status="uppfyllt"),),
        resultatrakning=year, texter=row(r.BsText, **{**LEGAL_PARTS, **texts}),
        uppgifter=row(r.BsUppgifter, diarienummer="KS 2027/310"),
    )  # fmt: skip


BUN = installningar().namnd("BUN")
assert BUN is not None

FOLLOWUPS = [
    Example("R07", "", uf_case(head=uf_head("T2")), uf_case(EARLIER, head=uf_head("T2"))),
    Example("R78-resultat", "uf_resultat", uf_case(resultat=()),
            uf_case(resultat=(uf_resultat(utgatt=True, status=""),))),
    Example("R78-aktivitet", "uf_aktivitet", uf_case(aktiviteter=()), uf_case()),
    Example("R60-resultat", "uf_resultat.status.5", uf_case(resultat=(uf_resultat(status=""),)),
            uf_case(resultat=(uf_resultat(status="kan ej bedömas"),))),
    Example("R60-aktivitet", "uf_aktivitet.status.5", uf_case(aktiviteter=(uf_aktivitet(status=""),)),
            uf_case(aktiviteter=(uf_aktivitet(status="genomförd"),))),
    Example("R60-matt", "uf_matt.utfall.5", uf_case(matt=(uf_matt(utfall=None),)),
            uf_case(matt=(uf_matt(utfall=None, ej_matt="Mäts i juni."),))),
    Example("R08", "uf_resultat.effekter.5", uf_case(resultat=(uf_resultat(effekter=""),)),
            uf_case(resultat=(uf_resultat(effekter="", utgatt=True),))),
    Example("R22-atgard", "uf_resultat.atgard_ansvarig.5", short(atgard_ansvarig=""), short()),
    Example("R61-analys", "uf_resultat.analys.5", short(analys=""), short()),
    Example("R61-aktivitet", "uf_aktivitet.kommentar.5", uf_case(aktiviteter=(uf_aktivitet(status="utgår"),)),
            uf_case(aktiviteter=(uf_aktivitet(status="pågår med avvikelse", kommentar="Sjukdom."),))),
    Example("R61-siffror", "uf_resultat.status.5", uf_case(matt=LOW), short()),
    Example("R59-fore", "", uploaded(date(2027, 4, 29), "T1"), uploaded(date(2027, 4, 30), "T1")),
    Example("R61-organ", "", uf_case(head=uf_head(decision=Decision("KS", date(2027, 5, 27), 61, "BUN 2027/64"))),
            uf_case(head=uf_head(decision=Decision("bun", date(2027, 5, 27), 61, "BUN 2027/64")))),
    Example("R64-belopp", "uf_ekonomi.prognos.5", uf_case(ekonomi=(uf_ekonomi(prognos=None, kommentar="Okänt."),)),
            uf_case(EARLIER * 2, head=uf_head("AR"), ekonomi=(uf_ekonomi(prognos=None, utfall=1_000),)),),
    Example("R61-underskott", "uf_text.ekonomi_atgarder.0", uf_case(ekonomi=(uf_ekonomi(prognos=1_001),)),
            uf_case(ekonomi=(uf_ekonomi(prognos=1_001),), texter=ACTION)),
    Example("R64-kommentar", "uf_ekonomi.kommentar.5", uf_case(ekonomi=(uf_ekonomi(prognos=979),)),
            uf_case(ekonomi=(uf_ekonomi(prognos=980),))),
    Example("R62", "", bs_case({"rapporter": (), "saknas": (BUN,)}), bs_case()),
    Example("R63-saknas", "bs_inriktningsmal", bs_case(inriktningsmal=()), bs_case()),
    Example("R63-status", "bs_inriktningsmal.status.5", bs_case(inriktningsmal=(bs_mal(status=""),)), bs_case()),
    Example("R63-motivering", "bs_inriktningsmal.bedomning.5", bs_case(inriktningsmal=(bs_mal(bedomning=""),)),
            bs_case()),
    Example("R60-kf-matt", "bs_matt.utfall.5", bs_case(matt=(uf_matt(r.BsMatt, utfall=None),)),
            bs_case(matt=(uf_matt(r.BsMatt, utfall=None, ej_matt="Mäts i mars."),))),
    Example("R64-namnd", "bs_drift.utfall.5", bs_case(drift=(bs_drift(utfall=329), bs_drift(namnd="", utfall=1,
            prognos=0, budget=0, budget_helar=0))), bs_case()),
    Example("R64-summa", "bs_drift", bs_case(drift=(bs_drift(), bs_drift(namnd="", utfall=0, prognos=1))), bs_case()),
    Example("L6-bokslut-balans", "bs_balanspost",
            bs_case(balans=bs_balans(151), kassaflode=(row(r.BsKassaflode, 5, post="Årets resultat", utfall=51),)),
            bs_case()),
    Example("L6-bokslut-kassa", "bs_kassaflodespost",
            bs_case(kassaflode=(row(r.BsKassaflode, 5, post="Årets resultat", utfall=49),)), bs_case()),
    Example("L6-bokslut-tomt", "bs_balanspost.utfall.7",
            bs_case(balans=(*bs_balans(), row(r.BsBalans, 7, post="Avsättningar", forra=None, utfall=None))),
            bs_case(balans=(*bs_balans(), row(r.BsBalans, 7, post="Avsättningar", forra=0, utfall=0)))),
    Example("R64-del", "bs_text.styrning.0", annual(date(2028, 4, 15), styrning=""), annual(date(2028, 4, 15))),
    Example("L1", "bokslut.lagstadgad.0", bs_case({"rapporter": (uf(),)}, head=bs_head("T1", decision=Decision(
            "KF", date(2027, 6, 16), 84, "KS 2027/310"))), bs_case()),
    Example("L2", "", decided(date(2027, 11, 1)), decided(date(2027, 10, 31))),
    Example("L3", "", annual(date(2028, 4, 16)), annual(date(2028, 4, 15))),
]  # fmt: skip
