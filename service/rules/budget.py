"""The detaljbudget against the frames, and what results may cost (regler § 1.4, 2.3 and 5.2)."""

from collections.abc import Iterator

from schemas.verksamhetsplan import Detaljbudget
from service.chain import figures
from service.findings import Level

from .cases import MrpCase, VpCase
from .registry import Breach, breach, rule
from .shown import tkr

AMOUNTS = ("intakter", "personal", "lokal", "ovrigt", "kapital")


@rule(
    "R79", paragraph="5.2", level=Level.FEL,
    title="Detaljbudgeten har rader och inga negativa belopp", codes=("R79-tom", "R79-minus")
)  # fmt: skip
def rows_and_signs(case: VpCase) -> Iterator[Breach]:
    """Detaljbudgeten visar hur nämnden fördelar sina resurser (regler § 5.2)."""
    headings = {name: column.heading for name, column in Detaljbudget.columns().items()}
    if not case.vp.budget:
        yield breach(case.vp.sheet_place("budgetrad"), code="R79-tom")
    for rad in case.vp.budget:
        for name in AMOUNTS:
            amount = getattr(rad, name)
            if amount is not None and amount < 0:
                yield breach(case.vp.place(rad, name), tkr(amount), code="R79-minus", rubrik=headings[name])


@rule(
    "R80", "R23", paragraph="5.2", level=Level.FEL, title="Detaljbudgeten stämmer med ramen",
    codes=("R80-over", "R80-under", "R80-niva", "R80-ram"),
)  # fmt: skip
def equals_the_frame(case: VpCase) -> Iterator[Breach]:
    """Planen ryms i ramen (regler § 1.4) och detaljbudgeten följer besluten i mål- och resursplanen (regler § 5.2).

    Prövas på varje anslagsbindningsnivå, exakt i tkr, mot ramen med kommunfullmäktiges senare ändringar.
    """
    frames = figures.ram_att_fordela(case.mrp, case.namnd)
    if not frames:
        namn = case.installningar.namnd_namn(case.namnd)
        yield breach(case.vp.sheet_place("vp_ram"), code="R80-ram", namnd=namn)
    elif case.vp.budget:
        yield from _without_level(case, frames)
        yield from _differences(case, frames)


@rule("R49", paragraph="2.3", level=Level.VARNING, title="Resultatens kostnader ryms i ramen", codes=("R49-kostnad",))
def results_within_frames(case: MrpCase) -> Iterator[Breach]:
    """Förväntade resultat ska hanteras inom beslutade budgetramar (regler § 2.3)."""
    for kod in dict.fromkeys(resultat.namnd for resultat in case.mrp.gallande_resultat):
        costly = [resultat for resultat in case.mrp.namnd_resultat(kod) if resultat.kostnad]
        total = sum(resultat.kostnad or 0 for resultat in costly)
        ram = sum(figures.ram_att_fordela(case.mrp, kod).values())
        if costly and total > ram:
            place, namn = case.mrp.place(costly[-1], "kostnad"), case.installningar.namnd_namn(kod)
            yield breach(place, tkr(costly[-1].kostnad or 0), namnd=namn, summa=tkr(total), ram=tkr(ram))


def _without_level(case: VpCase, frames: dict[str, int]) -> Iterator[Breach]:
    for rad in case.vp.budget:
        niva = figures.niva_for(rad, case.namnd, case.mrp, case.installningar)
        if niva not in frames:
            levels = ", ".join(f"”{name}”" for name in frames)
            place, namn = case.vp.place(rad, "verksamhet"), rad.benamning or rad.verksamhet
            yield breach(place, rad.verksamhet, code="R80-niva", verksamhet=namn, nivaer=levels)


def _differences(case: VpCase, frames: dict[str, int]) -> Iterator[Breach]:
    nets = figures.netto_per_niva(case.vp, case.mrp, case.installningar)
    for niva, differens in figures.differens_per_niva(case.vp, case.mrp, case.installningar).items():
        if niva in frames and differens:
            details = {
                "niva": niva,
                "netto": tkr(nets[niva]),
                "ram": tkr(frames[niva]),
                "differens": tkr(abs(differens)),
            }
            code = "R80-over" if differens > 0 else "R80-under"
            yield breach(case.vp.sheet_place("budgetrad"), code=code, **details)
