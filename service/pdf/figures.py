"""Pictures and charts: their alternative texts, and the tie between the tag and what is drawn.

LibreOffice before 7.5 tags a picture but draws it as an artifact, outside its tag: a reader that follows the tags
comes to an empty figure. What is drawn inside the figure's own rectangle is put inside the tag here.
"""

from collections import defaultdict
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .source import Picture
from .structure import alternative, content, elements

_NEAR = 1.5  # points by which a clipping rectangle may differ from the figure's own
_Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
_Box = tuple[float, float, float, float]


def describe_figures(pdf: pikepdf.Pdf, pictures: tuple[Picture, ...]) -> None:
    """Give figures the words that the document has for them, and the pictures that are theirs.

    Figures and pictures both stand in the order of the text. Where their numbers differ nobody can say which is
    which, and none gets words that may be another's.
    """
    if not pictures:
        return
    figures = list(elements(pdf, "Figure"))
    telling = [picture for picture in pictures if not picture.decorative]
    if len(figures) == len(pictures):
        telling = list(pictures)
    if len(figures) == len(telling):
        for figure, picture in zip(figures, telling, strict=True):
            _describe(figure, picture)
    _tie(pdf)


def _describe(figure: Object, picture: Picture) -> None:
    if picture.decorative:
        siblings = figure.P.K
        figure.P.K = Array([child for child in siblings if not _same(child, figure)])
    elif picture.description and not alternative(figure):
        figure.Alt = String(picture.description)


def _same(child: Object, figure: Object) -> bool:
    return isinstance(child, Dictionary) and child.objgen == figure.objgen


def _tie(pdf: pikepdf.Pdf) -> None:
    by_page: dict[tuple[int, int], list[Object]] = defaultdict(list)
    for figure in elements(pdf, "Figure"):
        if not content(figure) and Name.Pg in figure and _box(figure) is not None:
            by_page[figure.Pg.objgen].append(figure)
    for page in pdf.pages:
        if page.obj.objgen in by_page:
            _tie_on_page(pdf, page, by_page[page.obj.objgen])


def _tie_on_page(pdf: pikepdf.Pdf, page: pikepdf.Page, figures: list[Object]) -> None:
    """Turn artifacts that are drawn inside a figure's rectangle into its marked content."""
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.obj.StructParents)]
    instructions = list(pikepdf.parse_content_stream(page))
    for start, clip in _clipped_artifacts(instructions):
        figure = next((figure for figure in figures if _inside(clip, _box(figure))), None)
        if figure is not None:
            number = len(parents)
            mark = [Name.Figure, Dictionary(MCID=number)]
            instructions[start] = pikepdf.ContentStreamInstruction(mark, pikepdf.Operator("BDC"))
            parents.append(figure)
            figure.K = Array([*content(figure), number])
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def _clipped_artifacts(instructions: list[_Instruction]) -> Iterator[tuple[int, _Box]]:
    """Where artifacts begin, each with the rectangle it is clipped to."""
    start = -1
    for at, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            start = at if instruction.operands[0] == Name.Artifact else -1
        elif operator == "EMC":
            start = -1
        elif operator == "re" and start >= 0:
            x, y, width, height = (float(number) for number in instruction.operands)
            yield start, (x, y, x + width, y + height)
            start = -1


def _box(figure: Object) -> _Box | None:
    """The figure's rectangle on its page, in points."""
    given = figure.get(Name.A)
    for attributes in list(given) if isinstance(given, Array) else [given]:
        if isinstance(attributes, Dictionary) and Name.BBox in attributes:
            left, low, right, high = (float(number) for number in attributes.BBox)
            return left, low, right, high
    return None


def _inside(clip: _Box, box: _Box | None) -> bool:
    if box is None:
        return False
    return (
        clip[0] >= box[0] - _NEAR and clip[1] >= box[1] - _NEAR
        and clip[2] <= box[2] + _NEAR and clip[3] <= box[3] + _NEAR
    )  # fmt: skip
