"""The work as a worker is asked for it. Only the worker loads the engines, and LibreOffice's."""

from collections.abc import Mapping, Sequence

from .recipes import Product, Recipe, Wanted


def make(
    recipes: Sequence[Recipe], given: Mapping[str, bytes], *, layout: bool, with_pdf: bool
) -> list[Product] | Wanted:
    """The documents of the recipes, or which templates are wanted first. Raises `StrayWorker`."""
    from .making import products_of

    return products_of(recipes, given, layout=layout, with_pdf=with_pdf)
