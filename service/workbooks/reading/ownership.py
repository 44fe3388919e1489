"""Whether a file is one of ours, and the one that was expected."""

from collections.abc import Iterator

from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Gate, Level

from ..identity import recognised
from ..names import HIDDEN, IDENTITY
from ..values import EDITION, Identity
from .book import Book
from .sheetsearch import fits_some


def identity_of(book: Book) -> Identity | None:
    """The identity from the first of the three places that holds one."""
    hidden = [str(sheet.grid.at(1, 1).value or "") for sheet in book.sheets if sheet.title == HIDDEN]
    named = [name.text for name in book.names if name.name == IDENTITY]
    return next((found for found in map(recognised, [book.property, *hidden, *named]) if found), None)


def misfits(book: Book, identity: Identity | None, expected: Identity | None) -> Iterator[Finding]:
    """Why the file is not the workbook that was expected, the plainest reason only."""
    if identity is None:
        known = any(fits_some(book, workbook_schema(kind)) for kind in Kind)
        yield _refusal("okand-arbetsbok" if known else "inte-var-arbetsbok")
    elif expected and identity.kind is not expected.kind:
        yield _refusal("fel-slag", slag=_title(identity), ratt=_title(expected))
    elif identity.edition != EDITION:
        yield _refusal("fel-utgava", utgava=identity.edition, ratt=EDITION)
    elif expected and (identity.namnd, identity.ar, identity.period) != (expected.namnd, expected.ar, expected.period):
        yield _refusal("fel-namnd-eller-ar", var=_owner(identity), ratt=_owner(expected))


def _title(identity: Identity) -> str:
    return workbook_schema(identity.kind).title


def _owner(identity: Identity) -> str:
    return " ".join(part for part in (identity.namnd, identity.period, str(identity.ar)) if part)


def _refusal(code: str, **details: str) -> Finding:
    return Finding(code, Level.FEL, details=details, gate=Gate.FIL, refuses=True)
