"""The årshjul as a picture, as a value: what it shows. How it is drawn is the picture engine's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hjulpunkt:
    """A hålltid's place in the picture: its number, lane (0–2, as the lanes stand in the settings) and month."""

    nummer: int
    bana: int
    manad: int
    vad: str
    nar: str


@dataclass(frozen=True, slots=True)
class Hjulbild:
    """A year's wheel: its title, what stands in the hub, the three lanes from the hub outwards, the hålltider."""

    rubrik: str
    nav: str
    banor: tuple[str, str, str]
    punkter: tuple[Hjulpunkt, ...]


def example_hjulbild(title: str) -> Hjulbild:
    """A small wheel to try a template with."""
    lanes = ("Kommunfullmäktige", "Nämnd", "Förvaltning")
    return Hjulbild(title, "2027", lanes, (Hjulpunkt(1, 0, 6, "Beslut om planen", "17 juni 2026"),))
