"""The uppdragsdialog with each nämnd, where the förväntade resultat are agreed (regler § 1.3)."""

from collections.abc import Iterator

from service.findings import Level

from .cases import MrpCase, Stage
from .registry import Breach, breach, rule
from .roles import planning, same_code


@rule(
    "R14", paragraph="1.3", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Uppdragsdialog har hållits med varje nämnd", codes=("R14-saknas", "R14-tom")
)  # fmt: skip
def dialogue_with_each(case: MrpCase) -> Iterator[Breach]:
    """Uppdragsdialog med nämnderna sker i den årliga budgetberedningen (regler § 1.3)."""
    for namnd in planning(case.installningar, case.mrp.head.ar):
        if not any(same_code(dialog.namnd, namnd.kod) for dialog in case.mrp.dialoger):
            yield breach(case.mrp.sheet_place("dialog"), code="R14-saknas", namnd=namnd.namn, kod=namnd.kod)
    for dialog in case.mrp.dialoger:
        namn = case.installningar.namnd_namn(dialog.namnd)
        if not dialog.narvarande:
            yield breach(case.mrp.place(dialog, "narvarande"), code="R14-tom", namnd=namn, saknas="vilka som var med")
        if not dialog.anteckning:
            yield breach(
                case.mrp.place(dialog, "anteckning"), code="R14-tom", namnd=namn, saknas="vad ni kom fram till"
            )


@rule(
    "R45", "R15", paragraph="1.3", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Resultatet är accepterat i uppdragsdialogen", codes=("R45-accepterat",)
)  # fmt: skip
def accepted(case: MrpCase) -> Iterator[Breach]:
    """Nämndernas förväntade resultat stäms av utifrån inriktningsmålen (regler § 1.3 och 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        if not resultat.avstamd:
            namn = case.installningar.namnd_namn(resultat.namnd)
            yield breach(case.mrp.place(resultat, "avstamd"), namnd=namn)


@rule("R15", paragraph="1.3", level=Level.VARNING, most=Level.VARNING, stage=Stage.ADOPT,
      title="Resultaten stämdes av före beslutet")  # fmt: skip
def agreed_before_decision(case: MrpCase) -> Iterator[Breach]:
    """De förväntade resultaten stäms av i dialogen och fastställs sedan i beslutet (regler § 1.3)."""
    decision = case.mrp.head.decision
    for resultat in case.mrp.gallande_resultat:
        if decision and resultat.avstamd and resultat.avstamd > decision.datum:
            place, dag = case.mrp.place(resultat, "avstamd"), decision.datum.isoformat()
            yield breach(place, resultat.avstamd.isoformat(), beslut=dag)
