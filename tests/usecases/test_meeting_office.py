"""A whole package as LibreOffice lays it out: what leads where, what is printed, and what is not there."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from samples.source.moten import DELEGATIONSFIL
from schemas.workbooks import Kind
from service.machine import SETTING
from service.pdf import departures
from service.store import FILENAME, PlanKey
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.meetings.files import add_file
from service.usecases.meetings.new import new_meeting
from service.usecases.meetings.package import Package, package
from service.usecases.submitting.submit import submit
from service.usecases.verify import Verdict, verify
from tests.pdf.bundle.papers import lines, links, plain, saved, tree, words_on

from .conftest import samples
from .people import NOW, Person

pytestmark = [pytest.mark.office, pytest.mark.xdist_group("mote")]
NAME, DAY = "SN 2026-12-10", date(2026, 12, 10)
SECRET = "Hemlig7731"
# What the contents say, in order, each with its stamp; the headings of ärenden have none of their own.
CONTENTS = [
    ("Kallelse", "Kallelse"), ("Föredragningslista", "Föredragningslista"),
    ("3. Verksamhetsplan med detaljbudget 2027", "Ärende 3"), ("Tjänsteskrivelse", "Ärende 3"),
    ("Bilaga 3.1 Verksamhetsplan 2027", "Ärende 3, bilaga 1"), ("Bilaga 3.2 Detaljbudget 2027", "Ärende 3, bilaga 2"),
    ("Bilaga 3.3 Yttrande", "Ärende 3, bilaga 3"), ("4. Anmälan av delegationsbeslut", "Ärende 4, bilaga 1"),
    ("Bilaga 4.1 Lista över delegationsbeslut", "Ärende 4, bilaga 1"),
]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """The packages of one meeting: as first sent out, and after a late paper."""

    house: House
    first: Path
    second: Path
    late: Package

    def file(self, name: str, folder: Path | None = None) -> Path:
        """A file of the first package, or of another folder."""
        return (folder or self.first) / f"sn-2026-12-10-{name}"

    @property
    def pages(self) -> list[str]:
        """The text of each page of the whole."""
        return words_on(self.file("handlingar.pdf"))

    def paper(self, part: str) -> pikepdf.Pdf:
        """A paper of the package, as it lies in the zip."""
        with zipfile.ZipFile(self.file("handlingar.zip")) as archive:
            name = next(name for name in archive.namelist() if part in name and name.endswith(".pdf"))
            return pikepdf.open(io.BytesIO(archive.read(name)))


def opinion(text: str) -> bytes:
    """A Word file with an outline of its own."""
    document, out = Document(), io.BytesIO()
    document.core_properties.title = "Yttrande"
    document.add_heading("Fackets yttrande", 1)
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def called(house: House) -> None:
    """SN's plan handed in, its meeting called: a secret file, a Word file added late, an ärende withdrawn."""
    for pattern in ("verksamhetsplan-2027-sn.xlsx", "mote-2027-sn.xlsx"):
        path = samples(pattern)[0]
        assert submit(house, path.read_bytes(), path.name, by="Love").ready
    hand_in(house, PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027), by="Chefen", acknowledge=True)
    secret = plain(SECRET)
    secret.docinfo[pikepdf.Name.Title] = f"Utredning {SECRET}"
    add_file(house, NAME, DELEGATIONSFIL, saved(secret, compress_streams=False), by="Love")
    add_file(house, NAME, "yttrande.docx", opinion("Vi tillstyrker."), by="Love", arende="plan", title="Yttrande")
    person = Person(new_meeting(house, "SN", DAY)).type("Ärenden", 5, Utgår="ja")
    assert submit(house, person.saved(), "mote.xlsx", by="Love").ready


