"""A template made ready once: its parts checked, its commands marked, its tags compiled."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docxtpl import DocxTemplate
from jinja2 import Template, nodes
from lxml import etree

from . import captions, contents, marks
from .environment import ENVIRONMENT
from .faults import PackageFault, TemplateFault
from .limits import MOST_PRINTED, bound, bounded
from .locating import FAILURES, UNCOMPILED, Written
from .names import used_names
from .ooxml import W14, Element, P, W, parse, remove, serialise, w
from .package import Package, main_part, open_package, text_parts
from .styles import Styles

_GLOBALS = frozenset(ENVIRONMENT.globals)
_patch: Callable[[str], str] = DocxTemplate(None).patch_xml
_TAGS = re.compile(r"{[{%].*?[}%]}", re.DOTALL)
_NOISE = (w("proofErr"), w("lastRenderedPageBreak"))
_REVISIONS = (f"{{{W}}}rsid", f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{W}}}dirty")
_PARAGRAPH = re.compile(r"\n(?=<w:p[ >])")


@dataclass(frozen=True)
class TextPart:
    """One part with running text. `template` is None where there is nothing to fill in."""

    name: str
    source: str
    syntax: nodes.Template | None
    template: Template | None
    written: Written

    def render(self, context: Mapping[str, object]) -> str:
        """The part's XML with the context filled in. Raises TemplateFault where that fails."""
        if self.template is None:
            return self.source
        try:
            with bounded():
                return _PARAGRAPH.sub("", "".join(_capped(self._pieces(self.template, context))))
        except TemplateFault:
            raise
        except FAILURES as error:
            raise self.written.run_fault(error, self.source, context) from error

    def _pieces(self, template: Template, context: Mapping[str, object]) -> Iterator[str]:
        # Not Template.render: it rewrites the traceback that says where an error arose.
        return template.root_render_func(template.new_context(dict(context)))


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled any number of times."""

    blobs: Mapping[str, bytes]
    main: str
    parts: tuple[TextPart, ...]
    styles: Styles

    def fields(self) -> frozenset[str]:
        """The dotted names its parts use."""
        return frozenset(n for part in self.parts if part.syntax for n in used_names(part.syntax, _GLOBALS))

    def fill(self, context: Mapping[str, object]) -> Package:
        """A package whose text parts are filled and parsed. Raises TemplateFault, PackageFault."""
        trees = {part.name: _parsed(part.name, part.render(context)) for part in self.parts}
        return Package(dict(self.blobs), trees)


@lru_cache(maxsize=16)
def compiled(template: bytes) -> CompiledTemplate:
    """The compiled form of a template. Raises PackageFault, TemplateFault (a tag that is not understood)."""
    package = open_package(template)
    for name in package.names():
        if name.endswith((".xml", ".rels")):
            parse(package.blobs[name], name)
    styles = Styles(package.tree(named[0]) if (named := package.typed("styles")) else None)
    main = main_part(package)
    _update_no_fields(package)
    parts = tuple(_text_part(name, package.tree(name), styles, name == main) for name in text_parts(package))
    return CompiledTemplate(package.blobs, main, parts, styles)


def _parsed(name: str, xml: str) -> Element:
    try:
        return parse(xml, name)
    except PackageFault as fault:
        where = getattr(fault.__cause__, "position", (1, 1))[1]
        words = " ".join(re.sub(r"<[^>]*>?|^[^<]*>", " ", xml[max(0, where - 1000) : where]).split())[-80:]
        what = "ett märke som {% if %} eller {% for %} börjar och slutar i olika stycken, rader eller celler"
        raise PackageFault([f"{name}, vid {words!r}: {what}", *fault.faults]) from fault


def _update_no_fields(package: Package) -> None:
    """Word would ask its reader whether to update the fields; all of them are right already."""
    for name in package.typed("settings"):
        settings = package.tree(name)
        for update in settings.findall(w("updateFields")):
            settings.remove(update)
            package.blobs[name] = serialise(settings)


def _text_part(name: str, root: Element, styles: Styles, is_main: bool) -> TextPart:
    if root.nsmap.get("w") != W:
        raise PackageFault(f"{name}: okänd dialekt av WordprocessingML")
    _tidy(root)
    if is_main:
        for paragraph in root.iter(P):
            contents.mark(paragraph)
            captions.mark(paragraph, styles)
    xml = etree.tostring(root, encoding="unicode")
    written = Written(name, xml, styles)
    if not re.search(r"{(<[^>]*>)*[{%#]", xml):
        return TextPart(name, xml, None, None, written)
    source = re.sub(r"(?=<w:p[ >])", "\n", _TAGS.sub(_unescape, _patch(xml)))
    return _compile(name, source, written)


def _compile(name: str, source: str, written: Written) -> TextPart:
    try:
        syntax = ENVIRONMENT.parse(source)
        for data in syntax.find_all(nodes.TemplateData):
            data.data = _literal_braces(data.data)
        bound(syntax)
        # The tree is compiled here and kept whole for fields_used; Jinja's compiler leaves it as it is.
        code = ENVIRONMENT.compile(syntax, name, name)
    except UNCOMPILED as error:
        raise written.compile_fault(error) from error
    template = Template.from_code(ENVIRONMENT, code, ENVIRONMENT.globals)
    return TextPart(name, source, syntax, template, written)


def _tidy(root: Element) -> None:
    """Drop what Word notes for itself: revision ids, paragraph ids (copied by loops), spelling marks."""
    for element in list(root.iter(etree.Element)):
        if element.tag in _NOISE:
            remove(element)
            continue
        for key in [k for k in element.attrib if str(k).startswith(_REVISIONS)]:
            del element.attrib[key]
        if element.text and marks.ANY.search(element.text):
            element.text = marks.ANY.sub("", element.text)


def _unescape(tag: re.Match[str]) -> str:
    return tag.group(0).replace("&quot;", '"').replace("&amp;", "&")


def _literal_braces(text: str) -> str:
    """docxtpl's way to write the tags themselves: `{_{` prints `{{` (only from the template, never data)."""
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(written, meant)
    return text


def _capped(pieces: Iterator[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_PRINTED:
            raise TemplateFault(f"dokumentet blir större än {MOST_PRINTED} tecken")
        yield piece
