"""Lists in running text: which style an item has, and a list definition of its own for each list."""

import hashlib
from copy import deepcopy
from html import escape

from .ooxml import VAL, Element, make, value_of, w
from .package import OFFICE_RELS, WORD_ML, Package
from .styles import Styles

BULLET_STYLE, NUMBER_STYLE = "List Bullet", "List Number"


class Lists:
    """Makes list paragraphs' properties; adds definitions to numbering.xml as they are needed.

    Each numbered list gets a w:abstractNum of its own: Word goes on counting through lists that share
    one, whatever their start override says.
    """

    def __init__(self, package: Package, main: str, styles: Styles) -> None:
        self._package = package
        self._main = main
        self._styles = styles
        self._bullets: str | None = None

    def offers(self, kind: str) -> bool:
        """Whether the template has the style for `bullet` or `number` items."""
        return self._styles.id_of(_STYLE_NAMES[kind]) is not None

    def bullet(self) -> str:
        """Paragraph properties of a bulleted item."""
        style = self._style("bullet")
        if self._styles.property(style, "numPr") is not None:
            return _item(style, None)
        if self._bullets is None:
            self._bullets = self._define(_level("bullet", "•"), 1)
        return _item(style, self._bullets)

    def number(self, num_id: str) -> str:
        """Paragraph properties of an item of the numbered list `num_id`."""
        return _item(self._style("number"), num_id)

    def start(self, first: int) -> str:
        """A new numbered list that begins at `first`: its numId."""
        return self._define(self._pattern(), first)

    def adopt(self, abstract: Element, num: Element) -> str:
        """Put in another document's list, its definition and the list itself: its numId here."""
        root = self._numbering()
        abstract_id, num_id = _free(root, "abstractNum", "abstractNumId"), _free(root, "num", "numId")
        abstract.set(w("abstractNumId"), abstract_id)
        for nsid in abstract.findall(w("nsid")):
            nsid.set(VAL, hashlib.sha256(f"list {abstract_id}".encode()).hexdigest()[:8].upper())
        num.set(w("numId"), num_id)
        for link in num.findall(w("abstractNumId")):
            link.set(VAL, abstract_id)
        nums = root.findall(w("num"))
        (nums[0].addprevious if nums else root.append)(abstract)
        (nums[-1].addnext if nums else root.append)(num)
        return num_id

    def _style(self, kind: str) -> str:
        return self._styles.id_of(_STYLE_NAMES[kind]) or ""

    def _pattern(self) -> Element:
        """A copy of the definition behind the number style, or a plain one where it has none."""
        num_id = value_of(self._styles.property(self._style("number"), "numPr"), "numId")
        for num in self._numbering().iterfind(w("num")):
            if num.get(w("numId")) == num_id:
                wanted = value_of(num, "abstractNumId")
                for abstract in self._numbering().iterfind(w("abstractNum")):
                    if abstract.get(w("abstractNumId")) == wanted and abstract.find(w("lvl")) is not None:
                        return deepcopy(abstract)
        return _level("decimal", "%1.")

    def _define(self, abstract: Element, first: int) -> str:
        root = self._numbering()
        abstract_id = _free(root, "abstractNum", "abstractNumId")
        num_id = _free(root, "num", "numId")
        abstract.set(w("abstractNumId"), abstract_id)
        _make_own(abstract, abstract_id, first)
        nums = root.findall(w("num"))
        if nums:
            nums[0].addprevious(abstract)
        else:
            root.append(abstract)
        link = make("abstractNumId")
        link.set(VAL, abstract_id)
        (nums[-1].addnext if nums else root.append)(make("num", link, numId=num_id))
        return num_id

    def _numbering(self) -> Element:
        found = self._package.typed("numbering")
        if found:
            return self._package.tree(found[0])
        root = make("numbering")
        self._package.add(
            "word/numbering.xml",
            root,
            f"{WORD_ML}.numbering+xml",
            source=self._main,
            rel_type=f"{OFFICE_RELS}/numbering",
        )
        return root


_STYLE_NAMES = {"bullet": BULLET_STYLE, "number": NUMBER_STYLE}


def _item(style: str, num_id: str | None) -> str:
    number = "" if num_id is None else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num_id}"/></w:numPr>'
    return f'<w:pPr><w:pStyle w:val="{escape(style)}"/>{number}</w:pPr>'


def _val(name: str, value: str) -> Element:
    return make(name, val=value)


def _level(format_: str, text: str) -> Element:
    indent = make("pPr", make("ind", left="360", hanging="360"))
    parts = [_val("start", "1"), _val("numFmt", format_), _val("lvlText", text), _val("lvlJc", "left"), indent]
    return make("abstractNum", _val("multiLevelType", "singleLevel"), make("lvl", *parts, ilvl="0"))


def _make_own(abstract: Element, abstract_id: str, first: int) -> None:
    """Cut a copied definition loose from its original: own identity, no style tied to it, own start."""
    for name in ("nsid", "tmpl", "styleLink", "name"):
        for old in abstract.findall(w(name)):
            abstract.remove(old)
    nsid = hashlib.sha256(f"list {abstract_id}".encode()).hexdigest()[:8].upper()
    abstract.insert(0, _val("nsid", nsid))
    for level in abstract.iterfind(w("lvl")):
        for link in level.findall(w("pStyle")):
            level.remove(link)
    lowest = abstract.find(w("lvl"))
    start = None if lowest is None else lowest.find(w("start"))
    if start is not None:
        start.set(VAL, str(first))


def _free(root: Element, name: str, attribute: str) -> str:
    taken = [int(element.get(w(attribute), "0")) for element in root.iterfind(w(name))]
    return str(max(taken, default=0) + 1)
