"""The wheel: sound SVG, upright words, marks that do not touch, contrast, and words for those who do not see it."""

import io
import itertools
from math import hypot

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from service.pictures import Item, Wheel, alternative, draw, png
from service.pictures.look import INK, PAPER, TINTS
from service.pictures.marks import placed

LANES = ("Kommunfullmäktige", "Kommunstyrelsen och nämnder", "Verksamheter")
SVG = "{http://www.w3.org/2000/svg}"


def wheel(*places: tuple[int, int], what: str = "Beslut") -> Wheel:
    items = [Item(n, lane, month, what, "17 juni 2026") for n, (lane, month) in enumerate(places, 1)]
    return Wheel("Årshjul för planåret 2027", "2027", LANES, items)


def drawn(wheel: Wheel, *, legend: bool = True) -> etree._Element:
    return etree.fromstring(draw(wheel, legend=legend).encode())


def words(root: etree._Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_every_hålltid_is_a_number_in_the_wheel_and_words_below_it() -> None:
    root = drawn(wheel((0, 6), (1, 2)))
    assert words(root).count("1") == 2
    assert "Beslut, 17 juni 2026" in words(root)
    assert words(drawn(wheel((0, 6)), legend=False)).count("1") == 1


def test_no_word_is_turned_and_the_picture_scales() -> None:
    root = drawn(wheel((0, 1), (1, 6), (2, 12)))
    assert not any(element.get("transform") for element in root.iter())
    assert root.get("viewBox")
    assert root.get("width") is None


def test_each_ring_has_a_shape_of_its_own_beside_its_name() -> None:
    root = drawn(wheel((0, 1), (1, 1), (2, 1)), legend=False)
    for lane, shape in zip(LANES, ("rect", "circle", "polygon"), strict=True):
        assert any(lane in text for text in words(root))
        assert len([e for e in root.iter(f"{SVG}{shape}") if e.get("fill") == INK]) >= 2


def test_the_words_for_those_who_do_not_see_it_hold_every_number_with_its_month() -> None:
    said = alternative(wheel((0, 6), (0, 6), (1, 2)))
    assert "Innersta ringen, Kommunfullmäktige: juni 1, 2." in said
    assert "Mellersta ringen, Kommunstyrelsen och nämnder: februari 3." in said
    assert "Verksamheter: inget." in said
    root = drawn(wheel((0, 6)))
    assert root.find(f"{SVG}title").text == "Årshjul för planåret 2027"
    assert root.find(f"{SVG}desc").text == alternative(wheel((0, 6)))


@given(st.integers(0, 30), st.sampled_from([(78.0, 164.0), (164.0, 250.0), (250.0, 336.0)]), st.integers(1, 12))
def test_marks_neither_touch_nor_leave_their_ring(count: int, ring: tuple[float, float], month: int) -> None:
    marks = placed(count, *ring, month)
    assert len(marks) == count
    for mark in marks:
        assert ring[0] <= hypot(mark.x, mark.y) - mark.size / 2
        assert hypot(mark.x, mark.y) + mark.size / 2 <= ring[1]
    for one, other in itertools.combinations(marks, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.size - 0.5


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_any_words_give_sound_xml(what: str) -> None:
    drawn(wheel((0, 6), what=what or "–"))


@pytest.mark.parametrize("fill", [*TINTS, PAPER])
def test_ink_stands_out_from_every_fill(fill: str) -> None:
    light, dark = sorted((_luminance(fill), _luminance(INK)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_same_drawing_gives_the_same_pixels() -> None:
    svg = draw(wheel((0, 6), (1, 2)), legend=False)
    first = png(svg, 400)
    assert first == png(svg, 400)
    assert Image.from_file(io.BytesIO(first)).px_width == 400


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
