"""Uploads: what becomes pages, what is taken out and told, and what is refused in words that say what to do."""

import io
import subprocess
import zipfile
import zlib

import openpyxl
import pikepdf
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String
from PIL import Image

from service.pdf.bundle import Kind, Limits, Upload, notice, receive
from service.pdf.bundle.cleaning import Cleaned, Refused, clean
from service.pdf.bundle.images import ImageFault, image_to_pdf
from service.pdf.bundle.sniffing import sniff
from service.pdf.bundle.vetting import vet

from .papers import add_annotation, lines, links, plain, saved, with_name

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('x')"))


def cleaned(pdf: Pdf) -> tuple[Cleaned, Pdf]:
    """A PDF cleaned, and opened again."""
    made = clean(saved(pdf), 100)
    return made, pikepdf.open(io.BytesIO(made.pdf))


def everything(pdf: Pdf) -> bytes:
    """The file with nothing packed."""
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 30), **how: object) -> bytes:
    """A picture whose upper left corner is blue on orange."""
    image = Image.new("RGB", size, "orange")
    image.paste("blue", (0, 0, size[0] // 4, size[1] // 4))
    out = io.BytesIO()
    image.convert(mode).save(out, kind, **how)  # type: ignore[arg-type]
    return out.getvalue()


def word(text: str = "Förslag & <beslut>") -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_heading("Tjänsteskrivelse", 1)
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def excel() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Verksamhet", "Belopp"])
    book.save(out)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbfrubbish %PDF-1.7", Kind.PDF), (word(), Kind.WORD), (excel(), Kind.EXCEL),
        (b"{\\rtf1 x}", Kind.WORD),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), Kind.EXCEL),
        (picture("PNG"), Kind.IMAGE), (picture("JPEG"), Kind.IMAGE), (picture("TIFF"), Kind.IMAGE),
        (picture("WEBP"), Kind.IMAGE), (zipped(**{"a.txt": b"x"}), Kind.OTHER), (b"From: a@b", Kind.OTHER),
        (b"", Kind.OTHER), (b"PK\x03\x04 nothing", Kind.OTHER), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OTHER),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_bytes(data: bytes, kind: Kind) -> None:
    assert sniff(data).kind is kind


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "packas upp" in sniff(zipped(**{"word/document.xml": bytes(30_000_000)})).refusal


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_any_bytes_are_sniffed_and_refused_or_cleaned(data: bytes) -> None:
    sniff(data)
    with pytest.raises(Refused):
        clean(b"%PDF-1.7\n" + data, 10)


@pytest.mark.parametrize(
    ("locks", "words"),
    [
        (Encryption(user="a", owner="b"), "låst med lösenord"),
        (Encryption(user="", owner="b"), "skyddad mot ändringar"),
    ],
)
def test_a_locked_file_is_refused(locks: Encryption, words: str) -> None:
    with pytest.raises(Refused, match=words):
        clean(saved_locked(locks), 10)


def saved_locked(locks: Encryption) -> bytes:
    out = io.BytesIO()
    plain("x").save(out, encryption=locks)
    return out.getvalue()


def test_a_file_without_pages_or_with_too_many_is_refused() -> None:
    with pytest.raises(Refused, match="inga sidor"):
        clean(saved(pikepdf.new()), 10)
    with pytest.raises(Refused, match=r"har 3 sidor.*högst 2"):
        clean(saved(plain("a", "b", "c")), 2)


def test_a_portfolio_and_a_form_that_only_adobe_shows_are_refused() -> None:
    portfolio, form = plain("x"), plain("x")
    portfolio.Root.Collection = Dictionary(Type=Name.Collection)
    form.Root.AcroForm = Dictionary(Fields=Array(), XFA=form.make_stream(b"<xdp/>"))
    form.Root.NeedsRendering = True
    for pdf, words in ((portfolio, "portfölj"), (form, "XFA-formulär")):
        with pytest.raises(Refused, match=words):
            clean(saved(pdf), 10)


@pytest.mark.parametrize("size", [(5, 800), (100_000, 100)])
def test_pages_of_absurd_sizes_are_refused_with_their_number(size: tuple[float, float]) -> None:
    pdf = plain("a", "b")
    pdf.pages[1].obj.MediaBox = Array([0, 0, *size])
    with pytest.raises(Refused, match="Sidan 2 har en orimlig storlek"):
        clean(saved(pdf), 10)


def test_a_page_without_a_size_gets_one_and_odd_turns_are_dropped() -> None:
    pdf = plain("x")
    pdf.pages[0].obj.MediaBox = Array([0, 0, 0, 0])
    pdf.pages[0].obj.Rotate, pdf.pages[0].obj.UserUnit = 17, -1
    made, opened = cleaned(pdf)
    assert "Sidan 1 saknade storlek och har fått A4." in made.remarks
    assert not {"/Rotate", "/UserUnit"} & set(opened.pages[0].obj.keys())


