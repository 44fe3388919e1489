"""Small PDFs for the tests, and what can be read from finished packages."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, Page, Pdf, String

from service.pdf.bundle.tags import Tags

A4 = (595.28, 841.89)


def saved(pdf: Pdf, **how: object) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    pdf.save(out, static_id=True, **how)  # type: ignore[arg-type]
    return out.getvalue()


def plain(*words: str, size: tuple[float, float] = A4) -> Pdf:
    """An untagged PDF with a page for each of the words."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for word in words:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(f"BT /F1 20 Tf 80 400 Td ({word}) Tj ET".encode("latin-1"))
    return pdf


def dense(pages: int, cells: int) -> bytes:
    """A tagged PDF whose pages are tables of that many cells."""
    with pikepdf.new() as pdf:
        tags = Tags(pdf, "sv-SE")
        for _ in range(pages):
            pdf.add_blank_page(page_size=A4)
            page, marked = pdf.pages[-1].obj, Array()
            table = tags.element(Name.Table, tags.document)
            rows = [tags.element(Name.TR, table) for _ in range(0, cells, 5)]
            for number in range(cells):
                cell = tags.element(Name.TD, rows[number // 5])
                cell.K.append(Dictionary(Type=Name.MCR, Pg=page, MCID=number))
                marked.append(cell)
            drawn = "".join(f"/TD <</MCID {n}>> BDC EMC\n" for n in range(cells))
            page.Contents = pdf.make_stream(drawn.encode("ascii"))
            page.StructParents = tags.key(pdf.make_indirect(marked))
        tags.write(whole=True)
        return saved(pdf)


def with_name(pdf: Pdf, name: str, page: int) -> Pdf:
    """The PDF with a named place, and a link to it on its first page."""
    tree = NameTree.new(pdf)
    tree[name] = Array([pdf.pages[page].obj, Name.XYZ, 0, 700, None])
    pdf.Root.Names = Dictionary(Dests=tree.obj)
    add_annotation(pdf, Subtype=Name.Link, Dest=String(name))
    return pdf


def add_annotation(pdf: Pdf, **what: object) -> Object:
    """Put an annotation on the first page."""
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([80, 400, 200, 420]), **what))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get(Name.Annots, Array()), made])
    return made


def words_on(path: Path) -> list[str]:
    """The text that can be selected on each page, on one line."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.split("\f")[:-1]]


def links(pdf: Pdf, page: Page) -> list[tuple[str, int | None]]:
    """What the links on a page say, and the page each leads to, counted from 1."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
    tree = NameTree(pdf.Root.Names.Dests) if Name.Names in pdf.Root else {}
    found = []
    for annotation in page.obj.get(Name.Annots, Array()):
        target = annotation.get(Name.Dest)
        if isinstance(target, String):
            named = tree[str(target)]
            target = named.D if isinstance(named, Dictionary) else named
        at = None if target is None else numbers[target[0].objgen]
        found.append((str(annotation.get(Name.Contents, "")), at))
    return found


def lines(pdf: Pdf) -> Iterator[tuple[int, str, int]]:
    """The outline: depth, title, page counted from 1."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}

    def below(item: Object | None, depth: int) -> Iterator[tuple[int, str, int]]:
        while item is not None:
            yield depth, str(item.Title), numbers[item.Dest[0].objgen]
            yield from below(item.get(Name.First), depth + 1)
            item = item.get(Name.Next)

    yield from below(pdf.Root.Outlines.get(Name.First), 0)


def tree(pdf: Pdf) -> list[str]:
    """The structure tree, an element a line, with its title or its pieces of content."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}

    def below(element: Object, depth: int) -> Iterator[str]:
        kids = element.get(Name.K, Array())
        kids = list(kids) if isinstance(kids, Array) else [kids]
        pieces = [kid for kid in kids if not (isinstance(kid, Dictionary) and Name.S in kid)]
        pages = {numbers[kid.Pg.objgen] for kid in pieces if isinstance(kid, Dictionary) and Name.Pg in kid}
        told = f" {element.T}" if Name.T in element else ""
        told += f" s. {sorted(pages)[0]}" if pages else ""
        yield f"{'  ' * depth}{str(element.S)[1:]}{told}"
        for kid in kids:
            if isinstance(kid, Dictionary) and Name.S in kid:
                yield from below(kid, depth + 1)

    return list(below(pdf.Root.StructTreeRoot.K[0], 0))
