"""Where a document's plan stands: what the cover and each page's head say of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.chain.plans import Installningar
from service.chain.values import Head, Nummer, State

from .contract import told
from .wording import decided, inside, organ, proposal_shown

PRELIMINART = "* Numret är preliminärt. Det fastställs när planen lämnas in."
PRELIMINART_FORSLAG = "* Numret är preliminärt. Det fastställs när förslaget antas."


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of a plan in words."""

    ord: str = field(metadata=told("Planens läge: UTKAST, FÖRSLAG, ANTAGEN eller UPPHÄVD.", "ANTAGEN"))
    version: int = field(metadata=told("Planens version.", "2"))
    rad: str = field(metadata=told("Läge och version på en rad, till sidhuvudet.", "ANTAGEN, version 2"))
    beslut: str = field(metadata=told("Vem som beslutat och när.", "Fastställd av kommunfullmäktige 17 juni 2026 § 78"))
    anmarkning: str = field(
        metadata=told("Not om preliminära nummer; tom när alla nummer är fastställda.", PRELIMINART)
    )


def status_of(head: Head, installningar: Installningar, numbers: Iterable[Nummer]) -> Status:
    """The plan's state; `numbers` are those that the document prints."""
    provisional = any(not number.given for number in numbers)
    return Status(
        ord=head.state.word,
        version=head.version,
        rad=", ".join(
            part for part in (head.state.word, proposal_shown(head.proposal), f"version {head.version}") if part
        ),
        beslut=_beslut(head, installningar),
        anmarkning=_preliminart(head) if provisional else "",
    )


def _preliminart(head: Head) -> str:
    """A plan gets its numbers when it is handed in, a proposal beside others first when it is adopted."""
    return PRELIMINART_FORSLAG if head.proposal else PRELIMINART


def _beslut(head: Head, installningar: Installningar) -> str:
    if head.state is State.UTKAST:
        return "Utkast, ännu inte inlämnat"
    if head.state is State.INLAMNAD:
        return "Förslag, ännu inte beslutat"
    if head.decision is None:
        return "Upphävd" if head.state is State.UPPHAVD else "Antagen"
    by = inside(organ(head.decision.organ, installningar))
    adopted = f"astställd av {by} {decided(head.decision.datum, head.decision.paragraf)}"
    return f"Upphävd; f{adopted}" if head.state is State.UPPHAVD else f"F{adopted}"
