"""Charts as values, as parts and as workbooks: the same figures in each, whatever the figures and names."""

import io
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from service.word.charts import HOUSE, Chart, Kind, Series, alt_text, chart_part, charted, workbook
from tests.word.charts.examples import EXAMPLES, A, C, cached, outline, series

GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("MALKEDJAN_UPDATE_GOLDEN"))

# openpyxl, which reads the workbook back, loses these six characters wherever they stand.
texts = st.text(max_size=30).filter(lambda text: "x005F_" not in text)
numbers = st.one_of(
    st.none(), st.just(0), st.integers(), st.integers(-(10**40), 10**40),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12),
)  # fmt: skip


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(Kind))
    categories = draw(st.lists(texts, min_size=1, max_size=6))
    values = st.lists(numbers, min_size=len(categories), max_size=len(categories)).map(tuple)
    rows = st.builds(Series, texts, values)
    many = 2 if kind is Kind.BUDGET_AND_OUTCOME else draw(st.integers(1, 8))
    target = None if kind.horizontal or kind.stacked else draw(st.none() | rows)
    return Chart(
        kind, draw(texts), tuple(categories), tuple(draw(rows) for _ in range(many)), draw(texts),
        draw(st.integers(0, 3)), target, draw(st.sampled_from([None, "högre", "lägre"])),
    )  # fmt: skip


def cells(chart: Chart) -> list[list[object]]:
    """The embedded workbook's only sheet."""
    book = load_workbook(io.BytesIO(workbook(chart)))
    assert book.sheetnames == ["Data"]
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def digits(value: object) -> str:
    """A number in the fifteen digits that Excel keeps; nothing for none."""
    return "" if value is None else f"{float(str(value)):.15g}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_chart_part_is_as_it_was_kept(name: str) -> None:
    kept = GOLDEN / f"{name}.txt"
    text = outline(chart_part(EXAMPLES[name]))
    if UPDATE:
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("staplar", "Stapeldiagram: Årets resultat (tkr). Resultat: högst 13 500 (2027), lägst −2 500 (2028)."),
        (
            "liggande",
            "Liggande stapeldiagram: Ramar per nämnd (tkr). Ram 2027: högst 1 121 300 (Socialnämnden), lägst 1 048 600 "
            "(Barn- och utbildningsnämnden). Plan 2028: högst 1 149 300 (Socialnämnden), lägst 1 071 700 "
            "(Barn- och utbildningsnämnden).",
        ),
        (
            "linjer",
            "Linjediagram: Matsvinn (gram per portion). Utfall: högst 46,0 (2025), lägst 37,5 (2027), senast 37,5 "
            "(2027). Mål: högst 40,0 (2026), 38,0 (2027), 36,0 (2028). Målet är nått för 2027.",
        ),
        (
            "staplade",
            "Staplat stapeldiagram: Kostnader (tkr). Delar: Personal, Lokaler, Övrigt. Summa: högst 784 000 "
            "(Grundskola), lägst 38 500 (Elevhälsa). Den största delen är 523 000 (Personal, Grundskola).",
        ),
        (
            "budget-och-utfall",
            "Stapeldiagram med budget och utfall: Budget och utfall (tkr). Utfall är 200 under budget sammanlagt. "
            "Störst är skillnaden för Grundskola: 2 100 under.",
        ),
        (
            "staplar-med-mal",
            "Stapeldiagram: Elever med godkänt i alla ämnen (%). Utfall: högst 76,0 (2027), lägst 71,5 (2025). "
            "Mål: minst 76,0 (2025–2028). Målet är nått för 2027, inte för 2025 och 2026.",
        ),
    ],
)
def test_alt_text_is_said_in_swedish_from_the_data(name: str, words: str) -> None:
    assert alt_text(EXAMPLES[name]).replace("\u00a0", " ") == words


def test_a_target_that_is_missed_is_said_to_be() -> None:
    missed = Chart(
        Kind.LINES, "Frånvaro", ("2026", "2027"), (series("Utfall", "11.8", "9.5"),), "%", 1,
        series("Mål", None, "9"), "lägre",
    )  # fmt: skip
    assert alt_text(missed).endswith("Mål: högst 9,0 (2027). Målet är inte nått för 2027.")


def test_a_gap_is_said() -> None:
    gap = Chart(Kind.LINES, "Sjukfrånvaro", ("2025", "2026", "2027"), (series("Utfall", 6, None, 5),), "%")
    assert alt_text(gap).endswith("Uppgift saknas för 2026 (Utfall).")


def test_digits_in_alt_text_are_kept_together() -> None:
    assert "1\u00a0121\u00a0300" in alt_text(EXAMPLES["liggande"])


@settings(max_examples=40, deadline=None)
@given(charts())
def test_workbook_and_caches_hold_the_charts_values(chart: Chart) -> None:
    root = chart_part(chart)
    head, *rows = cells(chart)
    names = [row.name for row in chart.rows]
    assert [one[0] for one in cached(root, f"{C}tx/{C}strRef/{C}strCache")] == names
    assert [str(text or "") for text in head] == [chart.unit, *names]
    columns = [[digits(value) for value in row.values] for row in chart.rows]
    assert [[digits(text or None) for text in cache] for cache in cached(root, f"{C}numCache")] == columns
    assert [[digits(row[number]) for row in rows] for number in range(1, len(head))] == columns
    for cache in cached(root, f"{C}cat/{C}strRef/{C}strCache"):
        assert cache == list(chart.categories) == [str(row[0] or "") for row in rows]