@pytest.fixture(scope="module")
def made(adopted_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The packages, made once for all that is asked of them."""
    root = tmp_path_factory.mktemp("mote")
    shutil.copy(adopted_data / "copy.db", root / FILENAME)
    with pytest.MonkeyPatch.context() as patch, open_house(root, lambda: NOW) as house:
        patch.setenv(SETTING, "soffice")
        called(house)
        first = package(house, NAME, root / "1", by="Love", sent=True)
        assert [finding.code for finding in first.findings if finding.code == "ingen-pdf"] == []
        add_file(house, NAME, "yttrande.docx", opinion("Vi avstyrker."), by="Love", arende="plan", title="Yttrande")
        yield Made(house, root / "1", root / "2", package(house, NAME, root / "2", by="Love", sent=True))


def test_contents_outline_stamps_and_labels_lead_to_the_same_pages(made: Made) -> None:
    printed, total = made.pages, len(made.pages)
    with pikepdf.open(made.file("handlingar.pdf")) as pdf:
        found = links(pdf, pdf.pages[0])
        outline, labels = list(lines(pdf)), [page.label for page in pdf.pages]
    assert [text.rpartition(", sida ")[0] for text, _ in found] == [title for title, _ in CONTENTS]
    starts = [at for _, at in found if at]
    for (text, at), (title, stamp) in zip(found, CONTENTS, strict=True):
        assert at is not None
        assert text.endswith(f", sida {at}")
        assert f"Socialnämnden den 10 december 2026 · {stamp} · sida {at} ({total})" in printed[at - 1]
        assert (title, at) in [(shown, page) for _, shown, page in outline]
    assert starts == sorted(starts)
    assert labels == [str(n) for n in range(1, total + 1)]
    assert all(f"sida {n} ({total})" in text for n, text in enumerate(printed, 1))


def test_whatever_a_package_gives_away_that_was_written_here_is_known_again(made: Made) -> None:
    with zipfile.ZipFile(made.file("handlingar.zip")) as archive:
        packed = {name: archive.read(name) for name in archive.namelist() if "Yttrande" not in name}
    loose = {path.name: path.read_bytes() for path in made.first.iterdir() if path.suffix in (".pdf", ".docx")}
    assert {"sn-2026-12-10-handlingar.pdf", "sn-2026-12-10-kallelse.pdf", "03-02 Detaljbudget 2027.pdf"} <= {
        *packed, *loose
    }  # fmt: skip
    for name, content in {**packed, **loose}.items():
        assert verify(made.house, content).verdict is Verdict.UNCHANGED, name


def test_amounts_of_a_sheet_stand_as_in_sweden_whatever_the_machine_speaks(made: Made) -> None:
    words = "".join(words_on(made.file("handlingar.pdf")))
    assert not re.search(r"\d,\d{3}\b", words)
    assert re.search(r"\d[\u00a0\u202f ]\d{3}\b", words)


def test_the_count_is_the_sum_of_the_papers_and_each_stands_where_it_begins(made: Made) -> None:
    with pikepdf.open(made.file("handlingar.pdf")) as pdf:
        starts = dict(zip((title for title, _ in CONTENTS), (at for _, at in links(pdf, pdf.pages[0])), strict=True))
    counted = {
        "Kallelse": len(pikepdf.open(made.file("kallelse.pdf")).pages),
        "Föredragningslista": len(pikepdf.open(made.file("foredragningslista.pdf")).pages),
        "Tjänsteskrivelse": len(made.paper("Tjänsteskrivelse").pages),
        "Bilaga 3.1 Verksamhetsplan 2027": len(made.paper("Verksamhetsplan").pages),
        "Bilaga 3.2 Detaljbudget 2027": len(made.paper("Detaljbudget").pages),
        "Bilaga 3.3 Yttrande": 1,
        "Bilaga 4.1 Lista över delegationsbeslut": 1,
    }
    assert len(made.pages) == 1 + sum(counted.values())
    at = 2
    for title, pages in counted.items():
        assert starts[title] == at, title
        at += pages


def test_the_outline_and_links_of_a_paper_lead_within_it_as_before(made: Made) -> None:
    paper = made.paper("Verksamhetsplan")
    with pikepdf.open(made.file("handlingar.pdf")) as pdf:
        start = next(page for _, title, page in lines(pdf) if title.startswith("Bilaga 3.1"))
        below = [(title, page) for depth, title, page in lines(pdf) if depth > 1 and start <= page]
        for n, page in enumerate(paper.pages):
            assert links(pdf, pdf.pages[start - 1 + n]) == [
                (text, at and at + start - 1) for text, at in links(paper, page)
            ]
        printed = made.pages
    inside = [(title, page) for title, page in below if page < start + len(paper.pages)]
    assert len(inside) > 10
    for title, page in inside:
        assert "".join(title.split()) in "".join(printed[page - 1].split())
    assert ("Fackets yttrande", start + len(paper.pages) + len(made.paper("Detaljbudget").pages)) in below


def test_fonts_are_embedded_text_can_be_selected_and_the_whole_is_tagged(made: Made) -> None:
    with pikepdf.open(made.file("handlingar.pdf")) as pdf:
        archive, access = departures(pdf)
        assert [fault for fault in (*archive, *access) if fault != "färgprofil saknas"] == []
        parts = [line for line in tree(pdf) if line.startswith("  Part ")]
    assert len(parts) == 1 + len([title for title, _ in CONTENTS if title[0] not in "34"])
    whole = " ".join(made.pages)
    for words in ("Förvaltningen har tagit fram en verksamhetsplan", "(utgår)",
                  "Vi tillstyrker.", "Handlingen omfattas av sekretess"):  # fmt: skip
        assert words in whole


def test_not_a_byte_of_what_is_secret_is_in_the_open_files(made: Made) -> None:
    kept = words_on(made.file("sekretess.pdf"))
    assert SECRET in kept[1]
    assert "SEKRETESS · Socialnämnden den 10 december 2026 · Ärende 4, bilaga 1 · sida 2 (2)" in kept[1]
    for folder in (made.first, made.second):
        for path in sorted(folder.iterdir()):
            if "sekretess" not in path.name:
                text = " ".join(words_on(path)) if path.suffix == ".pdf" else ""
                for name in (SECRET, "Delegationsbeslut november", DELEGATIONSFIL):
                    assert name not in text
                    for blob in unpacked(path.read_bytes()):
                        assert not any(name.encode(code) in blob for code in ("utf-8", "utf-16-be")), (path.name, name)


def unpacked(blob: bytes) -> Iterator[bytes]:
    """A file and all that is packed in it: entries of zip files, streams of PDFs."""
    yield blob
    if blob.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            yield "\n".join(archive.namelist()).encode()
            for name in archive.namelist():
                yield from unpacked(archive.read(name))
    elif blob.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(blob)) as pdf:
            yield saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all,
                        object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip


def test_a_late_paper_comes_alone_in_an_additional_package_and_in_the_whole(made: Made) -> None:
    assert [change.line for change in made.late.changes] == ["3.3 Yttrande: ändrad"]
    added = words_on(made.file("tillagg-2.pdf", made.second))
    assert [page.split(" · ")[1] for page in added] == ["Innehåll", "Ändringar", "Ärende 3, bilaga 3"]
    assert "3.3 Yttrande: ändrad" in added[1]
    assert "Vi avstyrker." in added[2]
    updated = words_on(made.file("handlingar.pdf", made.second))
    assert len(updated) == len(made.pages)
    assert "Vi avstyrker." in " ".join(updated)
