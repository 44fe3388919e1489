"""Runs and fields as elements of a tree: a comparison works on finished documents, not on a template's text."""

from copy import deepcopy

from ..ooxml import Element, make, make_text


def run(look: Element | None, *content: Element) -> Element:
    """A run of the given look."""
    element = make("r", *content)
    if look is not None:
        element.insert(0, deepcopy(look))
    return element


def field_start(code: str) -> list[Element]:
    """The runs before a field's result (§17.16.18)."""
    return [
        make("r", make("fldChar", fldCharType="begin")),
        make("r", make_text("instrText", f" {code} ")),
        make("r", make("fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """The run after a field's result."""
    return make("r", make("fldChar", fldCharType="end"))
