"""Two versions of a document as one with tracked changes: all accepted is the newer, all rejected the older."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Docx
from hypothesis import given, settings
from hypothesis import strategies as st

from service.word import check, compare, tracked
from service.word.comparing.alignment import Span, align, equal_items
from service.word.comparing.words import changes, split

from .build import W, part, parts, saved
from .tracked import accepted, outline, read, rejected

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def compared(old: bytes, new: bytes) -> bytes:
    """The two as one, sound, and true to both."""
    done = compare(old, new, author="Sekreteraren", at=AT)
    assert check(done) == []
    assert accepted(done) == read(new)
    assert rejected(done) == read(old)
    return done


BLANK = parts(saved(Document()))


def document(*blocks: str | list[list[str]], edit: Callable[[Docx], None] | None = None) -> bytes:
    """A document of paragraphs and tables (rows of cells), each table followed by an empty paragraph."""
    source = BLANK["word/document.xml"].decode()
    body = "".join(map(_block, blocks or ("",)))
    made = package(BLANK | {"word/document.xml": source.replace("<w:sectPr", f"{body}<w:sectPr", 1).encode()})
    if edit is None:
        return made
    document = Document(io.BytesIO(made))
    edit(document)
    return saved(document)


def package(files: Mapping[str, bytes]) -> bytes:
    """The parts as a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _block(block: str | list[list[str]]) -> str:
    if isinstance(block, str):
        return f'<w:p><w:r><w:t xml:space="preserve">{block}</w:t></w:r></w:p>'
    rows = ["".join(f"<w:tc>{_block(text)}</w:tc>" for text in row) for row in block]
    grid = '<w:gridCol w:w="2000"/>' * len(block[0])
    trs = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{trs}</w:tbl><w:p/>'


def told(old: bytes, new: bytes) -> list[str]:
    """The changes as lines."""
    return outline(compared(old, new)).splitlines()


WORDS = st.lists(st.sampled_from(["mål", "ram", "2027", "1\u00a0000", "barn", "och", ",", "."]), max_size=7)
PARAGRAPHS = st.one_of(
    WORDS.map(" ".join), st.sampled_from(["", "Nämnden ska minska köerna till förskolan.", "Ramen är oförändrad i år."])
)
ROWS = st.lists(st.lists(PARAGRAPHS, min_size=2, max_size=2), min_size=1, max_size=5)
WIDER = st.lists(st.lists(PARAGRAPHS, min_size=3, max_size=3), min_size=1, max_size=3)
DOCUMENTS = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, ROWS, WIDER), max_size=7)


