"""The stamp: upright at the edge that is up, whatever the page's boxes and turn, and alone in its own state."""

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from service.pdf.bundle import Look, Paper, join
from service.pdf.bundle.balance import left_open
from service.pdf.bundle.boxes import view
from service.pdf.bundle.lettering import printable, shortened, width

from .papers import plain, saved, words_on

LOOK = Look("Handlingar", "Socialnämnden 2026-12-16")


def boxes(path: Path, page: int) -> dict[str, tuple[float, float, float, float]]:
    """Where words stand on a page as it is seen, counted from its upper left corner (pdftotext)."""
    import subprocess
    import xml.etree.ElementTree as ET

    command = ["pdftotext", "-bbox", "-cropbox", "-f", str(page), "-l", str(page), str(path), "-"]
    html = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    root = ET.fromstring(html[html.index("<html") :])
    words = [element for element in root.iter() if element.tag.endswith("word")]
    return {str(w.text): tuple(float(w.get(k, 0)) for k in ("xMin", "yMin", "xMax", "yMax")) for w in words}  # type: ignore[misc]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("crop", [None, (50, 100, 400, 700), (-30, -20, 900, 2000)])
def test_the_stamp_stands_upright_at_the_upper_right(turn: int, crop: tuple[float, ...] | None, tmp_path: Path) -> None:
    pdf = plain("x")
    pdf.pages[0].obj.Rotate = turn
    if crop:
        pdf.pages[0].obj.CropBox = Array(list(crop))
    made = join([Paper("A", saved(pdf), "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        seen = view(done.pages[1])
    words = boxes(made.path, 2)
    first, last = words["Socialnämnden"], words["(2)"]
    assert first[0] < last[0]
    assert last[2] == pytest.approx(seen.width - 28, abs=1)
    assert 8 < last[1] < last[3] < 24


def test_a_page_in_larger_units_has_a_stamp_of_the_same_size() -> None:
    pdf = plain("x")
    pdf.pages[0].obj.UserUnit = 2
    seen = view(pdf.pages[0])
    assert (seen.width, seen.height) == pytest.approx((2 * 595.28, 2 * 841.89))
    assert seen.own(0, seen.height) == pytest.approx((0, 841.89))


@pytest.mark.parametrize(
    "content",
    [
        b"0.1 0 0 0.1 0 0 cm",
        b"q q 0 0 10 10 re W n",
        b"Q Q 2 0 0 2 9 9 cm",
        b"BT /F1 9 Tf 3 Tr",
        b"/Span BMC",
        b"((",
        b"",
    ],
)
def test_content_that_leaves_things_open_does_not_move_the_stamp(content: bytes, tmp_path: Path) -> None:
    pdf = plain("x")
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    made = join([Paper("A", saved(pdf), "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    last = boxes(made.path, 2)["(2)"]
    assert last[2] == pytest.approx(595.28 - 28, abs=1)
    assert 8 < last[1] < last[3] < 24
    with pikepdf.open(made.path) as done:
        operators = [str(i.operator) for i in pikepdf.parse_content_stream(done.pages[1])] if content != b"((" else []
    for opening, closing in (("q", "Q"), ("BT", "ET")):
        assert operators.count(opening) == operators.count(closing)


PIECES = ("q", "Q", "BT", "ET", "/P BMC", "/P<</MCID 1>>BDC", "EMC", "<71 51>Tj", "/q gs", "[<5151>1]TJ", "1 w")


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_counting_by_words_finds_what_reading_finds(words: list[str]) -> None:
    def counted(content: str) -> tuple[bytes, bytes] | None:
        pdf = plain("x")
        pdf.pages[0].obj.Contents = pdf.make_stream(content.encode("ascii"))
        return left_open(pdf, pdf.pages[0])

    assert counted("\n".join(words)) == counted("\n".join([*words, "% read"]))


def test_the_stamp_is_passed_over_in_reading_aloud(tmp_path: Path) -> None:
    made = join([Paper("A", saved(plain("x")), "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        instructions = [
            (str(i.operator), i.operands) for i in pikepdf.parse_content_stream(done.pages[1], "BDC BMC EMC Tj")
        ]
    assert [operator for operator, _ in instructions] == ["Tj", "BDC", "Tj", "EMC"]
    assert instructions[1][1][0] == Name.Artifact
    assert instructions[1][1][1].Type == Name.Pagination


def test_resources_that_pages_share_are_not_changed_under_each_other(tmp_path: Path) -> None:
    pdf = plain("ett", "tva")
    shared = pdf.make_indirect(pdf.pages[0].obj.Resources)
    shared.Font.MalkedjanText = shared.Font.F1
    shared.Font.MalkedjanText1 = shared.Font.F1
    for page in pdf.pages:
        page.obj.Resources = shared
        page.obj.Contents = pdf.make_stream(b"BT /MalkedjanText 20 Tf 80 400 Td (eget) Tj ET")
    made = join([Paper("A", saved(pdf), "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    for printed in words_on(made.path)[1:]:
        assert "eget" in printed
        assert "Bilaga 1" in printed


def test_inherited_resources_and_boxes_come_along(tmp_path: Path) -> None:
    pdf = plain("arvegods")
    page, above = pdf.pages[0].obj, pdf.Root.Pages
    for name in (Name.Resources, Name.MediaBox):
        above[name] = page[name]
        del page[name]
    made = join([Paper("A", saved(pdf), "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    assert "arvegods" in words_on(made.path)[1]
    assert "Bilaga 1" in words_on(made.path)[1]


def test_a_narrow_page_has_a_stamp_that_fits(tmp_path: Path) -> None:
    made = join([Paper("A", saved(plain("x", size=(150, 200))), "Ärende 4, bilaga 2")], LOOK, tmp_path / "p.pdf")
    words = boxes(made.path, 2)
    assert all(box[0] >= 0 and box[2] <= 150 for box in words.values())
    assert "Socialnämnden" in words


@given(st.text(max_size=80), st.floats(20, 300))
def test_any_text_is_cut_to_its_room(text: str, room: float) -> None:
    line = printable(text)
    assert not any(ord(sign) < 32 for sign in line)
    assert width(shortened(line, 8, room), 8) <= max(room, width("…", 8))


def test_letters_that_the_font_lacks_are_shown_as_boxes(tmp_path: Path) -> None:
    made = join([Paper("Möte 🎉 في", saved(plain("x")), "Bilaga 🎉")], LOOK, tmp_path / "p.pdf")
    assert "Möte □ □□" in words_on(made.path)[0] or "Möte ? ??" in words_on(made.path)[0]
    with pikepdf.open(made.path) as done:
        assert str(done.pages[0].obj.Annots[0].Contents) == "Möte 🎉 في, sida 2"
        assert isinstance(done.Root.Outlines.Last, Dictionary)
