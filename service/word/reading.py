"""What a reader sees of a finished document, paragraph by paragraph."""

from .ooxml import P, visible_text
from .package import main_part, open_package, text_parts


def visible_paragraphs(docx: bytes) -> tuple[str, ...]:
    """The document's paragraphs in order, those of tables too, then those of notes, headers and footers; empty ones are
    left out. Raises PackageFault for what is no Word file."""
    package = open_package(docx)
    parts = [main_part(package), *(name for name in text_parts(package) if name != main_part(package))]
    texts = (visible_text(paragraph) for name in parts for paragraph in package.tree(name).iter(P))
    return tuple(text for text in texts if text)
