"""The sample municipality's December meetings: called, held, written up; each nämnd adopts its plan at its own."""

from datetime import UTC, datetime
from pathlib import Path

from .demo_followups import AR, at_time
from .hand_in import hand_in
from .house import House
from .meeting_files import add_file
from .meeting_held import hold
from .meeting_minutes import write_extracts, write_minutes
from .meeting_package import package
from .plans import current_version
from .submit import Receipt, submit

CALLED, HELD = datetime(2026, 12, 3, 9, tzinfo=UTC), datetime(2026, 12, 10, 16, tzinfo=UTC)
WITH_PDF = "SN"  # one package in full; the others as Word files and zip, for a demo that ends in a minute or two


def held_meeting(house: House, receipt: Receipt, samples: Path, folder: Path, files: list[Path]) -> str:
    """Hand in a nämnd's plan and hold the meeting that adopts it; the state that the plan comes to."""
    key = receipt.key
    if key is None or not receipt.ready:
        return ""
    hand_in(house, key, by="Förvaltningschefen", acknowledge=True)
    called, held = at_time(house, CALLED), at_time(house, HELD)
    path = samples / f"mote-{AR}-{key.namnd.lower()}.xlsx"
    taken = submit(called, path.read_bytes(), path.name, by="Nämndsekreteraren")
    if taken.key is not None and taken.stored:
        name = taken.key.namnd
        if key.namnd == WITH_PDF:
            for file in sorted((samples / "moten").glob("*")):
                add_file(called, name, file.name, file.read_bytes(), by="Nämndsekreteraren")
        pdf = key.namnd == WITH_PDF
        files += package(called, name, folder, by="Nämndsekreteraren", sent=True, pdf=pdf).files
        hold(held, name, by="Nämndsekreteraren")
        files += write_minutes(held, name, folder)
        files += write_extracts(held, name, folder)
    return current_version(house, key).state.value