@settings(max_examples=40, deadline=None)
@given(charts())
def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    first, second = (etree.tostring(chart_part(chart)) for _ in range(2))
    assert first == second
    assert workbook(chart) == workbook(chart)


@settings(max_examples=40, deadline=None)
@given(charts())
def test_any_chart_has_its_words_on_one_line(chart: Chart) -> None:
    words = alt_text(chart)
    assert words.endswith(".")
    assert not set(words) & set("\n\r\t\v\f\0")
    etree.fromstring(etree.tostring(chart_part(chart)))


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    chart = Chart(Kind.COLUMNS, "Prov", ("=1+1",), (series("=SUM(A1)", 5),))
    assert cells(chart) == [[None, "=SUM(A1)"], ["=1+1", 5]]
    book = load_workbook(io.BytesIO(workbook(chart)))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row if cell.value != 5} <= {"s", "n"}


def test_a_number_longer_than_excels_is_rounded_alike_everywhere() -> None:
    third = Series("Andel", (Decimal(100) / 3, 12_345_678_901_234_567))
    assert third.values == (Decimal("33.3333333333333"), 12_345_678_901_234_600)
    root = chart_part(Chart(Kind.COLUMNS, "Andel", ("a", "b"), (third,)))
    assert cached(root, f"{C}numCache") == [["33.3333333333333", "12345678901234600"]]


@pytest.mark.parametrize("value", [1.5, True, "12"])
def test_a_value_that_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="varken heltal eller Decimal"):
        Series("Prov", (value,))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("-Infinity"), 10**301])
def test_a_value_that_cannot_be_drawn_is_refused(value: Decimal | int) -> None:
    with pytest.raises(ValueError, match="går inte att rita"):
        Series("Prov", (value,))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"categories": ()}, "saknar kategorier eller serier"),
        ({"series": ()}, "saknar kategorier eller serier"),
        ({"categories": ("a",)}, "har 2 värden för 1 kategorier"),
        ({"kind": "liggande staplar", "target": series("Mål", 1, 2)}, "en mållinje går inte att rita"),
        ({"kind": "budget och utfall"}, "budget och utfall är två serier"),
        ({"kind": "cirkel"}, "diagramslaget 'cirkel' finns inte"),
        ({"decimals": -1}, "decimaler går inte att visa"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_swedish(changes: dict[str, object], fault: str) -> None:
    whole = {
        "kind": "staplar", "title": "Prov", "categories": ("a", "b"), "series": (series("S", 1, 2),), "unit": "",
        "decimals": 0, "target": None, "better": None,
    }  # fmt: skip
    with pytest.raises(ValueError, match=fault):
        charted(SimpleNamespace(**{**whole, **changes}))


def test_columns_start_at_zero_and_lines_where_they_are() -> None:
    def ends(kind: Kind, *values: int) -> list[str]:
        root = chart_part(Chart(kind, "Prov", ("a", "b"), (series("S", *values),)))
        return [etree.QName(end).localname for end in root.iter(f"{C}min", f"{C}max")]

    assert ends(Kind.COLUMNS, 1_000, 1_001) == ["min"]
    assert ends(Kind.COLUMNS, -5, -9) == ["max"]
    assert ends(Kind.COLUMNS, -5, 9) == []
    assert ends(Kind.LINES, 1_000, 1_001) == []


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_series_are_told_apart_without_colour() -> None:
    assert len({(look.pattern, round(luminance(look.colour), 1)) for look in HOUSE.looks}) == len(HOUSE.looks)
    assert len({look.dash for look in HOUSE.looks}) == len({look.marker for look in HOUSE.looks}) == len(HOUSE.looks)


def test_text_and_shapes_have_contrast() -> None:
    assert contrast(HOUSE.text, "FFFFFF") >= 4.5
    assert min(contrast(colour, "FFFFFF") for colour in (HOUSE.outline, HOUSE.axis, HOUSE.target)) >= 3
    for look in HOUSE.looks:
        assert contrast(look.label or HOUSE.text, look.colour if look.label else "FFFFFF") >= 4.5


def test_a_municipality_can_have_its_own_colours_and_font() -> None:
    own = replace(HOUSE, font="Arial", looks=(replace(HOUSE.looks[0], colour="006633"),))
    root = chart_part(EXAMPLES["staplade"], own)
    assert {latin.get("typeface") for latin in root.iter(f"{A}latin")} == {"Arial"}
    fills = {str(s.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val")) for s in root.iter(f"{C}ser")}  # type: ignore[union-attr]
    assert fills == {"006633"}


def test_lines_say_their_values_on_their_own_side_of_the_target_and_a_steady_target_once() -> None:
    steady = series("Mål", 9, 9, 9)
    below = Chart(Kind.LINES, "Svar", ("2025", "2026", "2027"), (series("Utfall", 6, 7, 8),), "%", target=steady)
    values, target = chart_part(below).iter(f"{C}ser")
    assert [place.get("val") for place in values.iter(f"{C}dLblPos")] == ["b"]
    assert [place.get("val") for place in target.iter(f"{C}dLblPos")] == ["t"]
    assert [label.find(f"{C}idx").get("val") for label in target.iter(f"{C}dLbl")] == ["1", "2"]
