"""Strings of a workbook: plain, or as runs whose bold and italics are kept and all other dress dropped."""

from dataclasses import dataclass

from lxml import etree

from schemas.text import Run, StyledText

from .styles import Style, has_mark
from .xml import local, streamed


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a string. A piece that is not `dressed` looks as its cell does."""

    text: str
    dressed: bool = False
    bold: bool = False
    italic: bool = False


String = tuple[Piece, ...]


def strings_in(blob: bytes) -> list[String]:
    """The shared strings of a workbook, in order."""
    return [string_of(item) for item in streamed(blob, "si")]


def string_of(item: etree._Element) -> String:
    """The string in an `<si>` or `<is>` element. Phonetic guides (`rPh`) are no part of the text."""
    pieces = []
    for child in item:
        if local(child) == "t":
            pieces.append(Piece(child.text or ""))
        elif local(child) == "r":
            pieces.append(_run(child))
    return tuple(piece for piece in pieces if piece.text)


def value_of(string: String, style: Style) -> str | StyledText:
    """The string as a cell in that style shows it: plain text when nothing in it is bold or italic."""
    if len(string) == 1 and not (string[0].dressed or style.bold or style.italic):
        return string[0].text
    runs = tuple(
        Run(p.text, p.bold if p.dressed else style.bold, p.italic if p.dressed else style.italic) for p in string
    )
    plain = not any(run.bold or run.italic for run in runs)
    return "".join(run.text for run in runs) if plain else StyledText(runs)


def _run(element: etree._Element) -> Piece:
    dress = next((child for child in element if local(child) == "rPr"), None)
    text = "".join(child.text or "" for child in element if local(child) == "t")
    return Piece(text, dress is not None, has_mark(dress, "b"), has_mark(dress, "i"))
