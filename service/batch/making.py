"""What a worker does: a template and a context become a document, laid out where that is asked for."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from service import word
from service.documents import detaljbudget
from service.engine import ENGINE
from service.naming import fingerprint

from .bilder import with_pictures
from .faults import StrayWorker
from .recipes import Product, Recipe, Wanted

if TYPE_CHECKING:
    from service.pdf import PageMap, Render

_templates: dict[str, bytes] = {}


def products_of(
    recipes: Sequence[Recipe], given: Mapping[str, bytes], *, layout: bool, with_pdf: bool
) -> list[Product] | Wanted:
    """The documents of the recipes; or which templates are wanted first.

    A worker keeps the templates it is given, and what they were compiled to. Raises `StrayWorker`.
    """
    if any(recipe.engine != ENGINE for recipe in recipes):
        raise StrayWorker(f"Arbetaren har motorn {ENGINE}, inte {recipes[0].engine}.")
    _templates.update(given)
    unknown = frozenset(recipe.template for recipe in recipes if recipe.template not in _templates)
    if unknown:
        return Wanted(unknown)
    products = _laid_out(recipes, with_pdf=with_pdf) if layout else [_timed(recipe) for recipe in recipes]
    return [replace(made, mark=fingerprint(made.content)) if made.content else made for made in products]


def render(recipe: Recipe, template: bytes, pages: word.Pages | None = None) -> bytes:
    """The document's bytes, with a layout's page numbers if it is a Word file. Raises the engines' faults."""
    if recipe.format == "xlsx":
        return _workbook(recipe, template)
    custom = {**recipe.properties["custom"], "Målkedjan": recipe.name}
    properties = word.DocumentProperties(**{**recipe.properties, "custom": custom})
    return word.render(template, with_pictures(recipe.context), properties=properties, pages=pages)


def _workbook(recipe: Recipe, template: bytes) -> bytes:
    from service import excel  # the first workbook loads it: Word papers need not wait for it

    given = recipe.properties
    properties = excel.WorkbookProperties(
        title=given["title"], subject=given["subject"], creator=given["author"], created=given["created"],
        description=f"Skriven av Målkedjan, {recipe.name}.",
    )  # fmt: skip
    cells, tables = detaljbudget.cells(recipe.context), detaljbudget.tables(recipe.context)
    return excel.fill(template, cells, tables, properties=properties)


def _timed(recipe: Recipe) -> Product:
    """The document, or why there is none: one document's fault is nobody else's."""
    start = time.perf_counter()
    try:
        made = Product(render(recipe, _templates[recipe.template], _shown(recipe.pages)))
    except Exception as error:
        made = Product(b"", error=_said(error))
    return replace(made, seconds=time.perf_counter() - start)


def _laid_out(recipes: Sequence[Recipe], *, with_pdf: bool) -> list[Product]:
    """The documents with page numbers, one LibreOffice for all; what fails without it is left out of its work."""
    from service import pdf as office  # not for a batch without layout

    start = time.perf_counter()
    drafts = [_timed(replace(recipe, pages=None)) for recipe in recipes]
    sound = [n for n, draft in enumerate(drafts) if not draft.error]
    settled = office.settle(
        [_renderer(recipes[n], drafts[n].content) for n in sound], [recipes[n].pages for n in sound],
        pdf=with_pdf, limits=office.Limits(processes=1),  # one for each worker, so that every core has one
    )  # fmt: skip
    share = (time.perf_counter() - start) / len(recipes)
    for n, done in zip(sound, settled, strict=True):
        drafts[n] = Product(done.docx, done.pdf, done.pages, done.is_steady, str(done.fault or ""))
    return [replace(draft, seconds=share) for draft in drafts]


def _renderer(recipe: Recipe, draft: bytes) -> "Render":
    template = _templates[recipe.template]
    return lambda pages: draft if pages is None else render(recipe, template, _shown(pages))


def _shown(pages: "PageMap | None") -> word.Pages | None:
    return None if pages is None else word.Pages(pages.numbers, pages.total)


def _said(error: Exception) -> str:
    """What is wrong, in the engines' own words; of what nobody foresaw also what kind of fault it is."""
    from service import excel

    foreseen = isinstance(error, word.TemplateFault | word.PackageFault | excel.TemplateFault)
    return str(error) if foreseen else f"{type(error).__name__}: {error}"
