"""A template and a context become a document."""

from collections.abc import Mapping

from .check import faults
from .faults import PackageFault
from .finish import finish
from .ooxml import DECLARATION
from .pages import Pages, write_pages
from .properties import DocumentProperties, write_properties
from .template import compiled


def render(
    template: bytes,
    context: Mapping[str, object],
    *,
    properties: DocumentProperties | None = None,
    pages: Pages | None = None,
) -> bytes:
    """The finished document as .docx bytes; the same input always gives the same bytes.

    No clock, randomness, file or network is used. Without `properties` the template's own stay as they are;
    without `pages`, the page numbers of an earlier layout of it, they are left for Word to compute.
    Raises TemplateFault where the template cannot be filled from the context, PackageFault where the
    template, or what it would become, is no sound Word package.
    """
    ready = compiled(template)
    document = ready.fill(context)
    wrong = finish(document, ready, pages)
    package = document.package
    package.blobs.update((name, f"{DECLARATION}{xml}".encode()) for name, xml in document.texts.items())
    write_pages([package.tree(name) for name in ready.paged], pages)
    if properties is None:
        ready.fill_properties(package, context)
    else:
        write_properties(package, properties)
    if not document.is_proved:
        wrong = faults(package)
    if wrong:
        raise PackageFault(wrong)
    return package.to_bytes()


def fields_used(template: bytes) -> frozenset[str]:
    """The dotted names of the context that a template uses, such as `namnd.namn`, loops seen through.

    Raises TemplateFault, PackageFault for a template that cannot be read.
    """
    return compiled(template).fields()
