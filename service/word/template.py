"""A template made ready once: its parts checked, its commands marked, its tags compiled."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import islice

from docxtpl import DocxTemplate
from jinja2 import Template, nodes
from lxml import etree

from . import marks, placing, structure
from .additions import Additions
from .archive import Entry
from .check import faults, wanted_bookmarks
from .compatibility import ignoring_later_words
from .embedded import Fragment
from .environment import ENVIRONMENT
from .faults import PackageFault, TemplateFault
from .fragments import Namespaces, declared
from .identities import Identities
from .limits import MOST_PRINTED, bound, bounded
from .lists import Lists
from .mends import MENDS, Mend, mends_for
from .names import used_names
from .numbering import Numbering
from .ooxml import Element, W, parse, serialise, w
from .package import Package, main_part, open_package, text_parts
from .pages import has_fields
from .printing import Rendering, escaped
from .setting import Setting, setting_of
from .styles import Styles
from .tables import tidy_tables
from .written import FAILURES, UNCOMPILED, Written

_BATCH = 64
_GLOBALS = frozenset(ENVIRONMENT.globals)
_patch: Callable[[str], str] = DocxTemplate(None).patch_xml
_TAGS = re.compile(r"{[{%].*?[}%]}", re.DOTALL)
_TAGGED = re.compile(r"{(<[^>]*>)*[{%#_]")
_START_OF_PARAGRAPH = re.compile(r"(?=<w:p[ >])")


@dataclass(frozen=True)
class TextPart:
    """One part with running text. `template` is None where there is nothing to fill in.

    `is_sound` says that it is sound XML, in the right places, whatever the data (see placing), `mends` what else
    may need to be put right in it.
    """

    name: str
    source: str
    syntax: nodes.Template | None
    template: Template | None
    written: Written
    namespaces: Namespaces
    is_sound: bool = True
    mends: tuple[Mend, ...] = MENDS

    def render(self, context: Mapping[str, object], rendering: Rendering) -> str:
        """The part's XML with the context filled in. Raises TemplateFault where that fails."""
        if self.template is None:
            return self.source
        try:
            with bounded():
                return "".join(_capped(self._pieces(self.template, {**context, **rendering.context()})))
        except TemplateFault as fault:
            if fault.where:
                raise
            raise self.written.run_fault(fault, self.source, {**context, **rendering.context()}) from fault
        except FAILURES as error:
            raise self.written.run_fault(error, self.source, {**context, **rendering.context()}) from error

    def _pieces(self, template: Template, context: dict[str, object]) -> Iterator[str]:
        # Not Template.render: it rewrites the traceback that says where an error arose.
        return template.root_render_func(template.new_context(context))


@dataclass
class Filled:
    """A document under way: its package, and the text parts as the data has filled them."""

    package: Package
    texts: dict[str, str]
    lists: Lists
    fragments: list[Fragment]
    identities: Identities
    is_proved: bool

    @property
    def has_own_blocks(self) -> bool:
        """Whether all paragraphs, tables and cells are the template's: no value has brought any."""
        return self.is_proved and not any(fragment.block for fragment in self.fragments)


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled any number of times.

    `identities` holds the ids of the parts that never change, `wanted` the bookmarks that fields of its own name.
    """

    blobs: Mapping[str, bytes]
    entries: Mapping[str, Entry]
    main: str
    parts: tuple[TextPart, ...]
    core: TextPart | None
    paged: frozenset[str]
    styles: Styles
    numbering: Numbering
    setting: Setting
    identities: Identities = field(default_factory=Identities)
    wanted: frozenset[str] = frozenset()
    is_proved: bool = False

    def fields(self) -> frozenset[str]:
        """The dotted names its parts use."""
        filled = [*self.parts, *([] if self.core is None else [self.core])]
        return frozenset(n for part in filled if part.syntax for n in used_names(part.syntax, _GLOBALS))

    def fill(self, context: Mapping[str, object]) -> Filled:
        """The document with the data in its text parts. Raises TemplateFault, PackageFault."""
        package = Package(dict(self.blobs), entries=self.entries)
        lists, fragments = Lists(package, self.main, self.styles), list[Fragment]()
        additions = Additions(package, lists, self.setting)
        filled = Filled(package, {}, lists, fragments, self.identities.copy(), self.is_proved)
        for part in self.parts:
            prefixes: dict[str, str] = {}
            prepare = partial(self._prepared, part, prefixes)
            rendering = Rendering(additions.holder(part.name), prepare, fragments)
            xml = part.render(context, rendering)
            if not (part.is_sound and rendering.is_proved):
                _parsed(part.name, xml)
            filled.texts[part.name] = declared(xml, prefixes) if prefixes else xml
            filled.is_proved = filled.is_proved and rendering.is_proved
        return filled

    def fill_properties(self, package: Package, context: Mapping[str, object]) -> None:
        """Fill the tags in the document's own properties (title, subject, author …)."""
        if self.core is not None:
            additions = Additions(package, Lists(package, self.main, self.styles))
            rendering = Rendering(additions.holder(self.core.name), lambda fragment: fragment, [])
            package.trees[self.core.name] = _parsed(self.core.name, self.core.render(context, rendering))

    def _prepared(self, part: TextPart, prefixes: dict[str, str], fragment: Fragment) -> Fragment:
        """A value's own XML, marked as a template is; the prefixes it needs at the part's root go to `prefixes`."""
        if not fragment.block:
            part.namespaces.parse(fragment.xml)
            return fragment
        root = part.namespaces.parse(fragment.xml)
        structure.tidy(root)
        prefixes.update(part.namespaces.beyond(root))
        structure.mark(root, self.styles, self.numbering, is_main=part.name == self.main)
        return replace(fragment, xml=part.namespaces.serialise(root))


