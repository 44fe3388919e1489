"""Values that bring parts of their own with them: what they say of them, and what they get back.

A picture, a chart, a subdocument or a link stands in the context like any other value. When the template
prints it, its `embed` is called with the part it is printed in (a `Holder`); there it asks for relationship
ids and drawing ids, and gives back the WordprocessingML that shows it.
"""

from dataclasses import dataclass
from typing import Protocol

from .lists import Lists
from .package import Package
from .setting import Setting

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK = f"{_OFFICE}/hyperlink"
IMAGE = f"{_OFFICE}/image"
CHART = f"{_OFFICE}/chart"
EMBEDDED_PACKAGE = f"{_OFFICE}/package"


@dataclass(frozen=True)
class External:
    """A target outside the package: an address, and the type of the relationship to it."""

    address: str
    relation: str = HYPERLINK


@dataclass(frozen=True)
class NewPart:
    """A part to be put into the package; the same part twice becomes one.

    `stem` and `extension` give its name (`word/media/image` and `png`: `word/media/image1.png`), `relation`
    is the type of the relationship that leads to it. `relations` are its own relationships, each with the id
    that its XML uses: a chart's `("rId1", <its workbook>)`.
    """

    stem: str
    extension: str
    content_type: str
    blob: bytes
    relation: str
    relations: tuple[tuple[str, "NewPart | External"], ...] = ()


@dataclass(frozen=True)
class Fragment:
    """WordprocessingML that shows a value; every prefix but `w` is declared in it.

    With `block` it is whole paragraphs and tables, which take the place of the paragraph the value is printed
    in, or part it; else whole runs (`w:r`, `w:hyperlink`), which stand in the line. `is_sound` says that it is
    the engine's own XML, sound whatever the data, so that the document need not be checked for its sake.
    """

    xml: str
    block: bool = False
    is_sound: bool = False


class Holder(Protocol):
    """The part in which a value is printed.

    `package` is the document under way and `lists` its lists, for values that must fit its styles and numbers.
    """

    @property
    def package(self) -> Package: ...
    @property
    def lists(self) -> Lists: ...

    @property
    def setting(self) -> Setting:
        """The document's typeface and text width."""

    def relate(self, target: NewPart | External) -> str:
        """The id of the relationship from the holding part to the target, which is put in if it is new."""

    def drawing_id(self) -> int:
        """An id for `wp:docPr`, unique over all the parts of the document."""


class Embedded(Protocol):
    """A value that brings parts with it."""

    def embed(self, holder: Holder) -> Fragment:
        """What shows the value where it is printed; called once for each time it is."""
