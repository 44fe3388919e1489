"""The economy of a nämnd's follow-up: every amount is there, and deviations are explained and acted on (§ 4.1)."""

from collections.abc import Iterator

from schemas.uppfoljning import UfEkonomi as EkonomiSheet
from service.chain.ekonomi import ekonomi, namndens_ekonomi
from service.chain.figures import share
from service.findings import Level

from .cases import UppfoljningCase
from .limits import AVVIKELSE
from .registry import Breach, breach, rule
from .shown import tkr


@rule(
    "R64", paragraph="4.1", level=Level.FEL, title="Nämndens ekonomi är redovisad för varje verksamhet",
    codes=("R64-belopp",),
)  # fmt: skip
def every_amount_is_there(case: UppfoljningCase) -> Iterator[Breach]:
    """Rapporterna innehåller nämndernas ekonomiska redovisning (regler § 4.1)."""
    headings = {name: column.heading for name, column in EkonomiSheet.columns().items()}
    needed = ("utfall",) if case.uppfoljning.helar else ("budget", "utfall", "prognos")
    for row in case.uppfoljning.ekonomi:
        for name in needed:
            if getattr(row, name) is None:
                rubrik = headings[name].replace("{ar}", str(case.uppfoljning.head.ar))
                yield breach(case.uppfoljning.place(row, name), rubrik=rubrik, verksamhet=row.benamning)


@rule(
    "R61", "R64", paragraph="4.1", level=Level.FEL, title="Ett underskott har åtgärder", codes=("R61-underskott",)
)  # fmt: skip
def deficits_have_action(case: UppfoljningCase) -> Iterator[Breach]:
    """Analys och åtgärder sammanställs när ekonomin avviker (regler § 4.1)."""
    total = namndens_ekonomi(case.uppfoljning)
    known = all(row.prognos is not None or case.uppfoljning.helar for row in case.uppfoljning.ekonomi)
    if known and total.prognosavvikelse < 0 and not case.uppfoljning.texter.ekonomi_atgarder:
        place = case.uppfoljning.place(case.uppfoljning.texter, "ekonomi_atgarder")
        yield breach(place, belopp=tkr(-total.prognosavvikelse))


@rule(
    "R64", paragraph="4.1", level=Level.VARNING, title="Verksamheter som avviker från budgeten har en kommentar",
    codes=("R64-kommentar",),
)  # fmt: skip
def deviations_have_a_comment(case: UppfoljningCase) -> Iterator[Breach]:
    """Rapporterna innehåller finansiell analys (regler § 4.1)."""
    limit = AVVIKELSE.of(case.installningar)
    for row in case.uppfoljning.ekonomi:
        each = ekonomi(row, helar=case.uppfoljning.helar)
        percent = share(each.prognosavvikelse, each.budget_helar)
        if percent is not None and abs(percent) > limit and not row.kommentar:
            place = case.uppfoljning.place(row, "kommentar")
            yield breach(place, verksamhet=row.benamning, belopp=tkr(each.prognosavvikelse), mest=str(limit))
