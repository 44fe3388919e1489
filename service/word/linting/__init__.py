"""Finds everything that is wrong in a template at once, before any data.

Knows no paper: the fields that a template may use reach it as dotted names (`mal[].resultat[].text`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError

from ..package import Package, main_part, open_package, text_parts
from ..places import Place
from ..styles import Styles
from ..whereabouts import Whereabouts, stories
from . import writing
from .blocks import Skeleton, skeleton
from .fields import Fields, unused
from .levels import misplaced
from .remarks import Remark
from .shapes import shape_of
from .tags import scan
from .targets import references

__all__ = ["Linted", "Remark", "lint"]


@dataclass(frozen=True)
class Linted:
    """What lint found: remarks, faults before notes; and which fields the template uses and does not use."""

    remarks: tuple[Remark, ...]
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What must be changed."""
        return tuple(remark for remark in self.remarks if remark.is_fault)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """What may be worth knowing."""
        return tuple(remark for remark in self.remarks if not remark.is_fault)


def lint(template: bytes, fields: Iterable[str] | None = None) -> Linted:
    """All that is wrong in a template; `fields` are those its paper has, None where that is not known.

    Raises PackageFault for what is no Word document at all.
    """
    package = open_package(template)
    named = package.typed("styles")
    linter = _Linter(package, main_part(package), Styles(package.tree(named[0]) if named else None))
    return linter.run(None if fields is None else list(fields))


@dataclass(frozen=True)
class _Linter:
    package: Package
    main: str
    styles: Styles

    def run(self, fields: list[str] | None) -> Linted:
        names, skeletons, found = stories(self.package, self.main), dict[str, Skeleton](), list[Remark]()
        for part in text_parts(self.package):
            places = Whereabouts(part, self.package.tree(part), self.styles, names.get(part, ""))
            found += self._part(part, places, skeletons)
        root = self.package.tree(self.main)
        found += references(skeletons, root, self.styles)
        used, left = set[str](), list[str]()
        if fields is None:
            found.append(Remark("no_schema", Place()))
        else:
            found += _fields(skeletons, fields, used)
            left = sorted(unused(shape_of(fields), used))
        ordered = sorted(dict.fromkeys(found), key=lambda remark: not remark.is_fault)
        return Linted(tuple(ordered), tuple(sorted(used)), tuple(left))

    def _part(self, part: str, places: Whereabouts, skeletons: dict[str, Skeleton]) -> Iterator[Remark]:
        root, is_main = self.package.tree(part), part == self.main
        scanned = scan(root, places)
        made = skeletons[part] = skeleton(scanned.tags)
        yield from scanned.remarks
        yield from made.remarks
        for tag in scanned.tags:
            yield from misplaced(tag)
        yield from writing.undefined_styles(root, places, self.styles)
        yield from writing.captions(root, places, self.styles)
        yield from writing.lists(root, places, self.styles, is_main)
        if is_main:
            yield from writing.offered(self.styles, places, root)


def _fields(skeletons: dict[str, Skeleton], fields: list[str], used: set[str]) -> Iterator[Remark]:
    context = shape_of(fields)
    for made in skeletons.values():
        walked = Fields(made)
        try:
            walked.walk(context)
        except TemplateSyntaxError:
            # Blocks beyond repair have been told of already; nothing more can be said of the fields in them.
            continue
        yield from walked.remarks
        used |= walked.used
