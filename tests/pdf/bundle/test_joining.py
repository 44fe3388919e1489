"""A finished package: what leads where, what is printed on each page, and what may not come along."""

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from service.pdf.archive import fonts
from service.pdf.bundle import Bundle, BundleFault, Look, Paper, join, notice

from .papers import add_annotation, lines, links, plain, saved, tree, with_name, words_on

LOOK = Look(
    "Handlingar till barnnämnden", "Barnnämnden 2026-12-15", "Sammanträde kl. 13",
    created=datetime(2026, 12, 1, tzinfo=UTC),
)  # fmt: skip
LONG = "Förslag till ändrad organisation för elevhälsan på Dalboskolan, Torpaskolan och Silvertärnan från hösten 2027"


def told(title: str) -> bytes:
    """A tagged paper of one page."""
    return notice(title, [f"Det här är {title}."])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Three ärenden with papers of several kinds."""
    first, second = (
        with_name(plain("alfa", "beta", "gamma"), "kapitel", 2),
        with_name(plain("delta", "epsilon"), "kapitel", 1),
    )
    with first.open_outline() as outline:
        child = pikepdf.OutlineItem("Avsnitt", 2)
        top = pikepdf.OutlineItem("Kapitel", 1)
        top.children.append(child)
        outline.root.append(top)
    papers = [
        Paper("Tjänsteskrivelse", saved(first), "Ärende 1, bilaga 1", ("1. Budget",)),
        Paper(LONG, saved(second), "Ärende 1, bilaga 2", ("1. Budget",)),
        Paper("Yttrande", told("yttrandet"), "Ärende 2, bilaga 1", ("2. Motion om böcker",)),
        Paper("Protokoll", told("protokollet"), "Anmälan", ()),
    ]
    return join(papers, LOOK, tmp_path_factory.mktemp("paket") / "paket.pdf")


def test_the_count_is_the_sum_of_its_parts(package: Bundle) -> None:
    with pikepdf.open(package.path) as pdf:
        assert len(pdf.pages) == package.pages == 1 + sum(place.pages for place in package.places) == 8
    assert [(place.first, place.pages) for place in package.places] == [(2, 3), (5, 2), (7, 1), (8, 1)]


def test_every_line_of_the_contents_leads_to_its_page_and_says_so(package: Bundle) -> None:
    with pikepdf.open(package.path) as pdf:
        found = links(pdf, pdf.pages[0])
    assert found == [
        ("1. Budget, sida 2", 2), ("Tjänsteskrivelse, sida 2", 2), (f"{LONG}, sida 5", 5),
        ("2. Motion om böcker, sida 7", 7), ("Yttrande, sida 7", 7), ("Protokoll, sida 8", 8),
    ]  # fmt: skip
    printed = words_on(package.path)[0]
    for text in ("Handlingar till barnnämnden", "Sammanträde kl. 13", "Innehåll", "1. Budget", "Tjänsteskrivelse"):
        assert text in printed


def test_the_outline_goes_from_arende_to_paper_to_its_own_outline(package: Bundle) -> None:
    with pikepdf.open(package.path) as pdf:
        assert list(lines(pdf)) == [
            (0, "Innehåll", 1), (0, "1. Budget", 2), (1, "Tjänsteskrivelse", 2), (2, "Kapitel", 3), (3, "Avsnitt", 4),
            (1, LONG, 5), (0, "2. Motion om böcker", 7), (1, "Yttrande", 7), (0, "Protokoll", 8),
        ]  # fmt: skip


def test_stamps_labels_and_numbers_agree_on_every_page(package: Bundle) -> None:
    stamps = ["Innehåll", *["Ärende 1, bilaga 1"] * 3, *["Ärende 1, bilaga 2"] * 2, "Ärende 2, bilaga 1", "Anmälan"]
    with pikepdf.open(package.path) as pdf:
        labels = [page.label for page in pdf.pages]
    for number, (printed, stamp, label) in enumerate(zip(words_on(package.path), stamps, labels, strict=True), 1):
        assert f"Barnnämnden 2026-12-15 · {stamp} · sida {number} (8)" in printed
        assert label == str(number)


def test_named_places_that_two_papers_call_the_same_stay_apart(package: Bundle) -> None:
    with pikepdf.open(package.path) as pdf:
        assert links(pdf, pdf.pages[1]) == [("", 4)]
        assert links(pdf, pdf.pages[4]) == [("", 6)]


def test_text_can_still_be_selected(package: Bundle) -> None:
    printed = words_on(package.path)
    for number, word in enumerate(("alfa", "beta", "gamma", "delta", "epsilon"), 1):
        assert word in printed[number]
    assert "Det här är yttrandet." in printed[6]


def test_our_own_letters_are_embedded(package: Bundle) -> None:
    with pikepdf.open(package.path) as pdf:
        ours = {str(font.BaseFont): font for font in fonts(pdf) if font.BaseFont != Name.Helvetica}
        assert {name.split("+")[1] for name in ours} == {"Lato-Regular", "Lato-Bold"}
        for font in ours.values():
            assert Name.FontFile2 in font.DescendantFonts[0].FontDescriptor
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 60_000


def test_the_same_papers_give_the_same_bytes(tmp_path: Path) -> None:
    papers = [Paper("A", told("a"), "Ärende 1", ("1",)), Paper("B", saved(plain("b")))]
    first, second = (join(papers, LOOK, tmp_path / name).path.read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second


def test_a_package_of_tagged_papers_is_tagged_and_each_is_a_part_of_it(tmp_path: Path) -> None:
    made = join([Paper("A", told("a"), "", ("1",)), Paper("B", told("b"), "", ("1",))], LOOK, tmp_path / "p.pdf")
    assert made.is_tagged
    assert not made.remarks
    with pikepdf.open(made.path) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert tree(pdf) == [
            "Document", "  Part Innehåll", "    H1 s. 1", "    P s. 1", "    H2 s. 1", "    TOC",
            "      TOCI", "        Reference", "          Link s. 1",
            "      TOC",
            "        TOCI", "          Reference", "            Link s. 1",
            "        TOCI", "          Reference", "            Link s. 1",
            "  Part A", "    H1 s. 2", "    P s. 2", "  Part B", "    H1 s. 3", "    P s. 3",
        ]  # fmt: skip
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for page in pdf.pages:
            for element in parents[int(page.obj.StructParents)]:
                assert any(Name.Pg in kid and kid.Pg == page.obj for kid in element.K)
        for annotation in pdf.pages[0].obj.Annots:
            assert Name.Link == parents[int(annotation.StructParent)].S


def test_one_untagged_paper_makes_the_package_untagged_and_is_told(package: Bundle) -> None:
    assert not package.is_tagged
    assert [remark.about for remark in package.remarks] == ["Tjänsteskrivelse", LONG]
    with pikepdf.open(package.path) as pdf:
        assert pdf.Root.MarkInfo.Marked is False
        assert all(Name.StructParents not in page.obj for page in list(pdf.pages)[1:6])
        assert "  Part Yttrande" in tree(pdf)


def test_no_claim_is_made_that_nobody_tried(tmp_path: Path) -> None:
    claiming = plain("x")
    with claiming.open_metadata() as metadata:
        metadata["pdfuaid:part"] = "1"
        metadata["pdfaid:part"] = "2"
    made = join([Paper("A", saved(claiming))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as pdf:
        told_of = pdf.open_metadata()
        assert "pdfuaid:part" not in told_of
        assert "pdfaid:part" not in told_of
        assert (told_of["dc:title"], pdf.Root.Lang) == ("Handlingar till barnnämnden", "sv-SE")


def test_roles_classes_and_ids_that_clash_are_told_apart(tmp_path: Path) -> None:
    def paper(role: Name) -> bytes:
        pdf = pikepdf.open(tmp_path / "a.pdf")
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary(Ingress=role)
        root.ClassMap = Dictionary(K=Dictionary(O=Name.Layout, SpaceAfter=1 if role == Name.P else 2))
        cell = root.K[0].K[0]
        cell.S, cell.C, cell.ID = Name.Ingress, Name.K, String("rad1")
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("rad1")]))
        ids = pikepdf.NameTree.new(pdf)
        ids["rad1"] = cell
        root.IDTree = ids.obj
        return saved(pdf)

    (tmp_path / "a.pdf").write_bytes(told("a"))
    made = join([Paper("A", paper(Name.P)), Paper("B", paper(Name.H1))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as pdf:
        root = pdf.Root.StructTreeRoot
        roles = dict(root.RoleMap.items())
        assert sorted(str(value) for value in roles.values()) == ["/H1", "/P"]
        ids = pikepdf.NameTree(root.IDTree)
        cells = [part.K[0] for part in root.K[0].K[1:]]
        assert [str(roles[str(cell.S)]) for cell in cells] == ["/P", "/H1"]
        assert [root.ClassMap[cell.C].SpaceAfter for cell in cells] == [1, 2]
        for cell in cells:
            assert ids[str(cell.ID)] == cell
            assert str(cell.A.Headers[0]) == str(cell.ID)


def test_hidden_layers_stay_hidden(tmp_path: Path) -> None:
    pdf = plain("synligt")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Dold")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(MC0=layer)
    page.Contents = pdf.make_stream(b"/OC /MC0 BDC BT /F1 20 Tf 80 300 Td (hemligt lager) Tj ET EMC")
    made = join([Paper("A", saved(pdf))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        assert [str(group.Name) for group in done.Root.OCProperties.D.OFF] == ["Dold"]


def test_nothing_that_runs_comes_along(tmp_path: Path) -> None:
    pdf = plain("x")
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('skript')"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.pages[0].obj.AA = Dictionary(O=script)
    pdf.pages[0].obj.Thumb = pdf.make_stream(b"miniatyr")
    pdf.pages[0].obj.PieceInfo = Dictionary(Program=Dictionary(Private=String("privat")))
    made = join([Paper("A", saved(pdf))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        assert not {Name.OpenAction, Name.AA, Name.AcroForm} & set(map(Name, done.Root.keys()))
        assert not {Name.AA, Name.Thumb, Name.PieceInfo} & set(map(Name, done.pages[1].obj.keys()))


def test_a_secret_paper_leaves_a_notice_and_not_a_byte_of_itself(tmp_path: Path) -> None:
    secret = saved(plain("personnummer"), compress_streams=False)
    stub = notice("Sekretessbelagd handling", ["Handlingen omfattas av sekretess och finns i ett eget paket."])
    public = join([Paper("Sekretessbelagd handling", stub, "Ärende 1")], LOOK, tmp_path / "p.pdf")
    kept = join([Paper("Orosanmälan Kalle", secret, "Ärende 1")], LOOK, tmp_path / "s.pdf")
    assert "personnummer" in " ".join(words_on(kept.path))
    with pikepdf.open(public.path) as pdf:
        unpacked = saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    for trace in (b"personnummer", "Kalle".encode("utf-16-be"), b"Kalle", b"Orosan"):
        assert trace not in unpacked
        assert trace not in public.path.read_bytes()
    assert "omfattas av sekretess" in words_on(public.path)[1]


def test_a_long_notice_goes_on_on_the_next_page(tmp_path: Path) -> None:
    lines = [f"{n}. {LONG}" for n in range(60)]
    made = join([Paper("Ändringar", notice("Ändringar sedan sist", lines))], LOOK, tmp_path / "p.pdf")
    assert (made.pages, made.is_tagged) == (5, True)
    printed = " ".join(words_on(made.path))
    assert all(f"{n}. Förslag" in printed for n in range(60))
    with pikepdf.open(made.path) as pdf:
        assert sum(line.startswith("    P") for line in tree(pdf)) == 60 + 1  # and the line below the title


def test_many_papers_fill_several_pages_of_contents(tmp_path: Path) -> None:
    one = told("a")
    papers = [Paper(f"{LONG} {n}", one, "", (f"{n}. {LONG}",)) for n in range(30)]
    made = join(papers, LOOK, tmp_path / "p.pdf")
    assert made.places[0].first == 5
    with pikepdf.open(made.path) as pdf:
        found = [link for page in list(pdf.pages)[:4] for link in links(pdf, page)]
        assert [at for _, at in found] == [at for place in made.places for at in (place.first,) * 2]
        assert all(text.endswith(f"sida {at}") for text, at in found)
        for page in list(pdf.pages)[:4]:
            low = min(float(annotation.Rect[1]) for annotation in page.obj.Annots)
            assert low > 50


def test_a_package_can_be_a_paper_in_another(package: Bundle, tmp_path: Path) -> None:
    outer = join([Paper("Paketet", package.path, "Bilaga 1")], LOOK, tmp_path / "p.pdf")
    printed = words_on(outer.path)
    assert "Det här är yttrandet." in printed[7]
    assert "sida 7 (8) Barnnämnden 2026-12-15 · Bilaga 1 · sida 8 (9)" in printed[7]
    with pikepdf.open(outer.path) as pdf:
        assert [at for _, at in links(pdf, pdf.pages[1])] == [3, 3, 6, 8, 8, 9]


@pytest.mark.parametrize(
    ("data", "words"), [(b"inte en pdf", "går inte att läsa"), (saved(pikepdf.new()), "inga sidor")]
)
def test_a_paper_that_cannot_be_read_is_told_by_name(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(BundleFault, match=f"”Bilaga 3”.*{words}"):
        join([Paper("Bilaga 3", data)], LOOK, tmp_path / "p.pdf")
    assert not (tmp_path / "p.pdf").exists()


def test_outlines_that_bite_their_own_tail_end(tmp_path: Path) -> None:
    pdf = plain("x")
    item = pdf.make_indirect(Dictionary(Title=String("Om och om"), Dest=Array([pdf.pages[0].obj, Name.Fit])))
    item.Next = item.First = item
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))
    made = join([Paper("A", saved(pdf))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        assert list(lines(done)) == [(0, "Innehåll", 1), (0, "A", 2), (1, "Om och om", 2)]


def test_comments_stay(tmp_path: Path) -> None:
    pdf = plain("x")
    add_annotation(pdf, Subtype=Name.Text, Contents=String("Stämmer det?"))
    made = join([Paper("A", saved(pdf))], LOOK, tmp_path / "p.pdf")
    with pikepdf.open(made.path) as done:
        assert links(done, done.pages[1]) == [("Stämmer det?", None)]
