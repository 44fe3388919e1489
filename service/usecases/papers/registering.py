"""What has been written is remembered: the store knows every file, what it shows and what it came of."""

import hashlib

from service.naming import fingerprint
from service.store import Version, WrittenDocument, register_document

from ..house import House
from .preparing import Prepared


def remember(house: House, prepared: Prepared, name: str, content: bytes, mark: str = "") -> None:
    """Register a file, with its mark where somebody has it already.

    A PDF is known by its bytes alone: it has no parts, and is not changed.
    """
    version, is_pdf = prepared.version, name.endswith(".pdf")
    register_document(
        house.store,
        WrittenDocument(
            kind=prepared.order.kind, namnd=version.key.namnd, ar=version.key.ar, version=version.version,
            state=version.state.value, submission=version.submission, filename=name,
            sha256=hashlib.sha256(content).hexdigest(), template=hashlib.sha256(prepared.template).hexdigest(),
            at=house.now(), proposal=version.key.proposal, period=version.key.period,
            name="" if is_pdf else prepared.name,
            fingerprint="" if is_pdf else mark or fingerprint(content),
        ),
        content,
    )  # fmt: skip


def remember_joined(house: House, version: Version, kind: str, name: str, content: bytes) -> None:
    """Register a PDF that a version's papers were joined to: that it was written here, not its bytes, which may be
    many and lie with the package that it belongs to."""
    register_document(
        house.store,
        WrittenDocument(
            kind=kind, namnd=version.key.namnd, ar=version.key.ar, version=version.version, state=version.state.value,
            submission=version.submission, filename=name, sha256=hashlib.sha256(content).hexdigest(), template="",
            at=house.now(),
        ),
        None,
    )  # fmt: skip
