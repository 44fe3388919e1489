"""What a § says was decided: what the minutes know, standard words for what every meeting decides, else a blank."""

from schemas.mote import ANMALAN, ATERREMISS, BORDLAGT, ENLIGT_FORSLAGET, FORMALIA, INFORMATION
from schemas.text import Run, StyledText, styled
from service.chain.moten import Mote, Punkt

from .motet import attsatser
from .visionen import Resolve

LINE = "________________"  # to write on, where something is not yet known
FYLL_I = "[Fyll i beslutet.]"
_ORGAN = {"KF": "Kommunfullmäktige", "KS": "Kommunstyrelsen"}  # what meets and is no nämnd by name
_PUT_OFF = {BORDLAGT: "Ärendet bordläggs.", ATERREMISS: "Ärendet återremitteras."}


def beslut_of(mote: Mote, punkt: Punkt, resolve: Resolve) -> StyledText:
    """The decision; a marked blank to fill in where nobody has said what it was, with the proposal below it."""
    row = punkt.rad
    if row.beslut:
        return attsatser(resolve(row.beslut))
    known = _known(mote, punkt)
    if known:
        return styled(known)
    proposed = attsatser(resolve(row.forslag))
    if not lacks_beslut(mote, punkt):
        return proposed
    blank = (Run(f"{LINE} "), Run(FYLL_I, bold=True))
    return StyledText((*blank, Run("\nFörslaget var:\n", italic=True), *proposed.runs) if proposed else blank)


def lacks_beslut(mote: Mote, punkt: Punkt) -> bool:
    """Whether nobody has said what was decided: the minutes have a blank in its place."""
    row = punkt.rad
    if row.beslut or _known(mote, punkt):
        return False
    return not (row.forslag and (punkt.som_foreslaget or (_is_fixed(punkt) and row.utfall is None)))


def _known(mote: Mote, punkt: Punkt) -> str:
    """What needs no words of its own; empty where it does."""
    row = punkt.rad
    if row.utfall in _PUT_OFF:
        return _PUT_OFF[row.utfall]
    if row.forslag or row.utfall not in (None, ENLIGT_FORSLAGET):
        return ""
    if row.utfall and row.typ in (INFORMATION, ANMALAN):
        return f"{_organ(mote)} noterar informationen."
    return _standard(mote, punkt)


def _standard(mote: Mote, punkt: Punkt) -> str:
    """The decision of an ärende that every meeting begins with, with a line for a name that is not known."""
    if not _is_fixed(punkt):
        return ""
    if "justera" in punkt.rad.rubrik.casefold():
        return f"{_organ(mote)} utser {mote.protokoll.justerare or LINE} att justera protokollet."
    return f"{_organ(mote)} godkänner föredragningslistan."


def _organ(mote: Mote) -> str:
    return _ORGAN.get(mote.namnd, "Nämnden")


def _is_fixed(punkt: Punkt) -> bool:
    rubrik = punkt.rad.rubrik.casefold()
    return punkt.rad.typ == FORMALIA and any(word in rubrik for word in ("val av justera", "föredragningslista"))