def test_a_damaged_file_is_mended_and_told() -> None:
    data = saved(plain("hel", "halv"))
    made = clean(data[: data.rindex(b"xref")] + b"\nskrap", 10)
    assert made.pages == 2
    assert "skadad och har lagats" in made.remarks[0]


def test_scripts_and_launches_are_taken_away_and_told() -> None:
    pdf = with_name(plain("a", "b"), "plats", 1)
    pdf.Root.OpenAction = SCRIPT
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("s"), SCRIPT]))
    pdf.pages[0].obj.AA = Dictionary(O=SCRIPT)
    web, mail = (Dictionary(S=Name.URI, URI=String(to)) for to in ("https://kommunen.se", "mailto:a@b.se"))
    web.Next = SCRIPT
    add_annotation(pdf, Subtype=Name.Link, A=web)
    add_annotation(pdf, Subtype=Name.Link, A=mail)
    add_annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    add_annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))
    add_annotation(pdf, Subtype=Name.Link, AA=Dictionary(E=SCRIPT))
    made, opened = cleaned(pdf)
    assert "Skript som körs när filen öppnas är borttagna." in made.remarks
    assert any(remark.startswith("4 länkar eller knappar") for remark in made.remarks)
    for trace in (b"launchURL", b"calc.exe", b"javascript:", b"JavaScript"):
        assert trace not in everything(opened)
    assert links(opened, opened.pages[0])[0][1] == 2
    assert [str(a.A.URI) for a in opened.pages[0].obj.Annots if Name.A in a] == ["https://kommunen.se", "mailto:a@b.se"]


def test_files_within_the_file_are_taken_away_and_named() -> None:
    pdf = plain("x")
    pdf.attachments["löner.xlsx"] = b"hemligt innehall"
    spec = pdf.make_indirect(Dictionary(
        Type=Name.Filespec, F=String("b.exe"), EF=Dictionary(F=pdf.make_stream(b"inbaddat program"))
    ))  # fmt: skip
    add_annotation(pdf, Subtype=Name.FileAttachment, FS=spec)
    add_annotation(pdf, Subtype=Name("/3D"))
    made, opened = cleaned(pdf)
    assert any("löner.xlsx" in remark for remark in made.remarks)
    assert any("(3D, FileAttachment)" in remark for remark in made.remarks)
    for trace in (b"hemligt innehall", b"inbaddat program"):
        assert trace not in everything(opened)


def test_what_is_filled_into_fields_is_printed_on_the_page() -> None:
    pdf = plain("x")
    font = pdf.pages[0].obj.Resources.Font.F1
    drawn = pdf.make_stream(
        b"/Tx BMC BT /F1 12 Tf 2 4 Td (ifyllt svar) Tj ET EMC", Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 120, 20]), Resources=Dictionary(Font=Dictionary(F1=font)),
    )  # fmt: skip
    field = add_annotation(
        pdf, Subtype=Name.Widget, FT=Name.Tx, T=String("svar"), V=String("ifyllt svar"), AP=Dictionary(N=drawn), F=4
    )
    signed = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("sig"), V=Dictionary(Type=Name.Sig)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field, signed]), XFA=pdf.make_stream(b"<x/>"))
    made, opened = cleaned(pdf)
    assert b"ifyllt svar" in everything(opened)
    assert Name.AcroForm not in opened.Root
    assert not opened.pages[0].obj.get(Name.Annots, Array())
    told = " ".join(made.remarks)
    for words in ("undertecknad elektroniskt", "XFA-del", "gjorda till text"):
        assert words in told


def test_what_readers_by_ear_will_miss_is_told() -> None:
    scan = pikepdf.new()
    scan.add_blank_page()
    assert any("inskannad" in remark for remark in clean(saved(scan), 10).remarks)
    told = " ".join(clean(saved(plain("x")), 10).remarks)
    assert "saknar taggar" in told
    assert "inte inbäddade" in told
    assert "Helvetica" in told
    assert clean(notice("Allt är väl", ["Ja."]), 10).remarks == ()


def test_outline_and_tags_are_kept() -> None:
    pdf = plain("a", "b")
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Två", 1))
    _, opened = cleaned(pdf)
    assert list(lines(opened)) == [(0, "Två", 2)]
    tagged = pikepdf.open(io.BytesIO(clean(notice("Rubrik", ["Text."]), 10).pdf))
    assert [str(kid.S) for kid in tagged.Root.StructTreeRoot.K[0].K] == ["/H1", "/P"]
    assert tagged.Root.MarkInfo.Marked is True


