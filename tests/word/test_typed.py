"""Any text a person can type, wherever it is printed, reaches the file as it stands, and the file is sound."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from service.word import DocumentProperties, check, render

from .build import Docx, opened, parts, template

CELL = 32_767
TYPED = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.text("&<>\"'{}%#_[]\x00\x0b\x1f\u200f\u202eאבגد😀👩‍👧\ufdd0\ufdef\ufffe- 1.", max_size=40),
)


def everywhere(document: Docx) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ t }}"
    document.sections[0].footer.paragraphs[0].text = "{% if t %}{{ t }}{% endif %}"
    document.add_table(1, 2).cell(0, 1).text = "({{ t }})"


SOURCE = template("[[innehåll]]", ("Heading 1", "Mål ({{ t }})"), "({{ t }})", ("Caption", "Tabell: ({{ t }})"), edit=everywhere)  # fmt: skip  # noqa: E501


def kept(text: str) -> str:
    """What of a text can stand in XML and is no sign of the engine's own; breaks and blanks apart."""
    return "".join(c for c in text if c > " " and not "\ufdd0" <= c <= "\ufdef" and c not in "\ufffe\uffff")


def unspaced(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TYPED)
@example("{{ t }}{% raw %}{#")
@example("&amp;&lt;]]><w:p/>")
@example("å" * CELL)
@example("\u202e" + "<&>" * 9 + "{_{ }_}")
def test_typed_text_stands_in_every_place(text: str) -> None:
    # Round brackets keep a leading dash or number from being a list.
    done = render(SOURCE, {"t": text}, properties=DocumentProperties(title=f"({text})", custom={"x": f"({text})"}))
    assert check(done) == []
    found = parts(done)
    for name, blob in found.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(blob)
    document, wanted = opened(done), unspaced(f"({kept(text)})")
    assert unspaced(document.tables[0].cell(0, 1).text).startswith("(")
    for place in (document.paragraphs[0].text, document.core_properties.title, _custom(found)):
        assert _unlisted(wanted) in _unlisted(unspaced(place))
    body = "".join(element.text or "" for element in document.element.body.iter("{*}t"))
    # Contents line, heading, paragraph, caption and cell.
    assert _unlisted(unspaced(body)).count(_unlisted(wanted)) >= 5
    header = "".join(element.text or "" for element in document.sections[0].header._element.iter("{*}t"))
    assert _unlisted(unspaced(kept(text))) in _unlisted(unspaced(header))


def _custom(found: object) -> str:
    return "".join(etree.fromstring(found["docProps/custom.xml"]).itertext())  # type: ignore[index]


def _unlisted(text: str) -> str:
    """A list's signs are drawn by Word, not written."""
    return "".join(c for c in text if c not in "-.0123456789")
