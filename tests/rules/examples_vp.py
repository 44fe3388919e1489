"""Examples for the rules on a nämnd's verksamhetsplan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from schemas.text import styled
from service.chain import records as r
from service.chain.values import State
from service.rules import VpCase

from .example import Example
from .plans import (
    aktivitet,
    budgetrad,
    installningar,
    matt_on_resultat,
    mrp,
    mrp_head,
    resultat,
    row,
    vp,
    vp_case,
    vp_head,
    vp_matt,
)  # fmt: skip


def active(text: str = "Införa lovskola i matematik", **changes: object) -> VpCase:
    """The plan with its only activity changed."""
    return vp_case(aktiviteter=(aktivitet(text, **changes),))


def stated(**changes: object) -> VpCase:
    """The plan with its form changed."""
    return vp_case(uppgifter=replace(vp().uppgifter, **changes))


def shown(**changes: object) -> VpCase:
    """The plan with its locked result changed."""
    return vp_case(resultat=(replace(vp().resultat[0], **changes),))


def tasks(*rows: r.Uppdrag, **form: object) -> VpCase:
    """The plan with other tasks and another form."""
    return vp_case(uppdrag=rows, uppgifter=replace(vp().uppgifter, **form))


def two_results(*activities: r.Aktivitet) -> VpCase:
    """The plan where the nämnd has a second result."""
    second = resultat("Högst 9 procent av eleverna har hög frånvaro hela hösten.", 6)
    whole = mrp(
        resultat=(resultat(), second), matt=(*mrp().matt, matt_on_resultat(7, hor_till=second.id, text="Frånvaro"))
    )
    also = row(r.VpResultat, 6, id=second.id, text=str(second.text), period_fran=second.period_fran,
               period_till=second.period_till, verksamheter=second.verksamheter)  # fmt: skip
    matt = (vp_matt(), vp_matt(id="matt-7", hor_till=second.id, text="Frånvaro"))
    plan = vp(resultat=(*vp().resultat, also), aktiviteter=activities, matt=matt)
    return VpCase(vp=plan, mrp=whole, installningar=installningar())


def under(**changes: object) -> VpCase:
    """The plan where the MRP's only result is changed, as is the nämnd's copy of it."""
    decided = resultat(**changes)
    return replace(vp_case(), mrp=mrp(resultat=(decided,)))


def repeated(*years: int) -> VpCase:
    """The plan with adopted plans of earlier years that hold the same activity."""
    earlier = tuple(vp(head=vp_head(ar=ar)) for ar in years)
    return replace(vp_case(), earlier=earlier)


def own_matt(riktning: str) -> VpCase:
    """The plan with a mått of the nämnd's own, spelled like the decided one."""
    own = vp_matt(id="x", row=9, riktning=riktning, egen=True, text="Godkänt i alla ämnen")
    return vp_case(matt=(vp_matt(), own))


def budget(*rows: r.Budgetrad) -> VpCase:
    return vp_case(budget=rows)


def levels(niva: str) -> VpCase:
    """BUN's frame on two anslagsbindningsnivåer; förskola is on one, grundskola on `niva`."""
    settings = installningar()
    verksamheter = tuple(replace(v, anslagsniva=niva if v.kod == "440" else "Skatt") for v in settings.verksamheter)
    ram = mrp().ramar[0]
    ramar = (replace(ram, anslagsniva="Skatt", ram_1=400), replace(ram, anslagsniva="Taxa", ram_1=600))
    return VpCase(vp=vp(), mrp=mrp(ramar=ramar), installningar=replace(settings, verksamheter=verksamheter))


def changed_frame(belopp: int) -> VpCase:
    """KF has changed the frame since, and the nämnd has spread 1 100."""
    later = row(r.Ramandring, 5, namnd="BUN", anslagsniva="Nämnden", belopp=belopp, datum=date(2027, 2, 1))
    case = budget(budgetrad("407", 5, personal=400), budgetrad("440", 6, personal=700))
    return replace(case, mrp=mrp(ramandringar=(later,)))


def decided(**changes: object) -> VpCase:
    return vp_case(head=vp_head(decision=replace(vp_head().decision, **changes)))


