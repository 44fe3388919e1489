"""A small municipality with all a document can say: two nämnder, two goals, three results, texts with lists."""

from dataclasses import replace
from datetime import date
from typing import Any

from service.chain import records as r
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.references import mrp_targets, resolver, scope_of, vp_targets
from service.chain.values import Head
from tests.documents.mrp_plan import MRP_TEXTER, mrp
from tests.documents.rows import row
from tests.documents.vp_plan import verksamhetsplan

__all__ = ["MRP_TEXTER", "installningar", "mrp", "resolve_for", "verksamhetsplan"]


def installningar(**changes: Any) -> Installningar:
    plan = Installningar(
        head=Head("installningar", "", 2027),
        kommun=row(
            r.Kommun, namn="Exempelkommun", kommunkod="1487", dokumentagare="Kommunstyrelseförvaltningen",
            dokumentansvarig="Ekonomichef", rubrik_mrp="Mål- och resursplan", rubrik_verksamhetsplan="Verksamhetsplan",
            rubrik_detaljbudget="Detaljbudget", ord_for_region="region", exempel=True,
        ),
        namnder=(
            row(r.Namnd, kod="SBN", namn="Samhällsbyggnadsnämnden", forvaltning="Samhällsbyggnadsförvaltningen"),
            row(r.Namnd, kod="BUN", namn="Barn- och utbildningsnämnden",
                forvaltning="Barn- och utbildningsförvaltningen"),
            row(r.Namnd, kod="VAL", namn="Valnämnden"),
        ),
        verksamheter=(
            row(r.Verksamhet, namnd="BUN", kod="100", namn="Nämnd och förvaltningsledning", anslagsniva="Nämnden"),
            row(r.Verksamhet, namnd="BUN", kod="407", namn="Förskola", anslagsniva="Nämnden"),
            row(r.Verksamhet, namnd="BUN", kod="440", namn="Grundskola inklusive förskoleklass",
                anslagsniva="Nämnden"),
            row(r.Verksamhet, namnd="BUN", kod="441", namn="Elevhälsa", anslagsniva="Nämnden"),
            row(r.Verksamhet, namnd="SBN", kod="930", namn="Kost", anslagsniva="Skattefinansierat"),
            row(r.Verksamhet, namnd="SBN", kod="860", namn="Vatten och avlopp", anslagsniva="Taxefinansierat"),
        ),
        enheter=(
            row(r.Enhet, namnd="BUN", kod="A1", namn="Grundskoleavdelningen", niva="avdelning"),
            row(r.Enhet, namnd="BUN", kod="E12", namn="Norra skolan", niva="enhet", overordnad="A1"),
        ),
        halltider=(
            row(r.Halltid, id="h1", vad="Beslut om mål- och resursplan 2027–2029", vem="kommunfullmäktige",
                handling="mål- och resursplan", datum=date(2026, 6, 17)),
            row(r.Halltid, id="h2", vad="Anvisningar och ekonomiska ramar beslutade", manad=date(2026, 2, 1),
                vem="kommunstyrelsen och nämnder", handling="anvisningar och ramar"),
            row(r.Halltid, id="h3", vad="Taxan klar för beslut", vem="kommunstyrelsen och nämnder", namnd="SBN",
                datum=date(2026, 9, 30)),
            row(r.Halltid, id="h4", vad="Planen genomgången på arbetsplatserna", vem="verksamheter",
                datum=date(2027, 1, 29)),
        ),
    )  # fmt: skip
    return replace(plan, **changes)


def resolve_for(mrp: Mrp, vp: Verksamhetsplan | None = None) -> Any:
    """References as the plans themselves allow them."""
    home = "mål- och resursplan 2027–2029" if vp else ""
    return resolver(scope_of([*mrp_targets(mrp, home), *(vp_targets(vp, "") if vp else ())]))
