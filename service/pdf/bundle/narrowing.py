"""A structure tree cut down to the papers that some pages belong to, before it is copied for a part of a package."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Page, Pdf

from ..structure import content
from .scalars import integer
from .tags import KEYS, holders


def narrow(source: Pdf, first: int, last: int) -> None:
    """Drop from the tree the papers that have nothing on the pages `first` to `last`, counted from 0."""
    root = source.Root.get(Name.StructTreeRoot)
    tops = content(root) if isinstance(root, Dictionary) else []
    if root is None or len(tops) != 1:
        return
    pages = {page.obj.objgen: n for n, page in enumerate(source.pages)}
    kept = [part for part in content(tops[0]) if _may_touch(part, pages, first, last)]
    tops[0].K = Array(kept)
    _keep_parents(source, root, list(source.pages)[first : last + 1])
    if Name.IDTree in root:
        del root.IDTree


def _may_touch(part: Object, pages: dict[tuple[int, int], int], first: int, last: int) -> bool:
    """Whether a paper's pages reach into these; a paper of which this cannot be told stays."""
    low, high = _edge(part, pages, 0), _edge(part, pages, -1)
    return low is None or high is None or (low <= last and high >= first)


def _edge(element: object, pages: dict[tuple[int, int], int], which: int) -> int | None:
    """The page of the first (0) or last (-1) piece of content in an element."""
    page = None
    while isinstance(element, Dictionary):
        if isinstance(element.get(Name.Pg), Dictionary):
            page = pages.get(element.Pg.objgen)
        kids = content(element)
        if not kids:
            return page
        element = kids[which]
    return page


def _keep_parents(source: Pdf, root: Object, pages: Sequence[Page]) -> None:
    wanted = {integer(holder.get(key)) for holder in holders(pages) for key in KEYS if key in holder}
    tree = NumberTree.new(source)
    for number, parents in NumberTree(root.ParentTree).items():
        if number in wanted:
            tree[number] = parents
    root.ParentTree = tree.obj
