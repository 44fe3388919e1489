"""What a role may see and do: the one place where it is said. Every page and every address asks here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from schemas.workbooks import Kind, workbook_schema
from service.chain.prefill_mote import meeting_of
from service.chain.values import State
from service.store import Account, PlanKey, Role


class Action(StrEnum):
    """What may be done. The first five concern a plan, the next four a meeting, the rest the service as a whole."""

    SEE_DRAFT = "se planens utkast, arbetsböcker och inlämningar"
    UPLOAD = "skicka in arbetsböcker"
    HAND_IN = "lämna in planen till beslut"
    ADOPT = "föra in beslut"
    SEE_ADOPTED = "läsa antagna handlingar"
    SEE_MEETING = "se sammanträden innan kallelsen är skickad"
    SEE_SECRET = "se handlingar med sekretess och sammanträdens arbetsböcker"
    PREPARE_ARENDE = "skriva tjänsteskrivelser och lägga in handlingar till sammanträden"
    RUN_MEETING = "sköta sammanträden"
    OVERSEE = "se hur det går för alla nämnder"
    RUN_BATCH = "skriva alla handlingar"
    EXPORT = "hämta allt som är lagrat för ett år"
    MANAGE_TEMPLATES = "byta och granska mallar"
    CHANGE_SETTINGS = "ändra inställningarna"
    MANAGE_USERS = "lägga till och ändra användare"
    SEE_LOG = "läsa loggen"


@dataclass(frozen=True, slots=True)
class _Rights:
    """Which roles have a right everywhere, which in their own nämnd's plans, which in the municipality's own."""

    everywhere: frozenset[Role]
    own: frozenset[Role] = frozenset()
    central: frozenset[Role] = frozenset()


_ADMIN, _MALL, _EKONOM = Role.ADMINISTRATOR, Role.MALLANSVARIG, Role.EKONOM
_HANDL, _SEKR, _LASARE = Role.HANDLAGGARE, Role.NAMNDSEKRETERARE, Role.LASARE
_CENTRAL = frozenset({_ADMIN, _EKONOM})
_NAMND = frozenset({_HANDL, _SEKR})

# The municipality's drafts (frames, the proposed mål- och resursplan) are what the nämnder plan by: their staff see
# them, as they see their own nämnd's; what another nämnd drafts, they do not.
_RIGHTS: Mapping[Action, _Rights] = {
    Action.SEE_DRAFT: _Rights(_CENTRAL, own=_NAMND, central=_NAMND),
    Action.UPLOAD: _Rights(_CENTRAL, own=frozenset({_HANDL})),
    Action.HAND_IN: _Rights(_CENTRAL, own=frozenset({_HANDL})),
    Action.ADOPT: _Rights(_CENTRAL, own=frozenset({_SEKR})),
    Action.SEE_ADOPTED: _Rights(frozenset(Role)),
    Action.SEE_MEETING: _Rights(_CENTRAL, own=_NAMND),
    Action.SEE_SECRET: _Rights(frozenset({_ADMIN}), own=_NAMND),
    Action.PREPARE_ARENDE: _Rights(frozenset({_ADMIN}), own=_NAMND),
    Action.RUN_MEETING: _Rights(frozenset({_ADMIN}), own=frozenset({_SEKR})),
    Action.OVERSEE: _Rights(_CENTRAL),
    Action.RUN_BATCH: _Rights(_CENTRAL),
    Action.EXPORT: _Rights(_CENTRAL),
    Action.MANAGE_TEMPLATES: _Rights(frozenset({_ADMIN, _MALL})),
    Action.CHANGE_SETTINGS: _Rights(_CENTRAL),
    Action.MANAGE_USERS: _Rights(frozenset({_ADMIN})),
    Action.SEE_LOG: _Rights(frozenset({_ADMIN, _EKONOM})),
}


# What a right to a plan is when the plan is a meeting. Its workbook tells what is secret; and a meeting is neither
# handed in nor adopted: it is held.
_AT_MEETING: Mapping[Action, Action | None] = {
    Action.SEE_DRAFT: Action.SEE_SECRET, Action.UPLOAD: Action.RUN_MEETING, Action.HAND_IN: None, Action.ADOPT: None,
}  # fmt: skip


def may(who: Account, action: Action, plan: PlanKey | None = None) -> bool:
    """Whether somebody may do a thing; with `plan`, to that plan. A disabled account may nothing."""
    if not who.active:
        return False
    asked = _AT_MEETING.get(action, action) if plan is not None and plan.kind is Kind.MOTE else action
    if asked is None:
        return False
    rights = _RIGHTS[asked]
    if who.roles & rights.everywhere:
        return True
    if plan is None:
        return False
    if plan.kind is Kind.MOTE:
        return _is_of(who, plan) and bool(who.roles & rights.own)
    if is_central(plan):
        return bool(who.roles & rights.central)
    return plan.namnd in who.namnder and bool(who.roles & rights.own)


def may_read(who: Account, plan: PlanKey, state: State, *, gathers_drafts: bool = False) -> bool:
    """Whether somebody may read what a version of a plan says: an adopted one (or one that was) is for everybody, any
    other for those who see the plan's drafts. What gathers every nämnd's drafts takes the right to them all."""
    if gathers_drafts:
        return may(who, Action.SEE_DRAFT)
    return may(who, Action.SEE_ADOPTED if state in (State.ANTAGEN, State.UPPHAVD) else Action.SEE_DRAFT, plan)


def may_see_meeting(who: Account, meeting: PlanKey, *, sent: bool) -> bool:
    """Whether somebody may see a meeting's agenda: one whose kallelse has been sent is for everybody."""
    return may(who, Action.SEE_ADOPTED if sent else Action.SEE_MEETING, meeting)


def oversees(who: Account, styrelser: Collection[str]) -> bool:
    """Whether somebody sees how it goes for every nämnd: kommunstyrelsen, whose code is among `styrelser`, has uppsikt
    over the others (regler § 1.4). How it goes is states and days, never what a draft says."""
    return may(who, Action.OVERSEE) or (who.active and bool(who.roles & _NAMND and who.namnder & set(styrelser)))


def reads_only(who: Account) -> bool:
    """Whether somebody has no plans to work with: what is adopted is all that they are here for."""
    return not who.roles & (_CENTRAL | _NAMND)


def _is_of(who: Account, meeting: PlanKey) -> bool:
    """Whether somebody belongs to the nämnd that meets; a meeting whose name says no nämnd is nobody's own."""
    kod = meeting_of(meeting.namnd)[0].casefold()
    return bool(kod) and kod in {namnd.casefold() for namnd in who.namnder}


def is_central(plan: PlanKey) -> bool:
    """Whether a plan is the whole municipality's; a governing document is, whatever it is called."""
    return not workbook_schema(plan.kind).per_namnd


def table_of_rights() -> list[tuple[str, Mapping[Role, str]]]:
    """Every action with the extent to which each role has it: `alla`, `egen nämnd`, `egen nämnd och kommunen`, or
    nothing."""
    return [(action.value, {role: _extent(rights, role) for role in Role}) for action, rights in _RIGHTS.items()]


def _extent(rights: _Rights, role: Role) -> str:
    if role in rights.everywhere:
        return "ja"
    parts = [word for word, roles in (("egen nämnd", rights.own), ("kommunen", rights.central)) if role in roles]
    return " och ".join(parts)
