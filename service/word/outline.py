"""The titles a template prints: its chapters and captions, as far as they are fixed before any data."""

import re
from collections.abc import Iterator

from .captions import LABELS
from .ooxml import Element, P, visible_text
from .package import main_part, open_package
from .styles import Styles

_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def titles(template: bytes) -> dict[str, frozenset[str]]:
    """The fixed beginnings of the template's headings (`kapitel`) and captions (`tabell`, `diagram`, `figur`).

    What follows a tag in a title is not known before the data is; a title that is all tag is left out.
    """
    package = open_package(template)
    named = package.typed("styles")
    styles = Styles(package.tree(named[0]) if named else None)
    found: dict[str, set[str]] = {"kapitel": set(), "tabell": set(), "diagram": set(), "figur": set()}
    for kind, title in _titles(package.tree(main_part(package)), styles):
        if title:
            found[kind].add(title)
    return {kind: frozenset(names) for kind, names in found.items()}


def _titles(root: Element, styles: Styles) -> Iterator[tuple[str, str]]:
    for paragraph in root.iter(P):
        text = visible_text(paragraph)
        if styles.level(paragraph) is not None:
            yield "kapitel", _fixed(text)
        elif styles.name_of(paragraph) == "caption" and (label := LABELS.match(text)):
            yield label.group(1).casefold(), _fixed(text[label.end() :])


def _fixed(text: str) -> str:
    """The title up to its first printed tag; tags that print nothing are passed over."""
    silent = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", text, flags=re.DOTALL)
    return " ".join(_TAG.split(silent)[0].split()) if silent else ""
