"""The profile that LibreOffice starts with: Swedish, nobody's macros run, nothing fetched that a document links to."""

from pathlib import Path

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
# A linked picture is fetched as soon as its document is opened: whoever sends one could have the service call addresses
# within the municipality. No place is trusted, so no document's links are followed.
_LOCKED = ("BlockUntrustedRefererLinks", "DisableMacrosExecution")
# Else a number format without a language of its own (`#,##0`) is printed as the machine happens to: 1,121,300.
_SWEDISH = {
    "/org.openoffice.Setup/L10N": ("ooSetupSystemLocale",),
    "/org.openoffice.Office.Linguistic/General": ("DefaultLocale",),
}
_OOR = 'xmlns:oor="http://openoffice.org/2001/registry"'


def write_profile(folder: Path) -> str:
    """Make the profile in a folder; its address, as LibreOffice takes it."""
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    said = [(_SECURITY, name, "true") for name in _LOCKED]
    said += [(path, name, "sv-SE") for path, names in _SWEDISH.items() for name in names]
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in said
    )
    registry = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_OOR}>{items}</oor:items>\n'
    (user / "registrymodifications.xcu").write_text(registry, encoding="utf-8")
    return folder.as_uri()
