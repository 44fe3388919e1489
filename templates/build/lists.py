"""numbering.xml: one multilevel list tied to the heading styles, bullets and numbered lists (ECMA-376 §17.9)."""

from .look import W

_INDENT = 680


def numbering_xml(first_heading: int | None) -> str:
    """The lists. `first_heading` is the heading style that bears chapter numbers; None: no heading does."""
    headings = "".join(_heading_level(depth, first_heading) for depth in range(9))
    definitions = (
        _definition(1, "4D4B0001", "multilevel", headings),
        _definition(2, "4D4B0002", "singleLevel", _list_level("bullet", "•", "ListBullet")),
        _definition(3, "4D4B0003", "singleLevel", _list_level("decimal", "%1.", "ListNumber")),
    )
    instances = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    return f'<w:numbering xmlns:w="{W}">{"".join(definitions)}{instances}</w:numbering>'


def _definition(number: int, nsid: str, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{nsid}"/><w:multiLevelType w:val="{kind}"/>'
        f'<w:tmpl w:val="{nsid[::-1]}"/>{levels}</w:abstractNum>'
    )


def _heading_level(depth: int, first_heading: int | None) -> str:
    text = ".".join(f"%{n + 1}" for n in range(depth + 1))
    tied = first_heading is not None and depth < 3
    link = f'<w:pStyle w:val="Heading{(first_heading or 0) + depth}"/>' if tied else ""
    indent = _INDENT if depth < 2 else _INDENT + 170
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{link}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
    )


def _list_level(kind: str, text: str, style: str) -> str:
    hanging = 284 if kind == "bullet" else 397  # room for two digits
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="454" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
