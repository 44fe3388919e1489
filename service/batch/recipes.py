"""What is sent to a worker and what it sends back, as plain values: nobody needs the engines to handle them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from service.engine import ENGINE

if TYPE_CHECKING:
    from service.pdf import PageMap

Format = Literal["docx", "xlsx"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that the making of a document needs: its `name` by content, its template's hash, its context and properties.

    `pages` is where a layout of it began, if there was one; `engine` is the version that the name holds good for.
    """

    name: str
    format: Format
    template: str
    context: Any
    properties: Mapping[str, Any]
    pages: "PageMap | None" = None
    engine: str = ENGINE


@dataclass(frozen=True, slots=True)
class Product:
    """A document made: its bytes and perhaps its PDF, the page numbers, whether they are settled; what it took.

    `pages` is None where none were asked for or could be had; then `fault` says why. `error` says why there is no
    document at all. `mark` is the file's fingerprint.
    """

    content: bytes
    pdf: bytes | None = None
    pages: "PageMap | None" = None
    is_steady: bool = True
    fault: str = ""
    error: str = ""
    seconds: float = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The hashes of templates that a worker has not been sent yet."""

    templates: frozenset[str]