@settings(max_examples=25, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_any_two_documents_accepted_are_the_newer_and_rejected_the_older(
    old: list[str | list[list[str]]], new: list[str | list[list[str]]]
) -> None:
    compared(document(*old), document(*new))


KEYS = st.lists(st.sampled_from("abcdefg"), max_size=12)


class Item:
    """A block of one letter, known by nothing else."""

    def __init__(self, letter: str) -> None:
        self.exact = letter
        self.near = None
        self.shape = "p"
        self.words = [letter]


@given(KEYS, KEYS)
def test_every_item_of_both_is_aligned_once_in_order(old: list[str], new: list[str]) -> None:
    pairs = align([Item(k) for k in old], [Item(k) for k in new])
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    assert all(old[i] == new[j] for i, j in pairs if i is not None and j is not None)


def test_what_stands_in_the_same_order_is_paired_around_what_is_unique() -> None:
    matches = sorted(equal_items("xaxbx", "xbxax", Span(0, 5, 0, 5)))
    assert matches[0] == (0, 0)
    assert matches[-1] == (4, 4)


def test_amounts_days_and_numbers_are_not_split() -> None:
    text = "Ram 1\u00a0234\u00a0567 tkr (−12\u00a0500), 2027-06-30, mål 2.3.1 och M2.3a, 10,5 % enligt KF:s beslut."
    pieces = split(text)
    assert "".join(pieces) == text
    for whole in ("1\u00a0234\u00a0567", "−12\u00a0500", "2027-06-30", "2.3.1", "M2.3a", "10,5", "KF:s", "beslut"):
        assert whole in pieces, whole


@given(st.text(max_size=40))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text


@given(WORDS, WORDS)
def test_changes_lead_from_the_old_words_to_the_new(old: list[str], new: list[str]) -> None:
    found = changes(old, new)
    assert [w for tag, a, b, _, _ in found if tag != "insert" for w in old[a:b]] == old
    assert [w for tag, _, _, c, d in found if tag != "delete" for w in new[c:d]] == new


def test_only_the_words_that_changed_are_marked() -> None:
    old = document("Nämnden ska minska kön till 12 dagar under året.", "Oförändrat.")
    new = document("Nämnden ska i år minska kön till 10 dagar under året.", "Oförändrat.")
    assert told(old, new) == ["Nämnden ska {+i år +}minska kön till [-12-]{+10+} dagar under året."]


def test_scattered_small_words_are_not_kept_between_changes() -> None:
    old = document("Planen gäller för året och ska följas av alla.", "x")
    new = document("Budgeten avser i stället ett helt annat förhållande, och inget mer.", "x")
    lines = told(old, new)
    assert len(lines) == 2
    assert lines[0].startswith("[-")
    assert lines[1].startswith("{+")


def test_a_document_compared_with_itself_has_no_change() -> None:
    same = document("Ett stycke.", [["a", "b"], ["c", "d"]], "Slut.")
    done = compared(same, same)
    assert not tracked(done)
    assert outline(done) == "\n"


def test_a_paragraph_that_was_moved_is_shown_as_moved() -> None:
    moved = "Det här stycket flyttas oförändrat till slutet av texten."
    old = document(moved, "Ett första stycke står här.", "Ett andra följer på det.", "Slut.")
    new = document("Ett första stycke står här.", "Ett andra följer på det.", moved, "Slut.")
    assert told(old, new) == [f"<<{moved}<<", f">>{moved}>>"]
    root = part(compared(old, new))
    names = {mark.get(f"{W}name") for mark in root.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")}
    assert names == {"move1"}
    assert tracked(compared(old, new)).moves == 1


def test_rows_that_came_went_moved_and_changed_are_shown_row_by_row() -> None:
    head = ["Aktivitet", "Ansvarig", "Slut"]
    rows = [
        ["Bygga om förskolan i Brålanda under våren", "Lokalchefen", "2027-06-30"],
        ["Anställa tre nya förskollärare till hösten", "Rektor", "2027-08-15"],
        ["Se över skolskjutsarna i hela kommunen", "Samordnaren", "2027-10-01"],
        ["Införa frukost på alla kommunens skolor", "Kostchefen", "2027-12-31"],
    ]
    changed = [rows[3], rows[0], [*rows[1][:2], "2027-09-15"], ["Utreda en ny simhall", "Fritidschefen", "2027-11-01"]]
    lines = told(document([head, *rows]), document([head, *changed]))
    assert lines == [
        "  | + >>Införa frukost på alla kommunens skolor>>", "  | + >>Kostchefen>>", "  | + >>2027-12-31>>",
        "  | [-2027-08-15-]{+2027-09-15+}",
        "  | - [-Se över skolskjutsarna i hela kommunen-]", "  | - [-Samordnaren-]", "  | - [-2027-10-01-]",
        "  | - <<Införa frukost på alla kommunens skolor<<", "  | - <<Kostchefen<<", "  | - <<2027-12-31<<",
        "  | + {+Utreda en ny simhall+}", "  | + {+Fritidschefen+}", "  | + {+2027-11-01+}",
    ]  # fmt: skip


def test_a_table_whose_columns_changed_is_replaced() -> None:
    old, new = document([["a", "b"], ["c", "d"]], "Slut."), document([["a", "b", "ny"], ["c", "d", "e"]], "Slut.")
    tables = list(part(compared(old, new)).iter(f"{W}tbl"))
    assert len(tables) == 2
    assert all(row.find(f"{W}trPr/{W}del") is not None for row in tables[0].iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}ins") is not None for row in tables[1].iter(f"{W}tr"))


def test_the_last_paragraphs_of_a_text_come_and_go_with_the_mark_before_them() -> None:
    short, long = document("Först.", "Sedan."), document("Först.", "Sedan.", "Till sist detta.", "Och detta.")
    for old, new in ((short, long), (long, short)):
        last = list(part(compared(old, new)).iter(f"{W}p"))[-1]
        assert last.find(f"{W}pPr/{W}rPr/{W}ins") is None
        assert last.find(f"{W}pPr/{W}rPr/{W}del") is None
