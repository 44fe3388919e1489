"""A part of the goal chain: the results of a nämnd or with a judgement, below their goals."""

from dataclasses import replace

from service.documents.kedjelankar import Kedjemal, Kedjeresultat

from .tree import Tree


def only(tree: Tree, namnd: str = "", word: str = "") -> Tree:
    """The chain with only the results of the nämnd with that code, and with that judgement; goals without any of them
    are left out. With neither it is the whole chain."""
    if not (namnd or word):
        return tree

    def wanted(each: Kedjeresultat) -> bool:
        return namnd in ("", each.kod) and word in ("", each.bedomning.ord)

    mal = tuple(left for each in tree.mal if (left := _with(each, tuple(filter(wanted, each.resultat)))).resultat)
    return replace(tree, mal=mal, losa=tuple(filter(wanted, tree.losa)), uppdrag=())


def _with(mal: Kedjemal, resultat: tuple[Kedjeresultat, ...]) -> Kedjemal:
    return replace(mal, resultat=resultat)
