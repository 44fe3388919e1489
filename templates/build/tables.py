"""Tables of a template: a marked header row, one row a thing, fixed widths, alt text, no merged and no empty cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from .look import JUDGEMENTS, TEXT_WIDTH

CM = 1440 / 2.54
_OWN = {"\u00ad": "<w:softHyphen/>", "\n": "<w:br/>"}
_SIGNS = "([\u00ad\n])"


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in cm, what stands in a row's cell; numbers are right aligned.

    `total` is what stands in it in a sum row (a dash where nothing does). With `judged` the cell is a judgement by
    that name: symbol and word on the ground of its colour.
    """

    heading: str
    width: float
    cell: str
    number: bool = False
    total: str = "–"
    judged: str = ""


def judgement(heading: str, width: float, name: str, total: str = "–") -> Column:
    """A column of judgements."""
    return Column(heading, width, f"{{{{ {name}.rad }}}}", total=total, judged=name)


def number(heading: str, width: float, cell: str, total: str = "–") -> Column:
    """A column of amounts."""
    return Column(heading, width, cell, True, total)


@dataclass(frozen=True)
class Table:
    """A table. `loop` is the Jinja loop over its rows; rows for which `emphasis` holds are bold.

    `total` says when there is a sum row (`True`, or a condition). `together` keeps a short table on one page.
    `width` is the text's on the page, in twips.
    """

    title: str
    description: str
    columns: Sequence[Column]
    loop: str
    total: bool | str = False
    emphasis: str = ""
    inner: str = ""
    inner_total: Sequence[str] = ()
    together: bool = False
    width: int = TEXT_WIDTH

    def xml(self) -> str:
        """The table as Word writes it (§17.4.37)."""
        widths = self._widths()
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return f"<w:tbl>{self._properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{''.join(self._rows())}</w:tbl>"

    def _properties(self, width: int) -> str:
        return (
            f'<w:tblPr><w:tblStyle w:val="Malkedjantabell"/><w:tblW w:w="{width}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(self.title)}/>"
            f"<w:tblDescription w:val={quoteattr(self.description)}/></w:tblPr>"
        )

    def _widths(self) -> list[int]:
        widths = [round(column.width * CM) for column in self.columns]
        assert sum(widths) <= self.width + 20, f"{self.title}: {sum(c.width for c in self.columns)} cm"
        return widths

    def _rows(self) -> Iterable[str]:
        yield self._row([column.heading for column in self.columns], "Tabellhuvud", "Tabellhuvudtal", header=True)
        yield self._tag(f"for {self.loop}")
        yield from self._body()
        yield self._tag("endfor")
        yield from self._total()

    def _total(self) -> Iterable[str]:
        if isinstance(self.total, str):
            yield self._tag(f"if {self.total}")
        if self.total:
            yield self._row([column.total for column in self.columns], "Tabellsumma", "Tabellsummatal")
        if isinstance(self.total, str):
            yield self._tag("endif")

    def _body(self) -> Iterable[str]:
        normal = self._row([column.cell for column in self.columns], "Tabelltext", "Tabelltal")
        if self.emphasis:
            yield self._tag(f"if {self.emphasis}")
            yield self._row([column.cell for column in self.columns], "Tabellsumma", "Tabellsummatal")
            yield self._tag("else")
            yield normal
            yield self._tag("endif")
        elif self.inner:
            yield self._tag(f"for {self.inner}")
            yield normal
            yield self._tag("endfor")
            if self.inner_total:
                yield self._row(self.inner_total, "Tabellsumma", "Tabellsummatal")
        else:
            yield normal

    def _row(self, texts: Sequence[str], text: str, amount: str, *, header: bool = False) -> str:
        mark = "<w:tblHeader/>" if header else ""
        cells = "".join(
            _judged(column.judged, width, keep=self.together)
            if column.judged and words == column.cell
            else _cell(words, width, amount if column.number else text, keep=self.together)
            for words, width, column in zip(texts, self._widths(), self.columns, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"

    def _tag(self, tag: str) -> str:
        """A row that holds a command only; the engine takes it away."""
        widths = self._widths()
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
        return (
            f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="Tabelltext"/></w:pPr>{run("{%tr " + tag + " %}")}</w:p></w:tc></w:tr>'
        )


def run(text: str, properties: str = "") -> str:
    """A run; soft hyphens (U+00AD) and line breaks become Word's own."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{''.join(_OWN.get(piece) or _text(piece) for piece in re.split(_SIGNS, text) if piece)}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _cell(text: str, width: int, style: str, *, keep: bool) -> str:
    return _within(width, _paragraph(text, style, keep=keep))


def _judged(name: str, width: int, *, keep: bool) -> str:
    """A cell in the style of its judgement's colour (the style is called `Bedömning grön`, …)."""
    choices = "".join(
        _paragraph(
            f'{{%p {"elif" if n else "if"} {name}.farg == "{style.name.split()[-1]}" %}}', "Tabelltext", keep=False
        )
        + _paragraph(f"{{{{ {name}.rad }}}}", style.id, keep=keep)
        for n, style in enumerate(JUDGEMENTS)
    )
    return _within(width, choices + _paragraph("{%p endif %}", "Tabelltext", keep=False))


def _within(width: int, paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, style: str, *, keep: bool) -> str:
    with_next = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{with_next}</w:pPr>{run(text)}</w:p>'
