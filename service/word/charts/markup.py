"""DrawingML as lxml elements: names, a builder, fills, lines and text (ECMA-376 part 1 §20.1, §21.2)."""

from lxml import etree

from ..ooxml import Element, R
from .style import ChartStyle, Look

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_EMU_A_POINT = 12_700
_NAMESPACES = {"c": C, "a": A, "r": R}


def c(name: str, *children: Element, **attributes: str) -> Element:
    """An element of the chart language: `c("idx", val="0")`."""
    return _element(C, name, children, attributes)


def a(name: str, *children: Element, **attributes: str) -> Element:
    """An element of the drawing language."""
    return _element(A, name, children, attributes)


def val(name: str, value: object) -> Element:
    """An element of the chart language that is but its value."""
    return c(name, val=str(value))


def words(element: Element, text: str) -> Element:
    """The element with its text."""
    element.text = text
    return element


def shape(*children: Element) -> Element:
    """Fill and line of something drawn."""
    return c("spPr", *children)


def solid(colour: str) -> Element:
    return a("solidFill", a("srgbClr", val=colour))


def line(colour: str, points: float, dash: str = "solid") -> Element:
    """A line of some width in points."""
    return a("ln", solid(colour), a("prstDash", val=dash), a("round"), w=str(round(points * _EMU_A_POINT)), cap="rnd")


def no_line() -> Element:
    return a("ln", a("noFill"))


def fill(look: Look) -> Element:
    """The look's fill: plain, or its pattern in its colour on white."""
    if not look.pattern:
        return solid(look.colour)
    front, back = a("fgClr", a("srgbClr", val=look.colour)), a("bgClr", a("srgbClr", val="FFFFFF"))
    return a("pattFill", front, back, prst=look.pattern)


def text_look(style: ChartStyle, *, colour: str = "", turned: bool | None = None) -> Element:
    """How text is set (`c:txPr`). `turned`: read from below, or upright; None leaves it to Word."""
    paragraph = a("p", a("pPr", _run_look("defRPr", style, colour)), a("endParaRPr", lang="sv-SE"))
    return c("txPr", _body(turned), a("lstStyle"), paragraph)


def rich(text: str, style: ChartStyle, *, turned: bool) -> Element:
    """A text of its own (`c:tx`), such as an axis' title."""
    look = _run_look("rPr", style, "")
    look.set("lang", "sv-SE")
    run = a("r", look, words(a("t"), text))
    paragraph = a("p", a("pPr", _run_look("defRPr", style, "")), run)
    return c("tx", c("rich", _body(turned), a("lstStyle"), paragraph))


def _body(turned: bool | None) -> Element:
    if turned is None:
        return a("bodyPr")
    return a("bodyPr", rot="-5400000" if turned else "0", vert="horz")


def _run_look(name: str, style: ChartStyle, colour: str) -> Element:
    fonts = [a("latin", typeface=style.font), a("cs", typeface=style.font)] if style.font else []
    return a(name, solid(colour or style.text), *fonts, sz=str(round(style.size * 100)), b="0")


def _element(namespace: str, name: str, children: tuple[Element, ...], attributes: dict[str, str]) -> Element:
    element = etree.Element(f"{{{namespace}}}{name}", attributes, nsmap=_NAMESPACES)
    element.extend(children)
    return element
