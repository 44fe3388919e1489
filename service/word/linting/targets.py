"""References written in a template (`ref("kapitel …")`): do they lead to a title that it has?"""

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from ..captions import LABELS
from ..ooxml import Element, P, visible_text
from ..places import nearest
from ..styles import Styles
from .blocks import Skeleton, tags_of
from .expressions import parsed
from .remarks import Remark

_BY_TITLE = ("kapitel", "tabell", "diagram", "figur")


def references(skeletons: Mapping[str, Skeleton], root: Element, styles: Styles) -> Iterator[Remark]:
    """Remarks on references whose key stands in the template; those made of data are not judged."""
    titles = list(_titles(root, styles))
    calls = [(made, call) for made in skeletons.values() for call in _calls(made)]
    anchors = {_key(call) for _, call in calls if _called(call) == "anchor"}
    for made, call in calls:
        key, tag = _key(call), tags_of(made, call.lineno)
        if _called(call) == "ref" and key and tag is not None and len(call.args) + len(call.kwargs) == 1:
            code, near = _judged(key, titles, anchors)
            if code:
                yield Remark(code, tag.place, tag.written, near, {"namn": key})


def _judged(key: str, titles: list[tuple[str, bool]], anchors: set[str | None]) -> tuple[str, str | None]:
    """The remark's code, empty for none, and the nearest key."""
    wanted = _normal(key)
    kind = wanted.partition(" ")[0]
    if kind not in _BY_TITLE:
        near = nearest(kind, _BY_TITLE)
        if near is not None:
            return "unknown_reference", f"{near} {key.partition(' ')[2]}".strip()
        known = {_normal(anchor) for anchor in anchors if anchor}
        return ("", None) if wanted in known or None in anchors else ("unknown_reference", nearest(key, sorted(known)))
    for title, is_whole in titles:
        if _normal(title).startswith(wanted) or (not is_whole and wanted.startswith(_normal(title))):
            return "", None
    fixed = [title for title, _ in titles if title.partition(" ")[2]]
    open_ended = any(not is_whole and title.partition(" ")[0].casefold() == kind for title, is_whole in titles)
    near = nearest(key, fixed)
    return ("uncertain_reference" if open_ended and near is None else "unknown_reference"), near


def _titles(root: Element, styles: Styles) -> Iterator[tuple[str, bool]]:
    """`kapitel Mål` and whether that is the whole title, or goes on with what the data says."""
    for paragraph in root.iter(P):
        text = visible_text(paragraph)
        label = LABELS.match(text) if styles.name_of(paragraph) == "caption" else None
        if label:
            yield _title(label.group(1).casefold(), text[label.end() :])
        elif styles.level(paragraph) is not None and text:
            yield _title("kapitel", text)


def _title(kind: str, text: str) -> tuple[str, bool]:
    fixed = text.partition("{")[0].strip()
    return f"{kind} {fixed}".strip(), "{" not in text


def _calls(made: Skeleton) -> Iterator[nodes.Call]:
    try:
        tree = parsed(made.source)
    except TemplateSyntaxError:
        return
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("ref", "anchor"):
            yield call


def _called(call: nodes.Call) -> str:
    return call.node.name if isinstance(call.node, nodes.Name) else ""


def _key(call: nodes.Call) -> str | None:
    """The key if it stands in the template as it is, else None."""
    first = call.args[0] if call.args else next((k.value for k in call.kwargs if k.key == "key"), None)
    return str(first.value) if isinstance(first, nodes.Const) else None


def _normal(key: str) -> str:
    return " ".join(key.split()).casefold()
