"""The parts that values bring with them, gathered while a document is filled and put into its package."""

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from .embedded import External, NewPart
from .lists import Lists
from .package import CT, RELS, TYPES, Package, default_namespace, rels_name
from .setting import Setting

Target = NewPart | External


@dataclass
class Additions:
    """New parts and relationships of one document."""

    package: Package
    lists: Lists
    setting: Setting = field(default_factory=Setting)
    last_drawing: int = 0
    _names: dict[NewPart, str] = field(default_factory=dict)
    _related: dict[tuple[str, Target], str] = field(default_factory=dict)

    def holder(self, part: str) -> "PartHolder":
        """Where values that are printed in a part ask for what they need."""
        return PartHolder(part, self)

    def relate(self, source: str, target: Target, ident: str | None = None) -> str:
        """The id of the relationship from a part to the target, both made if they are new."""
        known = self._related.get((source, target))
        if known is not None and ident is None:
            return known
        where = target.address if isinstance(target, External) else self._relative(source, self._name(target))
        root = self._relationships(source)
        given = ident or _free({str(entry.get("Id")) for entry in root})
        mode = {"TargetMode": "External"} if isinstance(target, External) else {}
        root.append(
            etree.Element(f"{{{RELS}}}Relationship", {"Id": given, "Type": target.relation, "Target": where, **mode})
        )
        self._related[source, target] = given
        return given

    def drawing_id(self) -> int:
        """A drawing's id that no other of these parts has."""
        self.last_drawing += 1
        return self.last_drawing

    def _name(self, part: NewPart) -> str:
        if part not in self._names:
            name = self._names[part] = self._free_name(part)
            self.package.blobs[name] = part.blob
            self._declare(name, part)
            for ident, target in part.relations:
                self.relate(name, target, ident)
        return self._names[part]

    def _free_name(self, part: NewPart) -> str:
        n = 1
        while f"{part.stem}{n}.{part.extension}" in self.package:
            n += 1
        return f"{part.stem}{n}.{part.extension}"

    def _declare(self, name: str, part: NewPart) -> None:
        """Say the content type: by extension if no other part of that extension says otherwise (part 2 §10.1.2)."""
        root = self.package.tree(TYPES)
        defaults = {
            entry.get("Extension", "").lower(): entry.get("ContentType") for entry in root.iterfind(f"{{{CT}}}Default")
        }
        standing = defaults.get(part.extension.lower())
        if standing == part.content_type:
            return
        if standing is None and part.extension != "xml":
            root.insert(0, etree.Element(f"{{{CT}}}Default", Extension=part.extension, ContentType=part.content_type))
        else:
            root.append(etree.Element(f"{{{CT}}}Override", PartName=f"/{name}", ContentType=part.content_type))

    def _relative(self, source: str, name: str) -> str:
        return posixpath.relpath(name, posixpath.dirname(source) or ".")

    def _relationships(self, part: str) -> etree._Element:
        name = rels_name(part)
        if name not in self.package:
            self.package.trees[name] = etree.Element(f"{{{RELS}}}Relationships", nsmap=default_namespace(RELS))
        return self.package.tree(name)


@dataclass(frozen=True)
class PartHolder:
    """One part as the values in it see it."""

    part: str
    additions: Additions

    @property
    def package(self) -> Package:
        return self.additions.package

    @property
    def lists(self) -> Lists:
        return self.additions.lists

    @property
    def setting(self) -> Setting:
        return self.additions.setting

    def relate(self, target: Target) -> str:
        return self.additions.relate(self.part, target)

    def drawing_id(self) -> int:
        return self.additions.drawing_id()


def _free(taken: set[str]) -> str:
    n = 1 + max((int(found[1]) for ident in taken if (found := _NUMBERED.fullmatch(ident))), default=0)
    return f"rId{n}"


_NUMBERED = re.compile(r"rId(\d+)")