@pytest.mark.parametrize(
    ("data", "pages", "size"),
    [
        (picture("JPEG"), 1, (842, 595)), (picture("PNG", "RGBA"), 1, (842, 595)), (picture("GIF", "P"), 1, (842, 595)),
        (picture("BMP"), 1, (842, 595)), (picture("WEBP", size=(30, 60)), 1, (595, 842)),
        (picture("PNG", "LA"), 1, (842, 595)),
        (picture("TIFF", save_all=True, append_images=[Image.new("RGB", (30, 60))]), 2, (842, 595)),
        (picture("JPEG", "CMYK"), 1, (842, 595)), (picture("PNG", "I;16"), 1, (842, 595)),
    ],
)  # fmt: skip
def test_a_picture_becomes_an_a4(data: bytes, pages: int, size: tuple[int, int]) -> None:
    with pikepdf.open(io.BytesIO(image_to_pdf(data, 10))) as pdf:
        assert len(pdf.pages) == pages
        assert [round(float(n)) for n in pdf.pages[0].obj.MediaBox] == [0, 0, *size]


def test_a_photo_taken_upright_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    for kind in ("JPEG", "WEBP"):
        with pikepdf.open(io.BytesIO(image_to_pdf(picture(kind, size=(80, 40), exif=exif), 10))) as pdf:
            box, turn = pdf.pages[0].obj.MediaBox, int(pdf.pages[0].obj.get(Name.Rotate, 0))
            assert (float(box[2]) < float(box[3])) is (turn % 180 == 0), kind


def test_a_broken_picture_and_one_of_too_many_pages_are_refused() -> None:
    with pytest.raises(ImageFault, match="skadad"):
        image_to_pdf(picture("PNG")[:60], 10)
    many = picture("TIFF", save_all=True, append_images=[Image.new("RGB", (3, 3))] * 4)
    with pytest.raises(ImageFault, match="har 5 sidor"):
        image_to_pdf(many, 4)


def test_office_files_reach_for_nothing_and_tell_what_shows() -> None:
    linked = (
        b'<Relationships><Relationship Id="a" Type="http://x/image" Target="http://evil/x.png" TargetMode="External"/>'
        b'<Relationship Id="b" Type="http://x/hyperlink" Target="http://good" TargetMode="External"/></Relationships>'
    )
    parts = {
        "word/document.xml": b'<w:p><w:ins w:id="1"/></w:p>',
        "word/_rels/document.xml.rels": linked,
        "word/vbaProject.bin": b"",
    }
    data, told = vet(zipped(**parts), "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        left = archive.read("word/_rels/document.xml.rels")
    assert b"evil" not in left
    assert b"http://good" in left
    assert [text.split()[2] for text in told] == ["makron.", "spårade", "mallar"]
    untouched = word()
    assert vet(untouched, "docx") == (untouched, ())


def test_what_is_no_paper_is_told_by_name_and_kept_as_it_came() -> None:
    mail, empty = receive([Upload("brev.eml", b"From: a@b"), Upload("tom.pdf", b"")])
    assert (mail.pdf, mail.upload.data, mail.upload.name) == (None, b"From: a@b", "brev.eml")
    assert "varken PDF, Word, Excel" in mail.refusal
    assert empty.refusal == "Filen är tom."
    assert "större än 1 MB" in receive([Upload("x.pdf", bytes(1_000_001))], Limits(bytes=1_000_000))[0].refusal


def test_a_bomb_goes_off_in_a_process_of_its_own() -> None:
    pdf = plain("x")
    packed = zlib.compress(b"q " * 40_000_000, 1)
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"")
    pdf.pages[0].obj.Contents.write(packed, filter=Name.FlateDecode)
    [got] = receive([Upload("bomb.pdf", saved(pdf))], Limits(seconds=60))
    assert got.pdf is None
    assert "Sidan 1 packas upp till orimligt mycket" in got.refusal


def test_a_process_that_crashes_is_told_as_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashed(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], -11, "", "")

    monkeypatch.setattr(subprocess, "run", crashed)
    [got] = receive([Upload("x.pdf", saved(plain("x")))])
    assert "för mycket minne eller tid" in got.refusal


def test_pdf_and_picture_come_back_as_pages_from_the_process() -> None:
    pdf, image, wrong = receive([
        Upload("a.pdf", saved(plain("a", "b"))), Upload("b.png", picture("PNG")), Upload("c.pdf", b"%PDF-1.7 hej"),
    ])  # fmt: skip
    assert (pdf.kind, pdf.pages, pdf.refusal) == (Kind.PDF, 2, "")
    assert {remark.about for remark in pdf.remarks} == {"a.pdf"}
    assert (image.kind, image.pages) == (Kind.IMAGE, 1)
    assert "skadad" in wrong.refusal


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_word_and_excel_become_pages_and_a_broken_one_is_told() -> None:
    names = ["a.docx", "b.xlsx", "c.docx"]
    broken = zipped(**{"[Content_Types].xml": b"wordprocessingml.document.main+xml", "word/document.xml": b"<w:"})
    done = receive([Upload(name, data) for name, data in zip(names, (word(), excel(), broken), strict=True)])
    assert [(one.kind, one.pages) for one in done] == [(Kind.WORD, 1), (Kind.EXCEL, 1), (Kind.WORD, 0)]
    assert "kunde inte göras om till PDF" in done[2].refusal
    with pikepdf.open(io.BytesIO(done[0].pdf or b"")) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
