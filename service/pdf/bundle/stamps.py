"""The stamp on each page: one small line at the upper edge that a screen reader passes over."""

from pikepdf import Array, Dictionary, Name, Page, Pdf

from .balance import left_open, own_contents, unpacked
from .boxes import View, view
from .lettering import NAMES, Lettering, printable, shortened, width

SIZE, SMALLEST = 7.5, 4.5
_EDGE, _SIDE = 18.0, 28.0  # points from the upper edge to the foot of the letters, and from the right
_LINE = 11.0
_INK = "0.20 0.25 0.35 rg"
_BETWEEN = "  ·  "
_STATE = "/MalkedjanGenomskin"
_FORM = "/MalkedjanInnehall"


def stamp(page: Page, parts: tuple[str, ...], lettering: Lettering) -> None:
    """Print a line on a page, upright as the page is seen, over what stands there without hiding it."""
    seen = view(page)
    pdf = lettering.pdf
    opening, closing = wrapping(pdf, page)
    own = own_contents(page)
    names = _give_resources(page, lettering)
    drawn = _drawn(_BETWEEN.join(printable(part) for part in parts if part.strip()), seen, lettering, names)
    page.obj.Contents = Array([pdf.make_stream(opening), *own, pdf.make_stream(closing + drawn)])


def _drawn(text: str, seen: View, lettering: Lettering, names: tuple[str, str]) -> bytes:
    """The operators of the stamp, as an artifact of the page's layout (ISO 32000-1 §14.8.2.2)."""
    room = max(seen.width - 2 * _SIDE, seen.width * 0.8)
    size = max(SMALLEST, min(SIZE, SIZE * room / max(width(text, SIZE), 0.1)))
    text = shortened(text, size, room)
    long = width(text, size)
    older = int(names[1].removeprefix(_STATE) or 0)  # stamps that the page already bears, in a row above
    x, y = (
        max(seen.width - _SIDE - long, (seen.width - long) / 2 if long > room - 1 else 0),
        seen.height - _EDGE - _LINE * older,
    )
    matrix = " ".join(f"{number:.5f}" for number in seen.matrix)
    plate = f"q {names[1]} gs 1 g {x - 2:.2f} {y - 2.5:.2f} {long + 4:.2f} {size + 3:.2f} re f Q"
    return (
        f"/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\nq {matrix} cm\n{plate}\n{_INK}\n"
        f"{lettering.show(text, size, x, y, font=names[0])}Q\nEMC\n"
    ).encode("ascii")


def wrapping(pdf: Pdf, page: Page) -> tuple[bytes, bytes]:
    """What must stand before and after a page's own content, so that nothing of its state is left over.

    Content that leaves states, texts or marks open, or closes more than it opened, is made whole. Where even a text
    string has no end, the content is put in a drawing of its own, so that it does not swallow what comes after it.
    """
    found = left_open(pdf, page)
    if found is None:
        _enclose(pdf, page)
        return b"q\n", b"\nQ\n"
    return found


def _enclose(pdf: Pdf, page: Page) -> None:
    """Make the page's content a form that the page draws (ISO 32000-1 §8.10); what cannot be unpacked stays."""
    drawn = unpacked(own_contents(page))
    if drawn is None:
        return
    given = page.obj.get(Name.Resources)
    resources = Dictionary(dict(given.items())) if isinstance(given, Dictionary) else Dictionary()
    form = pdf.make_stream(
        drawn, Type=Name.XObject, Subtype=Name.Form, BBox=page.obj.get(Name.MediaBox), Resources=resources
    )
    page.obj.Resources = Dictionary(XObject=Dictionary({_FORM: form}))
    page.obj.Contents = Array([pdf.make_stream(f"{_FORM} Do".encode("ascii"))])


def _give_resources(page: Page, lettering: Lettering) -> tuple[str, str]:
    """Let the page reach the letters and the plate; the names they have there, which nothing else on it has.

    Resources that the page shares with others are left as they are.
    """
    given = page.obj.get(Name.Resources)
    resources = Dictionary(dict(given.items())) if isinstance(given, Dictionary) else Dictionary()
    names = []
    for kind, name, added in (
        (Name.Font, str(NAMES[False]), lettering.fonts[NAMES[False]]), (Name.ExtGState, _STATE, lettering.see_through),
    ):  # fmt: skip
        there = resources.get(kind)
        mine = dict(there.items()) if isinstance(there, Dictionary) else {}
        free = next(one for n in range(len(mine) + 1) if (one := f"{name}{n or ''}") not in mine)
        resources[kind] = Dictionary({**mine, free: added})
        names.append(free)
    page.obj.Resources = resources
    return names[0], names[1]
