"""The profile that LibreOffice starts with: it runs nobody's macros, and fetches nothing that a document links to."""

from pathlib import Path

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
# A linked picture is fetched as soon as its document is opened: whoever sends one could have the service call addresses
# within the municipality. No place is trusted, so no document's links are followed.
_LOCKED = ("BlockUntrustedRefererLinks", "DisableMacrosExecution")
_OOR = 'xmlns:oor="http://openoffice.org/2001/registry"'


def write_profile(folder: Path) -> str:
    """Make the profile in a folder; its address, as LibreOffice takes it."""
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="{_SECURITY}"><prop oor:name="{name}" oor:op="fuse"><value>true</value></prop></item>'
        for name in _LOCKED
    )
    registry = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_OOR}>{items}</oor:items>\n'
    (user / "registrymodifications.xcu").write_text(registry, encoding="utf-8")
    return folder.as_uri()
