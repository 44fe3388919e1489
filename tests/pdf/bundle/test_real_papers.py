"""The sample municipality's own papers in a package."""

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from service.pdf import departures
from service.pdf.bundle import Look, Paper, join

from ..conftest import Paper as Finished
from .papers import lines, links, tree, words_on

pytestmark = pytest.mark.office


def test_papers_from_libreoffice_keep_outline_links_tags_and_fonts(
    papers: Mapping[str, Finished], tmp_path: Path
) -> None:
    given = [
        Paper(kind, one.pdf_path, f"Ärende {n}", (f"{n}. Ärende",)) for n, (kind, one) in enumerate(papers.items(), 1)
    ]
    made = join(given, Look("Handlingar", "Nämnden 2026-12-15"), tmp_path / "p.pdf")
    assert made.is_tagged
    assert made.total == 1 + sum(len(one.pdf.pages) for one in papers.values())
    printed = words_on(made.path)
    with pikepdf.open(made.path) as pdf:
        archive, access = departures(pdf)
        assert [fault for fault in (*archive, *access) if fault != "färgprofil saknas"] == []
        below = list(lines(pdf))
        parts = [line for line in tree(pdf) if line.startswith("  Part")]
        for place, one in zip(made.places, papers.values(), strict=True):
            assert words_on(one.pdf_path)[0] in printed[place.first - 1]
            assert (1, place.paper.title, place.first) in below
            with one.pdf.open_outline() as outline:
                titles = [item.title for item in outline.root]
            own = [
                title for depth, title, page in below if depth == 2 and place.first <= page < place.first + place.pages
            ]
            assert own == [" ".join(title.split()) for title in titles]
            for n, page in enumerate(one.pdf.pages):
                moved = [(text, at and at + place.first - 1) for text, at in links(one.pdf, page)]
                assert links(pdf, pdf.pages[place.first - 1 + n]) == moved
        assert parts == ["  Part Innehåll", *(f"  Part {kind}" for kind in papers)]
