"""The operating budget: frames per nämnd and anslagsbindningsnivå, why they change, and what was changed later."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.chain import figures
from service.chain.plans import Installningar, Mrp
from service.chain.records import Ram, Tkr

from .contract import told
from .wording import decided, organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Driftrad:
    """A frame, or the sum of several, in tkr; net cost is positive."""

    rubrik: str = field(metadata=told("Nämnd, med anslagsbindningsnivå där nämnden har flera.", "Socialnämnden"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    niva: str = field(metadata=told("Anslagsbindningsnivå.", "Nämnden"))
    bokslut: Tkr | None = field(metadata=told("Bokslut två år före planåret.", "1 050 000"))
    budget_forra: Tkr | None = field(metadata=told("Budget året före planåret.", "1 088 700"))
    preliminar: Tkr | None = field(metadata=told("Preliminär ram i februari.", "1 116 300"))
    ram_1: Tkr | None = field(metadata=told("Ram för planåret.", "1 121 300"))
    ram_2: Tkr | None = field(metadata=told("Plan för andra året.", "1 149 300"))
    ram_3: Tkr | None = field(metadata=told("Plan för tredje året.", "1 178 000"))
    forandring: Tkr | None = field(metadata=told("Ram minus föregående års budget.", "32 600"))
    mot_preliminar: Tkr | None = field(metadata=told("Ram minus preliminär ram.", "5 000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forandringsrad:
    """Why a frame changes."""

    post: str = field(metadata=told("Vad ändringen avser.", "Pris- och löneuppräkning"))
    belopp: Tkr | None = field(metadata=told("Belopp i tkr.", "27 200"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forandringsdel:
    """A nämnd's changes with their sum."""

    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    rader: tuple[Forandringsrad, ...] = field(metadata=told("Ändringarna."))
    summa: Tkr = field(metadata=told("Ändringarnas summa i tkr.", "32 600"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SenareRad:
    """A change of a frame that KF decided after the plan was adopted."""

    rubrik: str = field(metadata=told("Nämnd, med anslagsbindningsnivå där nämnden har flera.", "Socialnämnden"))
    niva: str = field(metadata=told("Anslagsbindningsnivå.", "Nämnden"))
    avser: str = field(metadata=told("Vad ändringen avser.", "Statsbidrag äldreomsorg"))
    beslut: str = field(metadata=told("Kommunfullmäktiges beslut.", "25 november 2026 § 143"))
    belopp: Tkr | None = field(metadata=told("Ändring i tkr.", "1 500"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Driftbudget:
    """The operating budget of the municipality."""

    rader: tuple[Driftrad, ...] = field(metadata=told("En rad för varje nämnd och anslagsbindningsnivå."))
    summa: Driftrad = field(metadata=told("Alla ramar tillsammans."))
    forandringar: tuple[Forandringsdel, ...] = field(metadata=told("Ramförändringar, nämnd för nämnd."))
    senare: tuple[SenareRad, ...] = field(metadata=told("Ändringar efter att planen antogs."))


def driftbudget_of(mrp: Mrp, installningar: Installningar) -> Driftbudget:
    """The operating budget, nämnder in the municipality's order."""
    koder = namnd_order(mrp, installningar)
    parts = [forandringsdel_of(mrp, kod, installningar) for kod in koder]
    return Driftbudget(
        rader=tuple(rad for kod in koder for rad in driftrader_of(mrp, kod, installningar)),
        summa=summarad(mrp.ramar, "Summa"),
        forandringar=tuple(part for part in parts if part.rader),
        senare=tuple(rad for kod in koder for rad in senare_of(mrp, kod, installningar)),
    )


def namnd_order(mrp: Mrp, installningar: Installningar) -> tuple[str, ...]:
    """The codes of all nämnder in their order; those that only the plan knows come last, so that no frame is lost."""
    ordered = [namnd.kod for namnd in installningar.ordered(mrp.head.ar)]
    framed = [row.namnd for row in mrp.ramar]
    changed = [row.namnd for row in mrp.ramforandringar] + [row.namnd for row in mrp.ramandringar]
    return tuple(dict.fromkeys([*ordered, *framed, *changed, *(row.namnd for row in mrp.investeringar)]))


def driftrader_of(mrp: Mrp, kod: str, installningar: Installningar) -> tuple[Driftrad, ...]:
    """A nämnd's frames, a row for each anslagsbindningsnivå."""
    return tuple(
        _driftrad([ram], _rubrik(mrp, kod, ram.anslagsniva, installningar), organ(kod, installningar), ram.anslagsniva)
        for ram in mrp.namnd_ramar(kod)
    )


def summarad(ramar: Sequence[Ram], rubrik: str) -> Driftrad:
    """Frames summed under a heading."""
    return _driftrad(ramar, rubrik, rubrik, "")


def forandringsdel_of(mrp: Mrp, kod: str, installningar: Installningar) -> Forandringsdel:
    """A nämnd's changes of frame; without rows when there are none."""
    rows = [row for row in mrp.ramforandringar if row.namnd == kod]
    return Forandringsdel(
        namnd=organ(kod, installningar),
        rader=tuple(Forandringsrad(post=row.post, belopp=row.belopp) for row in rows),
        summa=figures.summa_ramforandringar(rows),
    )


def senare_of(mrp: Mrp, kod: str, installningar: Installningar) -> tuple[SenareRad, ...]:
    """What KF has changed in a nämnd's frame since."""
    return tuple(
        SenareRad(
            rubrik=_rubrik(mrp, kod, row.anslagsniva, installningar),
            niva=row.anslagsniva,
            avser=row.avser,
            beslut=decided(row.datum, row.paragraf),
            belopp=row.belopp,
        )
        for row in mrp.ramandringar
        if row.namnd == kod
    )


def _rubrik(mrp: Mrp, kod: str, niva: str, installningar: Installningar) -> str:
    name = organ(kod, installningar)
    return f"{name}, {niva[:1].lower()}{niva[1:]}" if len(mrp.namnd_ramar(kod)) > 1 else name


def _driftrad(ramar: Sequence[Ram], rubrik: str, namnd: str, niva: str) -> Driftrad:
    total = figures.summa_ramar(ramar)
    return Driftrad(
        rubrik=rubrik,
        namnd=namnd,
        niva=niva,
        bokslut=total.bokslut,
        budget_forra=total.budget_forra,
        preliminar=total.preliminar,
        ram_1=total.ram_1,
        ram_2=total.ram_2,
        ram_3=total.ram_3,
        forandring=total.forandring,
        mot_preliminar=total.mot_preliminar,
    )