STATE, FROM_KF = vp().uppdrag
PROMISE = row(r.Uppdrag, 7, slag="åtagande gentemot bolag", text="Hyra", kalla="avtal", motpart="Bolaget")
ELSEWHERE = replace(mrp(), resultat=(resultat(), resultat("Något annat resultat här i planen.", 9, namnd="KS")))

VP = [
    Example("R00", "", vp_case(head=vp_head(decision=None)), vp_case()),
    Example("R00", "", decided(paragraf=0), decided(paragraf=1)),
    Example("R02-ar", "", replace(vp_case(), installningar=installningar(head=replace(installningar().head, ar=2026))),
            vp_case()),
    Example("R06-aktivitet", "aktivitet.resultat.6",
            replace(vp_case(aktiviteter=(aktivitet(), aktivitet(n=6, resultat="resultat-9"))), mrp=ELSEWHERE),
            replace(vp_case(aktiviteter=(aktivitet(), aktivitet(n=6, resultat="resultat-9"))),
                    mrp=replace(ELSEWHERE, resultat=(resultat(), resultat(n=9, namnd="KS", bidragande=("BUN",)))))),
    Example("R10", "", replace(vp_case(), mrp=mrp(head=mrp_head(state=State.INLAMNAD))), vp_case()),
    Example("R16-saknas", "vp_resultat", vp_case(resultat=()), vp_case()),
    Example("R16-andrat", "vp_resultat.text.5", shown(text=styled("Minst 60 procent.")),
            shown(text=styled(str(resultat().text).replace(" av", "  av").replace(" i alla", "\ni alla")))),
    Example("R16-andrat", "vp_resultat.period_till.5", shown(period_till=date(2028, 1, 1)), shown()),
    Example("R16-okant", "vp_resultat.text.5", under(utgar=True), under(), also=("R06-aktivitet",)),
    Example("R16-matt", "vp_matt", vp_case(matt=()), vp_case()),
    Example("R16-mal", "vp_matt.mal_1.5", vp_case(matt=(vp_matt(mal_1=Decimal(75)),)),
            vp_case(matt=(vp_matt(mal_1=Decimal("76.0")),))),
    Example("R73-uppdrag", "vb", tasks(STATE, inga_kommunala=True), tasks(STATE, replace(FROM_KF, id="annat"))),
    Example("R20-sent", "", decided(datum=date(2027, 1, 1)), decided(datum=date(2026, 12, 31))),
    Example("R20-organ", "", decided(organ="KS"), decided(organ="bun")),
    Example("L11-monster", "verksamhetsplan.diarienummer.0", stated(diarienummer="BUN/2026:117"),
            stated(diarienummer="bun 2026/7")),
    Example("L11-ar", "verksamhetsplan.diarienummer.0", stated(diarienummer="BUN 2023/117"),
            stated(diarienummer="BUN 2024/117")),
    Example("L11-beslut-monster", "", decided(dnr="117"), decided(dnr="BUN 2026/1")),
    Example("L11-beslut-ar", "", decided(dnr="BUN 2029/117"), decided(dnr="BUN 2028/117")),
    Example("R21", "verksamhetsplan.delgiven.0", stated(delgiven=False), stated()),
    Example("R48", "vp_matt.riktning.9", own_matt("lägre"), own_matt("högre")),
    Example("R48-intyg", "verksamhetsplan.inga_konflikter.0", stated(inga_konflikter=None), stated()),
    Example("R49-intyg", "verksamhetsplan.inom_ram.0", stated(inom_ram=None), stated()),
    Example("R76-framtagen", "verksamhetsplan.framtagen_av.0", stated(framtagen_av=""), stated()),
    Example("R51", "vp_resultat.text.6", two_results(aktivitet()),
            two_results(aktivitet(), aktivitet(n=6, resultat="resultat-6"))),
    Example("R52", "aktivitet.text.13", vp_case(aktiviteter=tuple(aktivitet(f"Steg {n}", n) for n in range(5, 14))),
            vp_case(aktiviteter=tuple(aktivitet(f"Steg {n}", n) for n in range(5, 13)))),
    Example("R53-niva", "aktivitet.niva.5", active(niva=None), active(niva="enhet")),
    Example("R53-beslut", "aktivitet.beslutad_av.5", active(beslutad_av=""), active()),
    Example("R53-organ", "aktivitet.beslutad_av.5", active(beslutad_av="Barn- och  utbildningsnämnden"),
            active(beslutad_av="Nämndens förvaltningschef")),
    Example("R53-kostnad", "aktivitet.kostnad.5", active(kostnad=601), active(kostnad=600)),
    Example("R54-saknas", "aktivitet.ansvarig.5", active(ansvarig=""), active(enhet="")),
    Example("R54-ordning", "aktivitet.slut.5", active(slut=date(2027, 1, 31)), active(slut=date(2027, 2, 1))),
    Example("R54-period", "aktivitet.slut.5", active(slut=date(2028, 1, 1)), active(slut=date(2027, 12, 31))),
    Example("R55-uppgift", "vp_matt.kalla.9",
            vp_case(matt=(vp_matt(), vp_matt(id="x", row=9, egen=True, kalla="", text="Eget"))),
            vp_case(matt=(vp_matt(), vp_matt(id="x", row=9, egen=True, text="Eget")))),
    Example("R66-kalla", "vb.kalla.5", tasks(replace(STATE, kalla=None), replace(FROM_KF, kalla="reglemente")),
            tasks(STATE, FROM_KF)),
    Example("R66-reglemente", "vb", tasks(replace(STATE, kalla="lag eller stat"), FROM_KF), tasks(STATE, FROM_KF)),
    Example("R69", "aktivitet.text.5", active(funnits_sedan=Decimal(2025)), active(funnits_sedan=Decimal(2026))),
    Example("R69", "aktivitet.text.5", repeated(2026, 2025), repeated(2026, 2024)),
    Example("R70-aktiviteter", "aktivitet", vp_case(aktiviteter=()), active()),
    Example("R70-uppdrag", "vb", replace(tasks(inga_statliga=True), mrp=mrp(uppdrag=())),
            replace(tasks(inga_statliga=True, inga_kommunala=True), mrp=mrp(uppdrag=())), also=("R73-tom",)),
    Example("R70-langd", "verksamhetsplan_text.verksamhet.0",
            vp_case(texter=row(r.VpText, verksamhet="ord " * 401)),
            vp_case(texter=row(r.VpText, verksamhet="ord " * 400))),
    Example("R73-tom", "verksamhetsplan.inga_statliga.0", tasks(replace(FROM_KF, kalla="reglemente")),
            tasks(replace(FROM_KF, kalla="reglemente"), inga_statliga=True)),
    Example("R73-motsagd", "verksamhetsplan.inga_statliga.0", stated(inga_statliga=True), stated(inga_statliga=False)),
    Example("R74-motpart", "vb.motpart.7", tasks(STATE, FROM_KF, replace(PROMISE, motpart=""), inga_ataganden=False),
            tasks(STATE, FROM_KF, PROMISE, inga_ataganden=False)),
    Example("R74-tom", "verksamhetsplan.inga_ataganden.0", stated(inga_ataganden=None),
            tasks(STATE, FROM_KF, PROMISE, inga_ataganden=None)),
    Example("R75-tom", "verksamhetsplan.inga_satsningar.0", stated(inga_satsningar=None),
            tasks(STATE, FROM_KF, replace(PROMISE, slag="projekt"), inga_satsningar=None)),
    Example("R79-tom", "budgetrad", budget(), vp_case()),
    Example("R79-minus", "budgetrad.ovrigt.5", budget(budgetrad("407", 5, personal=1001, ovrigt=-1)),
            budget(budgetrad("407", 5, intakter=1, personal=1001))),
    Example("R80-over", "budgetrad", budget(budgetrad("407", 5, personal=1001)), changed_frame(100)),
    Example("R80-under", "budgetrad", changed_frame(101), budget(budgetrad("407", 5, personal=1000))),
    Example("R80-niva", "budgetrad.verksamhet.6", levels("Annat"), levels("Taxa"), also=("R80-under",)),
    Example("R80-ram", "vp_ram", replace(vp_case(), mrp=mrp(ramar=())), vp_case()),
]  # fmt: skip
