"""The number Word would print before a paragraph: its multilevel list algorithm (§17.9)."""

from dataclasses import dataclass

from .ooxml import PPR, Element, is_on, value_of, w
from .styles import Styles

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True)
class Level:
    """One level of a list definition (§17.9.6)."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


class Numbering:
    """Counts through the paragraphs of one document, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        nums = [] if root is None else list(root.iterfind(w("num")))
        self._nums = {num.get(w("numId"), ""): num for num in nums}
        abstracts = [] if root is None else list(root.iterfind(w("abstractNum")))
        self._abstracts = {abstract.get(w("abstractNumId"), ""): abstract for abstract in abstracts}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._style_lists: dict[str | None, str | None] = {}
        self._overridden: set[tuple[str, int]] = set()
        self._places: dict[tuple[str, int | None, str], tuple[str, int]] = {}

    def next(self, num_id: str | None, ilvl: int | None, style_id: str) -> str:
        """The next number of a paragraph of this list, level and style, counted on; empty for one without number.

        Call once a paragraph, in order.
        """
        num = self._nums.get(num_id or "")
        if num is None or num_id is None:
            return ""
        key = (num_id, ilvl, style_id)
        if key not in self._places:
            self._places[key] = self._place(num, *key)
        abstract_id, at = self._places[key]
        levels = self._levels[num_id]
        if at not in levels:
            return ""
        counters = self._counters.setdefault(abstract_id, {})
        self._count(counters, at, levels, num, num_id)
        return _print(levels, counters, at)

    def _place(self, num: Element, num_id: str, ilvl: int | None, style_id: str) -> tuple[str, int]:
        """The definition a paragraph counts in, and its level there."""
        abstract_id = self._abstract_id(num)
        levels = self._levels_of(num_id, num, abstract_id)
        return abstract_id, ilvl if ilvl is not None else self._style_level(style_id, levels)

    def list_of(self, paragraph: Element) -> tuple[str | None, int | None]:
        """The list a paragraph stands in, by itself or its style, and its level where it says one."""
        ppr = paragraph.find(PPR)
        own = None if ppr is None else ppr.find(w("numPr"))
        if own is not None and (num_id := value_of(own, "numId")) is not None:
            return num_id, int(value_of(own, "ilvl") or 0)
        own_level = value_of(own, "ilvl")
        return self._list_of_style(self._styles.style_id(paragraph)), None if own_level is None else int(own_level)

    def definition_of(self, num_id: str | None) -> str | None:
        """The definition behind a list; lists that share one count on together."""
        num = self._nums.get(num_id or "")
        return None if num is None else self._abstract_id(num)

    def heading_definitions(self) -> frozenset[str]:
        """The definitions behind the lists that heading styles stand in."""
        found = (self.definition_of(self._list_of_style(style_id)) for style_id in self._styles.levels)
        return frozenset(definition for definition in found if definition is not None)

    def afresh(self) -> "Numbering":
        """The same lists, nothing counted yet."""
        fresh = Numbering(None, self._styles)
        fresh._nums, fresh._abstracts, fresh._levels = self._nums, self._abstracts, self._levels
        fresh._style_lists, fresh._places = self._style_lists, self._places
        return fresh

    def _list_of_style(self, style_id: str | None) -> str | None:
        if style_id not in self._style_lists:
            found = (value_of(style.find(f"{PPR}/{w('numPr')}"), "numId") for _, style in self._styles.chain(style_id))
            self._style_lists[style_id] = next((num_id for num_id in found if num_id is not None), None)
        return self._style_lists[style_id]

    def _style_level(self, own_style: str, levels: dict[int, Level]) -> int:
        """The level linked to the style (`lvl/pStyle`), or the one the style names, else the first."""
        for style_id, style in self._styles.chain(own_style):
            linked = next((ilvl for ilvl, level in levels.items() if level.style == style_id), None)
            if linked is not None:
                return linked
            named = value_of(style.find(f"{PPR}/{w('numPr')}"), "ilvl")
            if named is not None:
                return int(named)
        return 0

    def _abstract_id(self, num: Element) -> str:
        """The definition behind a list, through a numbering style where it is one (§17.9.21)."""
        abstract_id = value_of(num, "abstractNumId") or ""
        link = value_of(self._abstracts.get(abstract_id), "numStyleLink")
        if link is None:
            return abstract_id
        linked = self._nums.get(value_of(self._styles.property(link, "numPr"), "numId") or "")
        return abstract_id if linked is None else value_of(linked, "abstractNumId") or ""

    def _levels_of(self, num_id: str, num: Element, abstract_id: str) -> dict[int, Level]:
        if num_id not in self._levels:
            abstract = self._abstracts.get(abstract_id)
            found = [] if abstract is None else list(abstract.iterfind(w("lvl")))
            found += num.iterfind(f"{w('lvlOverride')}/{w('lvl')}")
            self._levels[num_id] = {int(lvl.get(w("ilvl"), "0")): _level(lvl) for lvl in found}
        return self._levels[num_id]

    def _count(self, counters: dict[int, int], ilvl: int, levels: dict[int, Level], num: Element, num_id: str) -> None:
        start = self._start_override(num, num_id, ilvl)
        if start is not None or ilvl not in counters:
            counters[ilvl] = levels[ilvl].start if start is None else start
        else:
            counters[ilvl] += 1
        for deeper in [level for level in counters if level > ilvl]:
            # lvlRestart n: restarts only after level n (1-based) or one above it; 0 never (§17.9.10).
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or ilvl < restart:
                del counters[deeper]

    def _start_override(self, num: Element, num_id: str, ilvl: int) -> int | None:
        """The start a list instance sets for itself, the first time it is met."""
        if (num_id, ilvl) in self._overridden:
            return None
        self._overridden.add((num_id, ilvl))
        for override in num.iterfind(w("lvlOverride")):
            if override.get(w("ilvl")) == str(ilvl) and (start := value_of(override, "startOverride")):
                return int(start)
        return None


def _level(lvl: Element) -> Level:
    restart = value_of(lvl, "lvlRestart")
    return Level(
        start=int(value_of(lvl, "start") or 0),
        format=value_of(lvl, "numFmt") or "decimal",
        text=value_of(lvl, "lvlText") or "",
        restart=None if restart is None else int(restart),
        legal=is_on(lvl.find(w("isLgl"))),
        style=value_of(lvl, "pStyle"),
    )


def _print(levels: dict[int, Level], counters: dict[int, int], ilvl: int) -> str:
    level = levels[ilvl]
    if level.format in ("bullet", "none"):
        return ""
    text = level.text
    for n in range(ilvl + 1):
        if f"%{n + 1}" in text and n in levels:
            # A level skipped over stands one before its start, as Word shows it.
            value = counters.get(n, levels[n].start - 1)
            text = text.replace(f"%{n + 1}", _format(value, "decimal" if level.legal else levels[n].format))
    return text


def _format(value: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        return _roman(value) if kind == "upperRoman" else _roman(value).lower()
    if kind in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if kind == "upperLetter" else letter.lower()
    if kind == "decimalZero":
        return f"{value:02d}"
    return "" if kind in ("none", "bullet") else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text