@lru_cache(maxsize=16)
def compiled(template: bytes) -> CompiledTemplate:
    """The compiled form of a template. Raises PackageFault, TemplateFault (a tag that is not understood)."""
    package = open_package(template)
    for name in package.names():
        if name.endswith((".xml", ".rels")):
            parse(package.blobs[name], name)
    sheet = package.tree(named[0]) if (named := package.typed("styles")) else None
    styles = Styles(sheet)
    numbering = Numbering(package.tree(named[0]) if (named := package.typed("numbering")) else None, styles)
    main = main_part(package)
    _update_no_fields(package)
    identities = Identities()
    parts = []
    for name in text_parts(package):
        if name == main or _TAGGED.search(package.blobs[name].decode()):
            parts.append(_text_part(name, package.tree(name), styles, numbering, name == main))
        else:
            _settle_static(package, name, identities)
    core = _core_part(package, styles)
    paged = frozenset(name for name in text_parts(package) if has_fields(package.blobs[name]))
    ready = CompiledTemplate(
        dict(package.blobs),
        package.entries,
        main,
        tuple(parts),
        core,
        paged,
        styles,
        numbering,
        setting_of(package.tree(main), sheet),
        identities,
    )
    return _proved(ready)


def _core_part(package: Package, styles: Styles) -> TextPart | None:
    """The part with the document's properties, if there are tags in it."""
    name = package.related("", "core-properties")
    if name is None or name not in package or not _TAGGED.search(package.blobs[name].decode()):
        return None
    root = parse(package.blobs[name], name)
    xml = _TAGS.sub(_unescape, etree.tostring(root, encoding="unicode"))
    written = Written(name, etree.tostring(root, encoding="unicode"), styles)
    return _compile(TextPart(name, xml, None, None, written, Namespaces.of(name, root)))


def _settle_static(package: Package, name: str, identities: Identities) -> None:
    """Give the ids of a part that is never filled once and for all."""
    root = package.tree(name)
    if root.nsmap.get("w") != W:
        raise PackageFault(f"{name}: okänd dialekt av WordprocessingML")
    xml = etree.tostring(root, encoding="unicode")
    again = identities.renumber(xml)
    if again != xml:
        package.blobs[name] = serialise(parse(again, name))


def _proved(ready: CompiledTemplate) -> CompiledTemplate:
    """The template with what its skeletons say: whether every document made of it must be sound."""
    package = Package(dict(ready.blobs), entries=ready.entries)
    identities, found = ready.identities.copy(), []
    try:
        for part in ready.parts:
            bare = part.source if part.syntax is None else placing.skeleton(part.syntax)
            xml, wrong = tidy_tables(identities.renumber(_BARE.sub("", bare)), part.namespaces)
            package.trees[part.name] = parse(xml, part.name)
            found += wrong
        found += faults(package)
    except PackageFault:
        return ready
    wanted = wanted_bookmarks(package)
    return replace(ready, wanted=wanted, is_proved=not found and all(part.is_sound for part in ready.parts))


# Marks that hold words of the engine's own, and the rest one by one, but for tables' (they say what to fit).
_BARE = re.compile(f"[{marks.START}{marks.CONTENTS}{marks.LABEL}][^{marks.END}]*{marks.END}|[{marks.KEEP}{marks.LEAD}]")


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


def _text_part(name: str, root: Element, styles: Styles, numbering: Numbering, is_main: bool) -> TextPart:
    if root.nsmap.get("w") != W:
        raise PackageFault(f"{name}: okänd dialekt av WordprocessingML")
    written = Written(name, etree.tostring(root, encoding="unicode"), styles)
    structure.tidy(root)
    structure.mark(root, styles, numbering, is_main=is_main)
    root = ignoring_later_words(root)
    xml = etree.tostring(root, encoding="unicode")
    part = TextPart(name, xml, None, None, written, Namespaces.of(name, root))
    if not _TAGGED.search(xml):
        return replace(part, mends=mends_for(xml))
    source = _START_OF_PARAGRAPH.sub("\n", _TAGS.sub(_unescape, _patch(xml)))
    return _compile(replace(part, source=source, mends=mends_for(source)))


def _compile(part: TextPart) -> TextPart:
    try:
        syntax = ENVIRONMENT.parse(part.source)
        for data in syntax.find_all(nodes.TemplateData):
            data.data = _literal_braces(data.data.replace("\n<w:p", "<w:p"))
        is_sound = placing.settle(syntax)
        bound(syntax)
        # The tree is compiled here and kept whole for fields_used; Jinja's compiler leaves it as it is.
        code = ENVIRONMENT.compile(syntax, part.name, part.name)
    except UNCOMPILED as error:
        raise part.written.compile_fault(error) from error
    template = Template.from_code(ENVIRONMENT, code, ENVIRONMENT.globals)
    template.root_render_func.__globals__["escape"] = escaped
    return replace(part, syntax=syntax, template=template, is_sound=is_sound)


def _unescape(tag: re.Match[str]) -> str:
    return tag.group(0).replace("&quot;", '"').replace("&amp;", "&")


def _literal_braces(text: str) -> str:
    """docxtpl's way to write the tags themselves: `{_{` prints `{{` (only from the template, never data)."""
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(written, meant)
    return text


def _capped(pieces: Iterator[str]) -> Iterator[str]:
    size = 0
    while batch := "".join(islice(pieces, _BATCH)):
        size += len(batch)
        if size > MOST_PRINTED:
            raise TemplateFault(f"dokumentet blir större än {MOST_PRINTED} tecken")
        yield batch
