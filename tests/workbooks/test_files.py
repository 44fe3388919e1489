"""Files that are no workbook of ours, or not a safe one: each gets its own plain refusal, and none brings us down."""

import io
import json
import random
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from schemas.workbooks import Kind
from service.findings import Gate, line
from service.workbooks import EDITION, Content, Identity, build, read
from service.workbooks.reading.archive import LARGEST_PART

from .filled import VP, built, changed, code_of, codes, content, parts_of, tampered, zipped

OPEN = "application/vnd.openxmlformats-officedocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def only_part(name, data=b"<x/>"):
    return zipped({name: data})


def typed(main):
    """A package whose main part is of that content type."""
    types = f'<Types><Override PartName="/x.xml" ContentType="{main}"/></Types>'
    return zipped({"[Content_Types].xml": types.encode()})


@pytest.mark.parametrize(
    ("blob", "code", "says"),
    [
        (b"", "tom-fil", "tom"),
        (b"%PDF-1.7\n...", "inte-arbetsbok", "PDF"),
        (b"<html><body><table></table>", "inte-arbetsbok", "webbsida"),
        (b"Namn;Belopp\nA;1\n", "inte-arbetsbok", "CSV"),
        (bytes(range(1, 200)), "inte-arbetsbok-okand", "inte en Excel-arbetsbok"),
        (OLE + bytes(600), "trasig-fil", "skadad"),
        (b"PK\x03\x04 and nothing more", "trasig-fil", "skadad"),
        (only_part("notes.txt"), "inte-arbetsbok", "zip-arkiv"),
        (only_part("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "inte-arbetsbok", ".ods"),
        (only_part("Index/Document.iwa"), "inte-arbetsbok", "Numbers"),
        (typed(OPEN + "wordprocessingml.document.main+xml"), "inte-arbetsbok", "Word"),
        (typed(OPEN + "presentationml.presentation.main+xml"), "inte-arbetsbok", "PowerPoint"),
        (typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "inte-arbetsbok", "xlsb"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(blob, code, says):
    reading = read(blob, "plan.xlsx")
    assert codes(reading) == [code]
    assert says in line(reading.findings[0])
    assert reading.findings[0].gate is Gate.FIL


def test_a_truncated_workbook_is_refused():
    assert code_of(built()[: len(built()) // 2]) == "trasig-fil"


def ole(*streams):
    """A minimal OLE file (version 3) whose root holds empty streams of those names."""
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header = (header + b"\xff" * 436)[:512]
    header = header[:76] + struct.pack("<I", 0) + header[80:]
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    names = ["Root Entry", *streams]
    entries = b""
    for number, name in enumerate(names):
        encoded = name.encode("utf-16-le") + b"\0\0"
        child = 1 if number == 0 else 0xFFFFFFFF
        right = number + 1 if 0 < number < len(names) - 1 else 0xFFFFFFFF
        entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), 5 if number == 0 else 2, 1)
        entry += struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)
        entries += entry
    return header + fat + entries.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("EncryptedPackage", "losenord"),
        ("Workbook", "gammal-excel"),
        ("Book", "gammal-excel"),
        ("WordDocument", "inte-arbetsbok"),
    ],
)
def test_old_office_files_and_encrypted_ones_are_told_apart(stream, code):
    assert code_of(ole(stream)) == code


def test_a_part_larger_than_thirty_megabytes_is_refused_before_it_is_unpacked():
    bomb = zipped({**parts_of(built()), "xl/media/big.bin": bytes(LARGEST_PART + 1)})
    assert code_of(bomb) == "for-stor-fil"


def test_a_workbook_packed_beyond_reason_is_refused():
    comment = b"<!--" + b"x" * (20 * 1024 * 1024) + b"-->"
    assert code_of(zipped({**parts_of(built()), "xl/extra.xml": comment})) == "for-stor-fil"


def test_a_huge_comment_that_packs_badly_is_refused_without_delay():
    noise = random.Random(1).randbytes(8 * 1024 * 1024).hex().encode()
    sheet = parts_of(built())["xl/worksheets/sheet2.xml"].replace(b"<sheetData>", b"<!--" + noise + b"--><sheetData>")
    assert code_of(zipped({**parts_of(built()), "xl/worksheets/sheet2.xml": sheet})) == "trasig-fil"


def test_too_many_parts_are_refused():
    assert code_of(zipped({**parts_of(built()), **{f"x/{n}": b"" for n in range(2_001)}})) == "for-stor-fil"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "xl\\evil.xml", "C:/evil.xml", "inner.zip"])
def test_parts_with_strange_names_are_refused(name):
    assert code_of(zipped({**parts_of(built()), name: b"x"})) == "osaker-fil"


def test_two_parts_of_one_name_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in [*parts_of(built()).items(), ("XL/Workbook.xml", b"<workbook/>")]:
            archive.writestr(name, part)
    assert code_of(out.getvalue()) == "osaker-fil"


