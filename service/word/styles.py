"""The styles of a template, found by name: Word localises style ids, never the names of its own styles."""

from collections.abc import Iterator

from .ooxml import PPR, Element, is_on, value_of, w


class Styles:
    """Read-only view of styles.xml (§17.7)."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else list(root.iterfind(w("style")))
        self._by_id = {style.get(w("styleId"), ""): style for style in found}
        self._ids = {
            (style.get(w("type"), "paragraph"), (value_of(style, "name") or "").casefold()): style_id
            for style_id, style in self._by_id.items()
        }
        defaults = (i for i, s in self._by_id.items() if s.get(w("default")) == "1" and s.get(w("type")) == "paragraph")
        self._default = next(defaults, None)
        self.known = frozenset(self._by_id)
        self.levels = {style_id: level for style_id in self._by_id if (level := self._level(style_id))}

    def id_of(self, name: str, kind: str = "paragraph") -> str | None:
        """The id of the style of a name, in any letter case, or None."""
        return self._ids.get((kind, name.casefold()))

    def style_id(self, paragraph: Element) -> str | None:
        """The style a paragraph has, its own or the default one."""
        return value_of(paragraph.find(PPR), "pStyle") or self._default

    def name_of(self, paragraph: Element) -> str:
        """The name of a paragraph's style in lower case, empty where it has none."""
        style = self._by_id.get(self.style_id(paragraph) or "")
        return (value_of(style, "name") or "").casefold()

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those it is based on, nearest first; a circle is broken."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield style_id, self._by_id[style_id]
            style_id = value_of(self._by_id[style_id], "basedOn")

    def property(self, style_id: str | None, name: str) -> Element | None:
        """A paragraph property as the style or its ancestors give it, or None."""
        for _, style in self.chain(style_id):
            ppr = style.find(PPR)
            found = None if ppr is None else ppr.find(w(name))
            if found is not None:
                return found
        return None

    def level(self, paragraph: Element) -> int | None:
        """A paragraph's outline level, 1..9, from itself or its style; None for body text (§17.3.1.20)."""
        own = value_of(paragraph.find(PPR), "outlineLvl")
        if own is not None:
            return _level(own)
        return self.levels.get(self.style_id(paragraph) or "")

    def keeps_with_next(self, paragraph: Element) -> bool:
        """Whether a paragraph already is kept with the one after it."""
        own = paragraph.find(f"{PPR}/{w('keepNext')}")
        return is_on(own if own is not None else self.property(self.style_id(paragraph), "keepNext"))

    def _level(self, style_id: str) -> int | None:
        for _, style in self.chain(style_id):
            outline = value_of(style.find(PPR), "outlineLvl")
            if outline is not None:
                return _level(outline)
            word, _, digit = (value_of(style, "name") or "").casefold().rpartition(" ")
            if word == "heading" and digit in set("123456789"):
                return int(digit)
        return None


def _level(outline: str) -> int | None:
    return int(outline) + 1 if outline in set("012345678") else None
