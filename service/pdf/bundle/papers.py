"""What goes into a bundle and what comes out: papers in order, how the whole looks, where each paper landed."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Paper:
    """A PDF with its place in the package: what stands in its stamp, and the headings it is found under.

    Papers that follow each other under the same heading share that line in the contents and the outline.
    """

    title: str
    pdf: bytes | Path = field(repr=False)
    stamp: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """What the package says of itself: its title, what begins every stamp, its language and its date."""

    title: str
    stamp: str = ""
    subtitle: str = ""
    contents: str = "Innehåll"
    language: str = "sv-SE"
    created: datetime | None = None


@dataclass(frozen=True)
class Remark:
    """Something that somebody should know of a paper; `about` is its title or file name."""

    about: str
    text: str


@dataclass(frozen=True)
class Place:
    """Where a paper landed: its first page, counted from 1 in the whole package, and how many they are."""

    paper: Paper
    first: int
    pages: int


@dataclass(frozen=True)
class Bundle:
    """A finished package, or a part of one: its pages are `first` to `last` of `total`."""

    path: Path
    first: int
    last: int
    total: int
    places: tuple[Place, ...]
    is_tagged: bool
    look: Look
    remarks: tuple[Remark, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are in this file."""
        return self.last - self.first + 1


class BundleFault(Exception):
    """A package could not be made; the text says which paper is in the way and what to do, in Swedish."""
