"""Filling the follow-ups' prefilled workbooks with what the sample's source says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from samples.markup import styled_markup
from samples.source.plans import AR, MRP, VERKSAMHETSPLANER, numbers
from samples.source.uppfoljning import PERIODS, berattelse, bokslut, ekonomi, matt, resultat, texter
from schemas.sheets import Record
from schemas.text import StyledText, styled
from schemas.workbooks import Period
from service.chain.maluppfyllelse import put_together
from service.chain.records import UfMatt
from service.chain.skalor import DEFAULT_STATUSORD, MALUPPFYLLELSE, PROGNOS, Betydelse, Skala
from service.chain.utfall import Granser, mattlage
from service.workbooks import Content

Rows = Mapping[str, Sequence[Record]]
_LABELS = {number: label for label, number in numbers(MRP.rows).items()}


def filled_uppfoljning(content: Content, kod: str, period: str) -> Content:
    """A nämnd's follow-up with its source's values in the open cells."""
    rows = {key: list(given) for key, given in content.records.items()}
    rows["uf_matt"] = [_matt(row, period) for row in rows["uf_matt"]]
    rows["uf_resultat"] = [_resultat(row, rows["uf_matt"], period) for row in rows["uf_resultat"]]
    rows["uf_aktivitet"] = [_aktivitet(row, period) for row in rows["uf_aktivitet"]]
    rows["uf_uppdrag"] = [_with(row, **_uppdrag(period)) for row in rows["uf_uppdrag"]]
    rows["uf_ekonomi"] = _ekonomi(rows["uf_ekonomi"], kod, period)
    rows["uf_investering"] = _investeringar(rows["uf_investering"], kod, period)
    rows["uf_personal"] = _personal(rows["uf_personal"], *_staff(kod, period))
    rows["uppfoljning"] = [_with(rows["uppfoljning"][0], **_facts(kod, period))]
    empty = Record("uf_text", 0, "", {})
    rows["uf_text"] = [_with((rows.get("uf_text") or [empty])[0], **_texts(kod, period))]
    return replace(content, records=rows)


def filled_bokslut(content: Content, period: str) -> Content:
    """The municipality's workbook with its source's values in the open cells."""
    rows = {key: list(given) for key, given in content.records.items()}
    rows["bokslut"] = [_with(
        rows["bokslut"][0], diarienummer=bokslut.DIARIENUMMER[period], framtagen_av="Ekonomichef",
        lagstadgad=True if period == "T2" else None, intranat=True, hemsida=True, amnesomrade="Ekonomi och styrning",
    )]  # fmt: skip
    texts = {name: styled_markup(text) for name, text in berattelse.TEXTER[period].items()}
    rows["bs_text"] = [_with((rows.get("bs_text") or [Record("bs_text", 0, "", {})])[0], **texts)]
    rows["bs_matt"] = [_matt(row, period) for row in rows["bs_matt"]]
    rows["bs_inriktningsmal"] = [_mal(row, rows["bs_matt"], period) for row in rows["bs_inriktningsmal"]]
    rows["bs_finansmal"] = [_with(row, **_read(bokslut.FINANSMAL[period])) for row in rows["bs_finansmal"]]
    for key, values in (
        ("bs_resultatpost", bokslut.RESULTATRAKNING), ("bs_kassaflodespost", bokslut.KASSAFLODE),
        ("bs_balanspost", bokslut.BALANS),
    ):  # fmt: skip
        if period in values:
            rows[key] = [_statement(row, values[period][row.values["post"]]) for row in rows[key]]
    rows["bs_drift"] = [_drift(row, content, period) for row in rows["bs_drift"]]
    given = bokslut.BALANSKRAV[period]
    rows["bs_balanskravspost"] = [
        _with(row, utfall=_number(given.get(row.values["post"], (0, 0))[0])) for row in rows["bs_balanskravspost"]
    ]
    rows["bs_personal"] = _personal(rows["bs_personal"], *bokslut.PERSONAL[period])
    return replace(content, records=rows)


def _matt(row: Record, period: str) -> Record:
    name = row.values["text"]
    t1, t2, prognos, year = matt.MATT[name]
    utfall = {"T1": t1, "T2": t2, "AR": year}[period]
    expected = {"T1": matt.PROGNOS_T1.get(name), "T2": prognos, "AR": None}[period]
    reason = "" if utfall else matt.SKAL.get(name, matt.ARLIGT)
    return _with(row, utfall=_number(utfall), prognos=_number(expected), ej_matt=reason)


def _status(rows: Sequence[Record], nummer: str, period: str) -> Betydelse:
    """What the mått on a result or goal say."""
    own = [row for row in rows if row.values["hor_till"] == nummer]
    values = (UfMatt(**{name: value for name, value in row.values.items() if name != "id"}) for row in own)
    return put_together(mattlage(each, Granser(), helar=period == "AR").status for each in values)


def _word(status: Betydelse, period: str) -> str:
    scale = MALUPPFYLLELSE if period == "AR" else PROGNOS
    return Skala([(ord, means) for name, ord, means in DEFAULT_STATUSORD if name == scale]).ord_for(status)


def _resultat(row: Record, matten: Sequence[Record], period: str) -> Record:
    text = resultat.RESULTAT[_LABELS[row.values["nummer"]]]
    status = _status(matten, row.values["nummer"], period)
    word = (text.egen or {}).get(period) or _word(status, period)
    values: dict[str, Any] = {
        "status": word, "analys": styled(text.slut if period == "AR" else text.lage), "effekter": styled(text.effekter)
    }  # fmt: skip
    if status in (Betydelse.DELVIS, Betydelse.EJ):
        deadline = date(AR + 1, 6, 30) if period == "AR" else date(AR, 12, 15)
        values |= {"atgard": styled(text.atgard), "atgard_ansvarig": text.ansvarig, "atgard_datum": deadline}
    return _with(row, **values)


def _mal(row: Record, matten: Sequence[Record], period: str) -> Record:
    """Kommunstyrelsen judges with care: a goal that its mått say is met is judged as partly met by its results."""
    text = bokslut.MAL[_LABELS[row.values["nummer"]]][PERIODS.index(period)]
    known = _status(matten, row.values["nummer"], period) is not Betydelse.OKANT
    status = Betydelse.DELVIS if known or period == "AR" else Betydelse.OKANT
    return _with(row, status=_word(status, period), bedomning=styled(text))


_DELAYED = ("Starta närvaroteam på tre skolor", "Dela in hemtjänsten i mindre lag", "Kartlägga och omfördela")


def _aktivitet(row: Record, period: str) -> Record:
    """An activity as its dates say, but for those that are delayed."""
    end, delayed = Period(period).last_day(AR), str(row.values["text"]).startswith(_DELAYED)
    start, slut = row.values["start"], row.values["slut"]
    if start and start > end:
        return _with(row, status="ej påbörjad")
    if slut and slut <= end and not (delayed and period != "AR"):
        return _with(row, status="genomförd")
    if delayed:
        return _with(row, status="pågår med avvikelse", kommentar=styled("Bemanningen är inte klar; ny tid är satt."))
    return _with(row, status="pågår enligt plan")


def _uppdrag(period: str) -> dict[str, Any]:
    if period == "AR":
        return {"status": "genomförd", "uppfoljning": styled("Utfört under året enligt planen.")}
    return {"status": "pågår enligt plan", "uppfoljning": styled("Utförs löpande.")}


def _ekonomi(rows: Sequence[Record], kod: str, period: str) -> list[Record]:
    budget, outcome, expected = ekonomi.NAMNDER[kod][period]
    years = [int(row.values["budget_helar"]) for row in rows]
    shares = years if period == "AR" else ekonomi.shared(budget, years)
    now, later = (
        _deviating(rows, kod, given, total)
        for given, total in ((shares, outcome), (years, expected))
    )  # fmt: skip
    why = {code: text for code, _, text in ekonomi.AVVIKER.get(kod, ())}
    large = years.index(max(years))
    made = []
    for n, row in enumerate(rows):
        comment = why.get(row.values["verksamhet"]) or (ekonomi.KOMMENTAR if n == large else "")
        values = {"utfall": Decimal(now[n]), "kommentar": styled(comment)}
        if period != "AR":
            values |= {"budget": Decimal(shares[n]), "prognos": Decimal(later[n])}
        made.append(_with(row, **values))
    return made


def _deviating(rows: Sequence[Record], kod: str, budget: Sequence[int], total: int) -> list[int]:
    """Each verksamhet's outcome: its budget and its share of the nämnd's deviation; the largest takes the rest."""
    deviation = total - sum(budget)
    codes = [row.values["verksamhet"] for row in rows]
    parts = list(budget)
    for code, percent, _ in ekonomi.AVVIKER.get(kod, ()):
        parts[codes.index(code)] += deviation * percent // 100
    parts[list(budget).index(max(budget))] += total - sum(parts)
    return parts


def _investeringar(rows: Sequence[Record], kod: str, period: str) -> list[Record]:
    august, expected, year = ekonomi.INVESTERINGAR[kod]
    weights = [int(row.values["budget_helar"]) for row in rows]
    outcome = ekonomi.shared({"T1": august // 2, "T2": august, "AR": year}[period], weights)
    later = ekonomi.shared(expected, weights)
    return [
        _with(row, utfall=Decimal(outcome[n]), prognos=None if period == "AR" else Decimal(later[n]))
        for n, row in enumerate(rows)
    ]


def _personal(rows: Sequence[Record], people: int, absence: str) -> list[Record]:
    """The usual figures, made of the number of årsarbetare and the total absence."""
    total = Decimal(absence)
    values = [
        Decimal(people), Decimal(people + people // 12), total, total + Decimal("0.6"), total - Decimal("1.4"),
        total - Decimal("0.8"), total - Decimal("0.2"), total + Decimal("0.5"), Decimal("38.5"),
    ]  # fmt: skip
    return [
        _with(row, utfall=value, forra=value + (Decimal(2) if n < 2 else Decimal("0.3")))
        for n, (row, value) in enumerate(zip(rows, values, strict=True))
    ]


_CHANGED = {"T1": "0.4", "T2": "0", "AR": "-0.1"}  # the absence, from what it was after August


def _staff(kod: str, period: str) -> tuple[int, str]:
    people, absence = texter.PERSONAL[kod]
    return people, str(Decimal(absence) + Decimal(_CHANGED[period]))


def _facts(kod: str, period: str) -> dict[str, Any]:
    plan = VERKSAMHETSPLANER[kod].forms["verksamhetsplan"]
    kept = {name: plan[name] for name in ("framtagen_av", "dokumentagare", "dokumentansvarig", "amnesomrade")}
    dnr = texter.DIARIENUMMER[kod][PERIODS.index(period)]
    return {**kept, "diarienummer": dnr, "beloppsenhet": "tkr", "intranat": True, "hemsida": True}


def _texts(kod: str, period: str) -> dict[str, StyledText]:
    n = PERIODS.index(period)
    _, _, expected = ekonomi.NAMNDER[kod][period]
    year = ekonomi.NAMNDER[kod]["AR"][0]
    difference = year - expected
    word = "överskott" if difference > 0 else "underskott"
    amount = f"{abs(difference):,}".replace(",", "\u00a0")
    money = f"ett {word} på {amount} tkr" if difference else "ett resultat i balans"
    verb = "redovisar" if period == "AR" else "räknar för året med"
    analysis = texter.ANALYS[kod] if period != "T1" else texter.ANALYS_T1.get(kod, texter.ANALYS[kod])
    texts = {
        "sammanfattning": f"{texter.SAMMANFATTNING[kod][n]}\n\nNämnden {verb} {money}.",
        "handelser": texter.HANDELSER[kod][n], "ekonomi": analysis,
        "ekonomi_atgarder": texter.ATGARDER.get(kod, ""), "framatblick": texter.FRAMATBLICK[kod],
        "maluppfyllelse": "Bedömningen bygger på måtten och på läget för aktiviteterna.",
        "uppdrag": "Uppdrag och åtaganden har skötts enligt planen.",
        "investeringar": "Investeringarna följer i stort budgeten.",
        "personal": "Sjukfrånvaron är något lägre än samma period året innan.",
    }  # fmt: skip
    return {name: styled(text) for name, text in texts.items() if text}


def _statement(row: Record, values: tuple[int, int, int | None]) -> Record:
    before, outcome, expected = values
    return _with(row, forra=Decimal(before), utfall=Decimal(outcome), prognos=_number(expected))


def _drift(row: Record, content: Content, period: str) -> Record:
    """A row of the driftredovisning; those of nämnder that have reported stand there already."""
    if row.id in content.locked_rows:
        return row
    namnd, post = row.values["namnd"], row.values["post"]
    budget, outcome, expected = ekonomi.NAMNDER[namnd][period] if namnd else bokslut.CENTRALT[period][post]
    return _with(row, budget=Decimal(budget), utfall=Decimal(outcome), prognos=Decimal(expected))


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    read: Mapping[str, Callable[[Any], Any]] = {"utfall": Decimal, "prognos": Decimal, "kommentar": styled}
    return {name: read.get(name, str)(value) for name, value in values.items()}


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _with(row: Record, **values: Any) -> Record:
    return replace(row, values={**row.values, **values})
