"""Runs and fields as elements (§17.3.2, §17.16.18)."""

from copy import deepcopy

from ..ooxml import Element, make, make_text


def run(look: Element | None, *content: Element) -> Element:
    """A run of the given look."""
    element = make("r", *content)
    if look is not None:
        element.insert(0, deepcopy(look))
    return element


def field_start(code: str) -> list[Element]:
    """The runs before a field's result."""
    return [
        run(None, make("fldChar", fldCharType="begin")),
        run(None, make_text("instrText", f" {code} ")),
        run(None, make("fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """The run after a field's result."""
    return run(None, make("fldChar", fldCharType="end"))
