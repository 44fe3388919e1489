"""A package in parts, and as files in a zip."""

import random
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name

from service.pdf.bundle import Bundle, File, Look, Paper, file_names, join, notice, pack, split

from .papers import lines, links, plain, saved, tree, words_on

LOOK = Look("Handlingar", "Nämnden 2026-12-15")


def heavy(words: list[str], size: int) -> bytes:
    """A paper whose pages weigh so many bytes each."""
    pdf, chance = plain(*words), random.Random(7)
    for page in pdf.pages:
        picture = pdf.make_stream(
            chance.randbytes(size), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )  # fmt: skip
        page.obj.Resources = Dictionary(Font=page.obj.Resources.Font, XObject=Dictionary(Im=picture))
    return saved(pdf)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Some 700 kB in three papers, of which the last is tagged."""
    first, second = heavy(["a1", "a2", "a3"], 100_000), heavy(["b1", "b2", "b3", "b4"], 100_000)
    papers = [
        Paper("Alfa", first, "Ärende 1", ("1",)), Paper("Beta", second, "Ärende 2", ("2",)),
        Paper("Gamma", notice("Gamma", ["Sist."]), "Ärende 3", ("3",)),
    ]  # fmt: skip
    return join(papers, LOOK, tmp_path_factory.mktemp("paket") / "paket.pdf")


@pytest.fixture(scope="module")
def parts(package: Bundle) -> tuple[Bundle, ...]:
    return split(package, 0.45)


def test_no_part_is_larger_and_together_they_are_the_whole(package: Bundle, parts: tuple[Bundle, ...]) -> None:
    assert [(part.first, part.last) for part in parts] == [(1, 4), (5, 8), (9, 9)] or len(parts) == 2
    assert all(part.path.stat().st_size <= 450_000 for part in parts)
    assert [page for part in parts for page in words_on(part.path)] == words_on(package.path)
    assert sum(part.pages for part in parts) == package.total


def test_a_part_ends_where_a_paper_does(parts: tuple[Bundle, ...]) -> None:
    assert parts[0].last == 4
    assert [place.paper.title for place in parts[0].places] == ["Alfa"]


def test_numbers_and_outline_are_those_of_the_whole(parts: tuple[Bundle, ...]) -> None:
    for part in parts:
        with pikepdf.open(part.path) as pdf:
            assert [page.label for page in pdf.pages] == [str(n) for n in range(part.first, part.last + 1)]
    with pikepdf.open(parts[1].path) as pdf:
        assert list(lines(pdf))[:2] == [(0, "2", 1), (1, "Beta", 1)]


def test_links_within_lead_there_and_links_out_open_the_other_part(parts: tuple[Bundle, ...]) -> None:
    with pikepdf.open(parts[0].path) as pdf:
        found = links(pdf, pdf.pages[0])
        assert found[:2] == [("1, sida 2", 2), ("Alfa, sida 2", 2)]
        out = [annotation.A for annotation in pdf.pages[0].obj.Annots if Name.A in annotation]
    assert {str(action.S) for action in out} == {"/GoToR"}
    assert str(out[0].F) == parts[1].path.name
    assert int(out[0].D[0]) == 0


def test_tags_of_each_part_are_those_of_its_pages(parts: tuple[Bundle, ...]) -> None:
    with pikepdf.open(parts[0].path) as pdf:
        assert tree(pdf)[1] == "  Part Innehåll"
        assert not any("Gamma" in line for line in tree(pdf))
    with pikepdf.open(parts[-1].path) as pdf:
        assert "  Part Gamma" in tree(pdf)
        assert not any("Innehåll" in line for line in tree(pdf))


def test_a_package_that_is_small_enough_is_its_only_part(package: Bundle) -> None:
    assert split(package, 5) == (package,)


def test_a_page_too_large_for_any_part_is_told(tmp_path: Path) -> None:
    made = join([Paper("A", heavy(["a", "b"], 300_000))], LOOK, tmp_path / "p.pdf")
    parts = split(made, 0.1)
    assert [part.pages for part in parts] == [1, 1, 1]
    assert [len(part.remarks) - len(made.remarks) for part in parts] == [0, 1, 1]
    assert "Sidan 2 är ensam större än 0.1 MB" in parts[1].remarks[-1].text.replace(",", ".")


def test_names_in_the_zip_sort_in_the_order_of_the_meeting(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"fil")
    files = [
        File((n, 1), title, "pdf", b"x") for n, title in ((1, "Budget"), (2, "a/b: c?"), (10, "Ö"), (100, "Sist."))
    ]
    files.append(File((100, 2), "Från fil", "", tmp_path / "b"))
    names = pack(files, tmp_path / "z.zip")
    assert names == (
        "001-01 Budget.pdf", "002-01 a-b- c-.pdf", "010-01 Ö.pdf", "100-01 Sist.pdf", "100-02 Från fil",
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "z.zip") as archive:
        assert archive.namelist() == sorted(names)
        assert archive.read("100-02 Från fil") == b"fil"
    first = (tmp_path / "z.zip").read_bytes()
    pack(files, tmp_path / "z.zip")
    assert (tmp_path / "z.zip").read_bytes() == first


@given(st.lists(st.tuples(st.integers(1, 300), st.text(max_size=120)), max_size=8))
def test_any_titles_make_names_that_every_system_takes(given_files: list[tuple[int, str]]) -> None:
    names = file_names([File((n,), title, "pdf", b"") for n, title in given_files])
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert not set(name) & set('<>:"/\\|?*\n\0')
        assert len(name.encode()) < 255 or len(name) < 100
        assert not name.startswith(".")
