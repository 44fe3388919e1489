"""A chart of each kind, as a municipality would show it, and the readable outline of a chart part."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lxml import etree

from service.word.charts import Chart, Kind, Series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
YEARS = ("2025", "2026", "2027", "2028")
VERKSAMHETER = ("Förskola", "Grundskola", "Elevhälsa")


def series(name: str, *values: int | str | None) -> Series:
    return Series(name, tuple(Decimal(value) if isinstance(value, str) else value for value in values))


EXAMPLES: Mapping[str, Chart] = {
    "staplar": Chart(
        Kind.COLUMNS, "Årets resultat", ("2027", "2028", "2029"), (series("Resultat", 13_500, -2_500, 10_600),), "tkr"
    ),
    "liggande": Chart(
        Kind.BARS, "Ramar per nämnd", ("Barn- och utbildningsnämnden", "Socialnämnden"),
        (series("Ram 2027", 1_048_600, 1_121_300), series("Plan 2028", 1_071_700, 1_149_300)), "tkr",
    ),
    "linjer": Chart(
        Kind.LINES, "Matsvinn", YEARS, (series("Utfall", "46", None, "37.5", None),), "gram per portion", 1,
        series("Mål", None, "40", "38", "36"), "lägre",
    ),
    "staplade": Chart(
        Kind.STACKED_COLUMNS, "Kostnader", VERKSAMHETER,
        (series("Personal", 221_000, 523_000, 34_000), series("Lokaler", 41_000, 118_000, 1_000),
         series("Övrigt", 36_000, 143_000, 3_500)), "tkr",
    ),
    "liggande-staplade": Chart(
        Kind.STACKED_BARS, "Investeringar", ("2027", "2028"),
        (series("Skola", 36_500, 0), series("Vägar", 12_500, 9_000)), "tkr",
    ),
    "budget-och-utfall": Chart(
        Kind.BUDGET_AND_OUTCOME, "Budget och utfall", VERKSAMHETER,
        (series("Budget", 272_400, 690_100, 38_300), series("Utfall", 273_600, 688_000, 39_000)), "tkr",
    ),
    "staplar-med-mal": Chart(
        Kind.COLUMNS, "Elever med godkänt i alla ämnen", YEARS, (series("Utfall", "71.5", "73.2", "76", None),), "%", 1,
        series("Mål", "76", "76", "76", "76"), "högre",
    ),
}  # fmt: skip


def outline(root: etree._Element) -> str:
    """The part as indented lines: names without prefix, values after them, looks left out."""
    return "\n".join(_lines(root, 0)) + "\n"


def cached(root: etree._Element, path: str) -> list[list[str]]:
    """What the caches at a path hold, a list a cache; empty where a point is missing."""
    found = []
    for cache in root.iterfind(f".//{path}"):
        points = {int(point.get("idx", "")): point.findtext(f"{C}v") or "" for point in cache.iter(f"{C}pt")}
        count = cache.find(f"{C}ptCount")
        assert count is not None
        found.append([points.get(n, "") for n in range(int(count.get("val", "")))])
    return found


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    if element.tag in (f"{C}spPr", f"{C}txPr"):
        return
    name = etree.QName(element).localname
    said = [str(value) for value in element.attrib.values()] + ([element.text] if element.text else [])
    yield f"{'  ' * depth}{name} {' '.join(said)}".rstrip().replace("\u00a0", " ")
    for child in element:
        yield from _lines(child, depth + 1)
