"""From filled-in parts to a finished document: structure, numbers, references, contents."""

from . import marks
from .captions import Captions
from .contents import Contents
from .holes import Holes
from .mends import MENDS
from .pages import Pages
from .paragraphs import Writer
from .references import References
from .tables import tidy_tables
from .template import CompiledTemplate, Filled


def finish(document: Filled, template: CompiledTemplate, pages: Pages | None) -> list[str]:
    """Turn the marks in all parts into Word structure; what comes back is what is wrong in them, in sentences.

    Raises TemplateFault for a reference without target or a style that is missing.
    """
    holes = Holes()
    references, captions = References(holes), Captions(holes)
    contents = Contents(template.styles, holes, pages)
    counters = template.numbering.afresh()
    writer = Writer(document.lists, counters, holes, references, captions, contents, document.fragments)
    faults: list[str] = []
    for part in template.parts:
        xml = writer.write(part.name, document.texts[part.name], is_main=part.name == template.main)
        mends = part.mends if part.is_sound and document.has_own_blocks else MENDS
        xml, wrong = tidy_tables(xml, part.namespaces, mends)
        faults += [f"{part.name}: {fault}" for fault in wrong]
        document.texts[part.name] = document.identities.renumber(xml)
    _refer(document, writer)
    for part in template.parts:
        document.texts[part.name] = holes.fill(document.texts[part.name])
        faults += [f"{part.name}: ett arbetstecken står kvar"] if marks.is_marked(document.texts[part.name]) else []
    return faults + _dangling(document, template)


def _refer(document: Filled, writer: Writer) -> None:
    bookmarks = document.identities.bookmarks()
    for heading in writer.headings:
        writer.references.add_heading(heading)
    for caption in writer.captions.found:
        writer.references.add_caption(caption)
    writer.references.resolve(bookmarks)
    writer.contents.write(writer.headings, writer.captions.found, bookmarks)


def _dangling(document: Filled, template: CompiledTemplate) -> list[str]:
    """The template's own fields whose bookmarks stand in no part that was printed."""
    missing = sorted(template.wanted - document.identities.names)
    return [f"bokmärket {name!r} saknas" for name in missing]
