"""A submission's records put together as a plan, to be looked at before anything is stored."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from schemas.sheets import Record
from schemas.uppfoljning.goals import AKTIVITETSSTATUS, BEDOMNING
from schemas.workbooks import Kind
from service.chain.assembly import (
    assemble_installningar,
    assemble_mrp,
    assemble_styrdokument,
    assemble_verksamhetsplan,
    mrp_links,
)
from service.chain.assembly_followups import assemble_bokslut, assemble_uppfoljning
from service.chain.assembly_moten import assemble_mote
from service.chain.links import Lists, lists_of
from service.chain.moten import Mote, mote_targets
from service.chain.plans import Installningar, Mrp, Styrdokument
from service.chain.references import Scope, mrp_targets, scope_of, vp_targets
from service.chain.skalor import aktivitetsskala, bedomningsskala
from service.chain.values import Head, Layout
from service.findings import Finding
from service.rules import BokslutCase, InstallningarCase, MoteCase, MrpCase, Stage, UppfoljningCase, VpCase, judge
from service.store import PlanKey, numbers_of_year

from ..house import House
from ..loading.followups import earlier_reports, load_uppfoljning, missing_namnder, reports_of, vp_in_force
from ..loading.plans import given_for, governing_mrp, load_mrp, load_vp, settings
from ..meetings.loading import meeting_facts
from ..templates.titles import titles_in
from .composition import composition

Records = Mapping[str, Sequence[Record]]


class Draft(Protocol):
    """What is asked of a draft of any kind."""

    def judge(self, records: Records) -> Iterable[Finding]:
        """What the rules say of the records."""

    def scope(self, records: Records) -> Scope:
        """What the texts may refer to."""

    def lists(self, records: Records) -> Lists:
        """What the codes may be."""


def draft_of(house: House, key: PlanKey, layout: Layout) -> Draft:
    """A draft of the plan that a workbook was sent in for. Raises `Refused` with nothing to check against."""
    kinds: Mapping[Kind, type[_Draft]] = {
        Kind.MRP: _MrpDraft, Kind.VERKSAMHETSPLAN: _VpDraft, Kind.UPPFOLJNING: _UppfoljningDraft,
        Kind.BOKSLUT: _BokslutDraft, Kind.STYRDOKUMENT: _StyrdokumentDraft,
        Kind.MOTE: _MoteDraft,
    }  # fmt: skip
    if key.kind is Kind.INSTALLNINGAR:
        return _InstallningarDraft(key, layout)
    return kinds[key.kind](house, key, layout)


def _head(key: PlanKey) -> Head:
    return Head(kind=key.kind.value, namnd=key.namnd, ar=key.ar, proposal=key.proposal, period=key.period)


class _InstallningarDraft:
    def __init__(self, key: PlanKey, layout: Layout) -> None:
        self._head, self._layout = _head(key), layout

    def judge(self, records: Records) -> Iterable[Finding]:
        return judge(InstallningarCase(installningar=self._plan(records)), Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        return scope_of(())

    def lists(self, records: Records) -> Lists:
        return lists_of(self._plan(records), "", {})

    def _plan(self, records: Records) -> Installningar:
        return assemble_installningar(self._head, records, self._layout)


class _Draft(ABC):
    """A draft that stands on the settings."""

    def __init__(self, house: House, key: PlanKey, layout: Layout) -> None:
        self._house, self._key, self._layout = house, key, layout
        self._head = _head(key)
        self._installningar = settings(house, key.ar)

    @abstractmethod
    def judge(self, records: Records) -> Iterable[Finding]: ...

    @abstractmethod
    def scope(self, records: Records) -> Scope: ...

    @abstractmethod
    def lists(self, records: Records) -> Lists: ...


class _MrpDraft(_Draft):
    def judge(self, records: Records) -> Iterable[Finding]:
        return judge(MrpCase(mrp=self._plan(records), installningar=self._installningar), Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        return scope_of(mrp_targets(self._plan(records), ""), titles_in(self._house, self._key.kind))

    def lists(self, records: Records) -> Lists:
        links = mrp_links(records)
        rows = {"inriktningsmal": links.mal_labels, "mal_eller_resultat": links.mal_labels | links.resultat_labels}
        return lists_of(self._installningar, self._key.namnd, rows)

    def _plan(self, records: Records) -> Mrp:
        given = given_for(self._house, self._installningar, self._key.ar)
        return assemble_mrp(self._head, records, self._layout, *given)


class _OnMrp(_Draft):
    """A draft that stands on the MRP too."""

    def __init__(self, house: House, key: PlanKey, layout: Layout) -> None:
        super().__init__(house, key, layout)
        self._mrp = load_mrp(house, governing_mrp(house, key.ar), self._installningar)


class _VpDraft(_OnMrp):
    def judge(self, records: Records) -> Iterable[Finding]:
        case = VpCase(vp=self._plan(records), mrp=self._mrp, installningar=self._installningar)
        return judge(case, Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        targets = [*vp_targets(self._plan(records), ""), *mrp_targets(self._mrp, "")]
        return scope_of(targets, titles_in(self._house, self._key.kind))

    def lists(self, records: Records) -> Lists:
        own = self._mrp.namnd_resultat(self._key.namnd)
        rows = {"resultat": [label for r in own for label in (r.nummer.text, r.beteckning) if label]}
        return lists_of(self._installningar, self._key.namnd, rows)

    def _plan(self, records: Records) -> Any:
        given = numbers_of_year(self._house.store, self._key.ar)
        return assemble_verksamhetsplan(self._head, records, self._layout, self._mrp, given)


class _FollowupDraft(_OnMrp):
    """A draft whose words for how it goes are the settings'."""

    def lists(self, records: Records) -> Lists:
        scales = bedomningsskala(self._installningar, self._key.period), aktivitetsskala(self._installningar)
        rows = dict(zip((BEDOMNING, AKTIVITETSSTATUS), (scale.orden for scale in scales), strict=True))
        return lists_of(self._installningar, self._key.namnd, rows)


