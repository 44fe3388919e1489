"""Parts of a finished file or a template replaced by others: logotypes, pictures, embedded workbooks."""

from collections.abc import Iterator
from dataclasses import dataclass

from .faults import TemplateFault
from .ooxml import Element, R, query
from .package import Package, open_package, target, text_parts

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURES = query("//*[local-name()='pic']")
_SAID = ("name", "title", "descr")


@dataclass(frozen=True)
class ReplacedPicture:
    """The picture that Word knows by a name, title or alternative text (in the body, headers or footers)."""

    name: str
    blob: bytes

    def parts(self, package: Package) -> Iterator[str]:
        """The parts to be replaced."""
        for part in text_parts(package):
            for picture in _PICTURES(package.tree(part)):
                if self.name in _words(picture) and (found := _embedded(package, part, picture)) is not None:
                    yield found


@dataclass(frozen=True)
class ReplacedFile:
    """A picture or embedded file that is the same, byte for byte, as the one given."""

    old: bytes
    blob: bytes

    def parts(self, package: Package) -> Iterator[str]:
        """The parts to be replaced."""
        return (
            n
            for n, blob in package.blobs.items()
            if n.startswith(("word/media/", "word/embeddings/")) and blob == self.old
        )


@dataclass(frozen=True)
class ReplacedPart:
    """The part that lies under this name in the zip."""

    name: str
    blob: bytes

    def parts(self, package: Package) -> Iterator[str]:
        """The parts to be replaced."""
        return (name for name in package.blobs if name == self.name)


Replacement = ReplacedPicture | ReplacedFile | ReplacedPart


def replaced(docx: bytes, *replacements: Replacement) -> bytes:
    """The file with parts replaced; sizes and places on the page stay as they are.

    Raises TemplateFault for a replacement that finds nothing to replace, PackageFault for no Word file.
    """
    package = open_package(docx)
    original = Package(dict(package.blobs), entries=package.entries)
    for replacement in replacements:
        found = list(dict.fromkeys(replacement.parts(original)))
        if not found:
            raise TemplateFault(f"det som ska bytas ut finns inte i dokumentet ({type(replacement).__name__})")
        for name in found:
            package.blobs[name] = replacement.blob
    return package.to_bytes()


def _words(picture: Element) -> set[str]:
    properties = picture.find(".//{*}nvPicPr/{*}cNvPr")
    return set() if properties is None else {properties.get(name, "") for name in _SAID} - {""}


def _embedded(package: Package, part: str, picture: Element) -> str | None:
    blip = picture.find(f".//{{{_A}}}blip")
    ident = None if blip is None else blip.get(f"{{{R}}}embed")
    for relationship in package.relationships(part):
        if relationship.get("Id") == ident:
            return target(part, relationship)
    return None
