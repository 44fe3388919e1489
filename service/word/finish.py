"""From filled-in parts to a finished document: structure, numbers, references, contents."""

from .captions import Captions, keep_with_next
from .compatibility import with_ignorable
from .contents import Contents
from .embedding import Embedding
from .headings import headings
from .identities import renumber
from .lists import Lists
from .numbering import Numbering
from .package import Package
from .paragraphs import Writer
from .references import References
from .setting import setting_of
from .styles import Styles
from .tables import tidy_tables


def finish(package: Package, main: str, parts: list[str], styles: Styles) -> None:
    """Turn marks into Word structure in all parts, the document (`main`) first.

    Raises TemplateFault for a reference without target or a style that is missing.
    """
    roots = [package.tree(name) for name in parts]
    bookmarks = renumber(roots)
    references, captions, contents = References(bookmarks), Captions(), Contents(styles, bookmarks)
    found = package.typed("styles")
    setting = setting_of(package.tree(main), package.tree(found[0]) if found else None)
    embedding = Embedding(package, setting, roots)
    writer = Writer(styles, Lists(package, main, styles), references, captions, contents, embedding)
    for name, root in zip(parts, roots, strict=True):
        tidy_tables(root)
        writer.write(name, root, is_main=name == main)
    _refer(package, main, styles, references, captions, contents)
    for name in parts:
        package.trees[name] = with_ignorable(package.tree(name))


def _refer(
    package: Package, main: str, styles: Styles, references: References, captions: Captions, contents: Contents
) -> None:
    found = package.typed("numbering")
    numbering = Numbering(package.tree(found[0]) if found else None, styles)
    outline = list(headings(package.tree(main), styles, numbering))
    for heading in outline:
        references.add_heading(heading)
    for caption in captions.found:
        references.add_caption(caption)
        keep_with_next(caption, styles)
    references.resolve()
    contents.write(outline, captions.found)