class _UppfoljningDraft(_FollowupDraft):
    def __init__(self, house: House, key: PlanKey, layout: Layout) -> None:
        super().__init__(house, key, layout)
        self._vp = load_vp(house, vp_in_force(house, key.namnd, key.ar), self._mrp)

    def judge(self, records: Records) -> Iterable[Finding]:
        case = UppfoljningCase(
            uppfoljning=assemble_uppfoljning(self._head, records, self._layout), vp=self._vp, mrp=self._mrp,
            installningar=self._installningar,
            tidigare=tuple(load_uppfoljning(self._house, v) for v in earlier_reports(self._house, self._key)),
        )  # fmt: skip
        return judge(case, Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        targets = [*vp_targets(self._vp, ""), *mrp_targets(self._mrp, "")]
        return scope_of(targets, titles_in(self._house, self._key.kind, self._key.period))


class _BokslutDraft(_FollowupDraft):
    def judge(self, records: Records) -> Iterable[Finding]:
        ar, installningar = self._key.ar, self._installningar
        reported = reports_of(self._house, ar, self._key.period, installningar)
        case = BokslutCase(
            bokslut=assemble_bokslut(self._head, records, self._layout), mrp=self._mrp, installningar=installningar,
            rapporter=tuple(load_uppfoljning(self._house, version) for version in reported.values()),
            saknas=missing_namnder(reported, installningar, ar),
        )  # fmt: skip
        return judge(case, Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        return scope_of(mrp_targets(self._mrp, ""), titles_in(self._house, self._key.kind, self._key.period))


class _StyrdokumentDraft(_Draft):
    def judge(self, records: Records) -> Iterable[Finding]:
        return composition(self._plan(records))

    def scope(self, records: Records) -> Scope:
        return scope_of((), self._plan(records).titlar)

    def lists(self, records: Records) -> Lists:
        return lists_of(self._installningar, "", {})

    def _plan(self, records: Records) -> Styrdokument:
        return assemble_styrdokument(self._head, records, self._layout)


class _MoteDraft(_Draft):
    def judge(self, records: Records) -> Iterable[Finding]:
        return judge(MoteCase(mote=self._plan(records), installningar=self._installningar), Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        return scope_of(mote_targets(self._plan(records)), {"kapitel": frozenset(), "tabell": frozenset()})

    def lists(self, records: Records) -> Lists:
        return lists_of(self._installningar, "", {})

    def _plan(self, records: Records) -> Mote:
        return assemble_mote(self._head, records, self._layout, *meeting_facts(self._house, self._key, records))
