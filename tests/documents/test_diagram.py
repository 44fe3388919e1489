"""The papers' charts: the same figures as in the tables beside them, and none where there is too little to show."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import load_workbook

from service import word
from service.batch import with_pictures
from service.chain.records import VpMatt
from service.chain.values import Nummer, State
from service.documents.diagram import Diagram
from service.documents.diagrammen import matt_diagram
from service.word.charts import alt_text, charted
from tests.documents import plans
from tests.documents.contexts import mrp_context, vp_context
from tests.documents.paper import table_named, template, written
from tests.documents.rows import row
from tests.word.charts.examples import C, cached


def amount(text: str) -> int:
    return int(text.replace(" ", "").replace("\u2212", "-"))


def shown(diagram: Diagram | None) -> dict[str, tuple[object, ...]]:
    """Each series' values by its name."""
    assert diagram is not None
    return {serie.name: serie.values for serie in diagram.series}


def matt(*mal: str | None, bas: str | None = "46", basar: str = "2025", riktning: str = "lägre") -> VpMatt:
    first, second, third = (*mal, None, None, None)[:3]
    return row(
        VpMatt, nummer=Nummer("M2.1a"), text="Matsvinn", enhet="g", riktning=riktning, basvarde=bas, basar=basar,
        mal_1=first, mal_2=second, mal_3=third,
    )  # fmt: skip


def test_the_frames_are_those_of_the_table_each_namnd_together_the_largest_first() -> None:
    diagram = mrp_context().diagram.ramar
    assert diagram is not None
    assert diagram.categories == ("Barn- och utbildningsnämnden", "Samhällsbyggnadsnämnden", "Valnämnden")
    head, *rows, total = table_named(written("mrp", mrp_context()), "Driftbudget")
    for name, heading in zip(shown(diagram), ("Ram 2027", "Plan 2028", "Plan 2029"), strict=True):
        column = next(n for n, text in enumerate(head) if text.split() == heading.split())
        sums = [
            sum(amount(row[column]) for row in rows if row[0].split(",")[0] == namnd) for namnd in diagram.categories
        ]
        assert list(shown(diagram)[name]) == sums
        assert sum(sums) == amount(total[column])


def test_taxes_and_net_costs_are_those_of_the_budget() -> None:
    table = {row[0]: row[1:] for row in table_named(written("mrp", mrp_context()), "Resultatbudget")}
    diagram = shown(mrp_context().diagram.skatter)
    for name in ("Skatteintäkter", "Generella statsbidrag och utjämning"):
        assert list(diagram[name]) == [amount(text) for text in table[name]]
    net = "Verksamhetens nettokostnader"
    assert list(diagram[net]) == [-amount(text) for text in table[net]]


def test_the_result_is_measured_against_the_municipalitys_own_target() -> None:
    diagram = mrp_context().diagram.resultat
    assert diagram is not None
    assert diagram.target is not None
    assert diagram.target.values == (Decimal("1.0"),) * 3
    words = alt_text(charted(diagram))
    assert words.endswith("Målet är nått för 2027, inte för 2028 och 2029.")


def test_a_share_that_misses_the_target_is_not_printed_as_the_target() -> None:
    uppgifter = plans.mrp().uppgifter
    near = mrp_context(uppgifter=replace(uppgifter, resultatmal_procent=Decimal("1.1"))).diagram.resultat
    assert near is not None
    shares = [Decimal(value) for value in near.series[0].values if value is not None]
    assert round(shares[0], 1) == Decimal("1.1") != shares[0]
    assert Decimal("1.1") not in [round(share, near.decimals) for share in shares]


def test_the_detaljbudget_is_shown_against_the_year_before() -> None:
    diagram = vp_context().diagram.detaljbudget
    assert diagram is not None
    head, *rows, _ = table_named(written("verksamhetsplan", vp_context()), "Detaljbudget")
    assert [row[0] for row in rows] == list(diagram.categories)
    for year in ("2027", "2026"):
        column = next(n for n, text in enumerate(head) if text.split() == ["Netto", year])
        assert list(shown(diagram)[f"Budget {year}"]) == [amount(row[column]) for row in rows]


def test_a_measure_is_drawn_from_its_base_year_with_the_years_between_left_open() -> None:
    diagram = matt_diagram(matt("38", "36.5", None), 2027)
    assert diagram is not None
    assert diagram.categories == ("2025", "2026", "2027", "2028", "2029")
    assert shown(diagram) == {"Utfall": (Decimal(46), None, None, None, None)}
    assert diagram.target is not None
    assert diagram.target.values == (None, None, Decimal(38), Decimal("36.5"), None)
    assert (diagram.decimals, diagram.title, diagram.unit) == (1, "M2.1a Matsvinn", "g")


@pytest.mark.parametrize(
    ("basar", "first"), [("", ("Basvärde",)), ("läsåret 2024/25", ("läsåret 2024/25",)), ("2010", ("2010",)),
                         ("2027", ("2027",))],
)  # fmt: skip
def test_a_base_year_that_is_no_near_year_stands_alone(basar: str, first: tuple[str, ...]) -> None:
    diagram = matt_diagram(matt("38", "36", "35", basar=basar), 2027)
    assert diagram is not None
    assert diagram.categories == (*first, "2027", "2028", "2029")
    assert charted(diagram)


@pytest.mark.parametrize("few", [matt("38"), matt("38", "36", "35", bas=None), matt(None, None, None)])
def test_a_measure_with_fewer_than_three_values_or_no_base_has_no_chart(few: VpMatt) -> None:
    assert matt_diagram(few, 2027) is None


def test_a_plan_without_figures_has_no_charts() -> None:
    empty = mrp_context(State.UTKAST, ramar=(), resultatbudget=()).diagram
    assert (empty.ramar, empty.skatter, empty.resultat) == (None, None, None)
    assert vp_context(State.UTKAST, budget=()).diagram.detaljbudget is None


@pytest.mark.parametrize(("kind", "context", "count"), [("mrp", mrp_context, 3), ("verksamhetsplan", vp_context, 2)])
def test_the_workbook_behind_each_chart_holds_what_is_drawn(kind: str, context: object, count: int) -> None:
    done = word.render(template(kind), with_pictures(context()))  # type: ignore[operator]
    with zipfile.ZipFile(io.BytesIO(done)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("word/charts/chart")]
        for name in charts:
            links = etree.fromstring(archive.read(name.replace("charts/", "charts/_rels/") + ".rels"))
            book = archive.read("word/" + str(links[0].get("Target")).removeprefix("../"))
            sheet = load_workbook(io.BytesIO(book)).worksheets[0]
            columns = [[cell.value for cell in column[1:]] for column in sheet.iter_cols(min_col=2)]
            drawn = [
                [float(v) if v else None for v in values]
                for values in cached(etree.fromstring(archive.read(name)), f"{C}numCache")
            ]
            assert [[pytest.approx(v) if v is not None else None for v in column] for column in columns] == drawn
    assert len(charts) == count
