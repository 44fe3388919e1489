"""The engines, each as a function from a case to something that makes its document once more."""

import io
import zipfile
import zlib
from collections.abc import Callable

from docxtpl import DocxTemplate
from jinja2 import Environment

from service.word import render
from service.word.filters import FILTERS

from .cases import Case

Engine = Callable[[Case], Callable[[], bytes]]


def malkedjan(case: Case) -> Callable[[], bytes]:
    """This engine, all fields resolved and the package checked."""
    return lambda: render(case.jinja, case.context)


def docxtpl(case: Case) -> Callable[[], bytes]:
    """docxtpl as it comes."""
    return lambda: _docxtpl(case, _environment())


def docxtpl_compiled(case: Case) -> Callable[[], bytes]:
    """docxtpl with one Jinja environment that keeps what it has compiled."""
    environment = _environment()
    known = {}
    parse = environment.from_string
    environment.from_string = lambda source, *_, **__: (
        known.setdefault(source, None) or known.update({source: parse(source)}) or known[source]
    )  # type: ignore
    return lambda: _docxtpl(case, environment)


def floor(case: Case) -> Callable[[], bytes]:
    """What no engine can do without: deflating the finished parts with text and writing the zip."""
    with zipfile.ZipFile(io.BytesIO(render(case.jinja, case.context))) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    kept = {name: zlib.compress(blob) for name, blob in parts.items()}
    text = [name for name in parts if name.startswith(("word/document", "word/header", "word/footer"))]
    return lambda: _written(parts, kept, text)


ENGINES: dict[str, Engine] = {
    "docxtpl": docxtpl, "docxtpl, Jinja compiled": docxtpl_compiled, "Målkedjan": malkedjan, "floor": floor,
}  # fmt: skip


def _environment() -> Environment:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    environment.globals.update(anchor=lambda key, text: text, ref=lambda key, elsewhere=None: elsewhere or key)
    return environment


def _docxtpl(case: Case, environment: Environment) -> bytes:
    template = DocxTemplate(io.BytesIO(case.jinja))
    template.render(dict(case.context), jinja_env=environment)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _written(parts: dict[str, bytes], kept: dict[str, bytes], text: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, blob in kept.items():
            archive.writestr(zipfile.ZipInfo(name), zlib.compress(parts[name], 6) if name in text else blob)
    return out.getvalue()
