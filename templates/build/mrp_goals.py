"""The mål- och resursplan: vision, inriktningsmål and förväntade resultat."""

from .common import measures
from .paper import Paper
from .tables import Column, Table


def vision(paper: Paper) -> None:
    paper.heading(2, "Vision")
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
        with paper.when("vision.beskrivning"):
            paper.add("Normal", "{{ vision.beskrivning }}")
        paper.add(
            "Tabellnot",
            "Visionen är beslutad av kommunfullmäktige {{ vision.beslut }} och gäller {{ vision.giltighet }}.",
        )
        paper.otherwise()
        paper.add("Normal", "Ingen vision gäller.")


def goals(paper: Paper) -> None:
    paper.heading(2, "Inriktningsmål")
    with paper.when("inriktningsmal"):
        paper.add("Normal", "Planen har {{ inriktningsmal|length }} inriktningsmål.")
        paper.otherwise()
        paper.add("Normal", "Inga inriktningsmål är beslutade.")
    with paper.each("mal in inriktningsmal"):
        paper.heading(3, "Inriktningsmål {{ anchor(mal.ankare, mal.nummer) }}")
        paper.add("Mål", "{{ mal.text }}")
        with paper.when("mal.beskrivning"):
            paper.add("Normal", "{{ mal.beskrivning }}")
        paper.add("Uppgift", "{{ mal.ansvariga }}", "{{ mal.ansvariga_rubrik }}: ")
        paper.add("Uppgift", "{{ mal.bidragande }}", "Bidrar: ")
        paper.add("Uppgift", "{{ mal.period }}", "Gäller: ")
        paper.add("Uppgift", "{{ mal.beslut }}", "Beslut i kommunfullmäktige: ")
        with paper.when("mal.revidering"):
            paper.add("Uppgift", "{{ mal.revidering }}", "Revidering: ")
        measures(paper, "mal.matt", "inriktningsmål {{ mal.nummer }}")
    with paper.when("utgangna_mal"):
        paper.add("Tabellnot", "Följande inriktningsmål utgår och deras nummer används inte igen: {{ utgangna_mal }}.")


def results(paper: Paper) -> None:
    paper.heading(2, "Förväntade resultat per inriktningsmål")
    with paper.when("forkortningar"):
        paper.add(
            "Normal",
            "Nämnderna anges med sina koder: {{ forkortningar }}. Måttens basvärden och målvärden för hela perioden "
            "står i nämndens verksamhetsplan.",
        )
    table = Table(
        "Förväntade resultat under inriktningsmål {{ mal.nummer }}",
        "Ett förväntat resultat på varje rad med nämnd, period, verksamheter, mått och mål för planåret.",
        (
            Column("Nr", 1.2, "{{ anchor(r.ankare, r.nummer) }}"),
            Column("Nämnd", 1.26, "{{ r.kod }}"),
            Column("Förväntat resultat", 3.75, "{{ r.text }}"),
            Column("Period", 2.82, "{{ r.period }}"),
            Column("Verksamheter", 3.75, "{{ r.verksamheter }}"),
            Column("Mått och mål {{ ar }}", 3.82, "{{ r.matt_text }}"),
        ),
        "r in mal.resultat",
    )
    with paper.each("mal in inriktningsmal"):
        paper.heading(3, "Resultat under inriktningsmål {{ mal.nummer }}")
        paper.add("Mål", "{{ mal.text }}")
        with paper.when("mal.resultat"):
            paper.table(table)
            paper.otherwise()
            paper.add("Normal", "Inga förväntade resultat är beslutade under målet.")
        with paper.when("mal.utgar"):
            paper.add("Tabellnot", "Följande resultat utgår och deras nummer används inte igen: {{ mal.utgar }}.")
