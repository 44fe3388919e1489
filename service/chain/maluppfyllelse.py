"""How results and goals are met: what their figures say, what the nämnd judges, and how judgements are put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .followups import Bokslut, Uppfoljning
from .plans import Installningar, Mrp
from .records import BsInriktningsmal, Inriktningsmal, UfAktivitet, UfResultat
from .skalor import Betydelse, bedomningsskala, betydelse
from .utfall import Granser, Mattlage, granser, mattlage

REGEL = (
    "Ett mål är uppfyllt när alla dess resultat är uppfyllda, och ej uppfyllt när inget av dem är ens delvis uppfyllt; "
    "annars är det delvis uppfyllt. Resultat som inte kan bedömas räknas inte; kan inget bedömas kan inte heller målet."
)
Antal = Mapping[Betydelse, int]


@dataclass(frozen=True, slots=True)
class Resultatlage:
    """Where a result stands: the nämnd's own judgement, what the mått say, and whether the two disagree."""

    namnd: str
    resultat: UfResultat
    bedomning: Betydelse
    siffror: Betydelse
    matt: tuple[Mattlage, ...] = ()
    aktiviteter: tuple[UfAktivitet, ...] = ()

    @property
    def skiljer(self) -> bool:
        """Whether judgement and figures disagree; where either cannot be said they do not."""
        both = {self.bedomning, self.siffror}
        return len(both) == 2 and Betydelse.OKANT not in both


@dataclass(frozen=True, slots=True)
class Mallage:
    """Where an inriktningsmål stands: the results that contribute, how many of each judgement, and those put together
    (`REGEL`). `bedomning` is kommunstyrelsens own, `egna` kommunfullmäktiges own mått; a nämnd's report has neither."""

    mal: Inriktningsmal
    resultat: tuple[Resultatlage, ...]
    sammanvagd: Betydelse
    antal: Antal
    bedomd: BsInriktningsmal | None = None
    bedomning: Betydelse = Betydelse.OKANT
    egna: tuple[Mattlage, ...] = ()


def put_together(parts: Iterable[Betydelse]) -> Betydelse:
    """Judgements as one, by `REGEL`: of mått to a result, of results to a goal."""
    known = {part for part in parts if part is not Betydelse.OKANT}
    if not known:
        return Betydelse.OKANT
    return known.pop() if len(known) == 1 else Betydelse.DELVIS


def counted(parts: Iterable[Betydelse]) -> Antal:
    """How many of each judgement, in the scale's order, those that none have too."""
    found = list(parts)
    return {each: found.count(each) for each in Betydelse}


def resultatlagen(uppfoljning: Uppfoljning, installningar: Installningar) -> tuple[Resultatlage, ...]:
    """Where each result of a nämnd stands, in order; those that have been dropped are left out."""
    skala, limits = bedomningsskala(installningar, uppfoljning.head.period), granser(installningar)
    return tuple(
        _resultatlage(uppfoljning, row, betydelse(skala, row.status), limits)
        for row in uppfoljning.resultat
        if not row.utgatt
    )


def mallagen(
    lagen: Iterable[Resultatlage], mrp: Mrp, installningar: Installningar, bokslut: Bokslut | None = None
) -> tuple[Mallage, ...]:
    """Where each goal in force stands, with the results given; goals without any are there too when the municipality's
    own judgement is (`bokslut`)."""
    found = list(lagen)
    parents = {resultat.id: resultat.inriktningsmal for resultat in mrp.resultat}
    made = []
    for mal in mrp.gallande_mal:
        under = tuple(each for each in found if parents.get(each.resultat.id) == mal.id)
        if under or bokslut is not None:
            made.append(_mallage(mal, under, installningar, bokslut))
    return tuple(made)


def _resultatlage(uppfoljning: Uppfoljning, row: UfResultat, bedomning: Betydelse, limits: Granser) -> Resultatlage:
    matt = tuple(mattlage(each, limits, helar=uppfoljning.helar) for each in uppfoljning.matt_for(row))
    siffror = put_together(each.status for each in matt)
    return Resultatlage(uppfoljning.head.namnd, row, bedomning, siffror, matt, uppfoljning.aktiviteter_for(row))


def _mallage(
    mal: Inriktningsmal, under: tuple[Resultatlage, ...], installningar: Installningar, bokslut: Bokslut | None
) -> Mallage:
    parts = [each.bedomning for each in under]
    bedomd = bokslut.mal(mal.id) if bokslut else None
    if bokslut is None or bedomd is None:
        return Mallage(mal, under, put_together(parts), counted(parts))
    skala, limits = bedomningsskala(installningar, bokslut.head.period), granser(installningar)
    egna = tuple(mattlage(each, limits, helar=bokslut.helar) for each in bokslut.matt_for(bedomd))
    return Mallage(mal, under, put_together(parts), counted(parts), bedomd, betydelse(skala, bedomd.status), egna)