def test_a_symbolic_link_in_the_archive_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts_of(built()).items():
            archive.writestr(name, part)
        link = zipfile.ZipInfo("xl/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert code_of(out.getvalue()) == "osaker-fil"


def test_entries_that_share_the_same_bytes_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts_of(built()).items():
            archive.writestr(name, part)
        archive.writestr("a", b"x" * 100)
        archive.writestr("b", b"x" * 100)
        archive.getinfo("b").header_offset = archive.getinfo("a").header_offset
    assert code_of(out.getvalue()) in ("osaker-fil", "trasig-fil")


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "docProps/custom.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused_wherever_they_stand(part, encoding):
    body = parts_of(built())[part].decode()
    declared = (ENTITIES.decode() + body[body.find("?>") + 2 if body.startswith("<?xml") else 0 :]).encode(encoding)
    assert code_of(zipped({**parts_of(built()), part: declared})) == "trasig-fil"


def test_broken_xml_is_refused():
    assert code_of(tampered("xl/worksheets/sheet2.xml", b"</sheetData>", b"")) == "trasig-fil"


@pytest.mark.parametrize(
    "styles",
    [
        b"<styleSheet><fills><fill/></fills></styleSheet>",
        b"nonsense",
        b"<a><cellXfs><xf numFmtId='9'/></cellXfs></a>",
    ],
)
def test_broken_and_missing_styles_do_not_matter(styles):
    assert codes(read(zipped({**parts_of(built()), "xl/styles.xml": styles}), "")) == []


def test_macros_are_ignored_and_told():
    reading = read(zipped({**parts_of(built()), "xl/vbaProject.bin": b"macro"}), "plan.xlsm")
    assert codes(reading) == ["makron"]
    assert reading.sheets


def test_a_workbook_in_strict_open_xml_reads_as_any_other():
    swaps = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )
    parts = parts_of(built())
    for old, new in swaps:
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    strict = read(zipped(parts), "")
    assert codes(strict) == []
    assert strict.sheets == read(built(), "").sheets


def test_external_links_are_never_followed():
    link = b'<Relationship Id="rId99" Type="http://x/worksheet" Target="http://10.0.0.1/x" TargetMode="External"/>'
    blob = tampered("xl/_rels/workbook.xml.rels", b"</Relationships>", link + b"</Relationships>")
    assert codes(read(blob, "")) == []


def test_a_hundred_sheets_are_the_most():
    def crowd(workbook):
        for number in range(100):
            workbook.create_sheet(f"Extra {number}")

    assert code_of(changed(crowd)) == "for-manga-blad"


def test_more_rows_than_the_limit_stop_the_reading():
    rows = b"".join(b'<row r="%d"><c r="B%d"><v>1</v></c></row>' % (n, n) for n in range(1000, 101_100))
    assert code_of(tampered("xl/worksheets/sheet9.xml", b"</sheetData>", rows + b"</sheetData>")) == "for-manga-rader"


NAMES = [
    "../../etc/passwd",
    "CON.xlsx",
    "x" * 300 + ".xlsx",
    "😀.xlsx",
    "a\0b.xlsx",
    "\u202exslx.exe",
    ".xlsx",
    "",
    "{fil}",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_shown_short_and_without_what_does_not_show(name):
    shown = line(read(b"", name).findings[0])
    assert len(shown) < 160
    assert shown.isprintable()


# Whose workbook it is.


def test_a_workbook_with_none_of_our_sheets_is_not_ours():
    out = io.BytesIO()
    Workbook().save(out)
    assert code_of(out.getvalue()) == "inte-var-arbetsbok"


def test_values_pasted_in_a_new_file_are_explained():
    def copy_out(workbook):
        workbook.custom_doc_props = type(workbook.custom_doc_props)()
        workbook.defined_names.clear()
        del workbook["_malkedjan"]

    blob = changed(copy_out)
    assert code_of(blob) == "okand-arbetsbok"
    assert "Hämta en ny ifylld arbetsbok" in line(read(blob, "").findings[0])


def without_property(workbook):
    workbook.custom_doc_props = type(workbook.custom_doc_props)()


def without_sheet(workbook):
    del workbook["_malkedjan"]


def without_name(workbook):
    del workbook.defined_names["mk_identity"]


@pytest.mark.parametrize("kept", [without_property, without_sheet, without_name])
def test_any_one_of_the_three_hiding_places_is_enough(kept):
    def strip(workbook):
        for remove in (without_property, without_sheet, without_name):
            if remove is not kept:
                remove(workbook)

    assert read(changed(strip), "").identity == VP


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        (Identity(Kind.VERKSAMHETSPLAN, "BUN", 2027, edition="0"), "fel-utgava"),
        (Identity(Kind.MRP, "", 2027), "fel-slag"),
        (Identity(Kind.VERKSAMHETSPLAN, "SN", 2027), "fel-namnd-eller-ar"),
        (Identity(Kind.VERKSAMHETSPLAN, "BUN", 2026), "fel-namnd-eller-ar"),
    ],
)
def test_an_old_a_different_and_another_nämnds_workbook_get_three_answers(identity, code):
    reading = read(build(identity, content(identity.kind)), "", expected=VP)
    assert codes(reading) == [code]
    assert not reading.sheets


def test_an_identity_holds_any_names():
    odd = Identity(Kind.MRP, "Å&B=1", 2027, EDITION, 'mrp:"x"', "Förslag A & B " + "x" * 300)
    assert read(build(odd, Content("X")), "").identity == odd


# Whatever the bytes.


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_mutation_of_a_files_bytes_raises(data):
    blob = bytearray(built())
    for _ in range(data.draw(st.integers(1, 8))):
        blob[data.draw(st.integers(0, len(blob) - 1))] = data.draw(st.integers(0, 255))
    assert json.dumps(codes(read(bytes(blob), "x")))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(parts_of(built()))), st.integers(0, 10**6), st.binary(max_size=12))
def test_no_mutation_of_a_parts_content_raises(name, place, noise):
    parts = parts_of(built())
    at = place % (len(parts[name]) or 1)
    parts[name] = parts[name][:at] + noise + parts[name][at + len(noise) :]
    read(zipped(parts), "x")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=20))
def test_no_bytes_at_all_raise(blob, name):
    assert read(blob, name).refused
    assert read(b"PK\x03\x04" + blob, name).refused
    assert read(OLE + blob, name).refused
