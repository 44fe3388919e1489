"""What can be wrong: a template that cannot be filled, a package that is not sound."""

from collections.abc import Sequence

from .places import Place


class TemplateFault(Exception):
    """A template that cannot be filled as it stands, said so that its author can mend it.

    `what` is the fault itself, `place` where it stands (`where` the same in words), `nearest` the known
    name closest to one that is not known, or None.
    """

    def __init__(self, what: str, where: Place | str = "", nearest: str | None = None) -> None:
        self.what = what
        self.place = where if isinstance(where, Place) else Place(story=where)
        self.where = str(where)
        self.nearest = nearest
        # The arguments make it whole again in another process.
        super().__init__(what, where, nearest)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" Menades ”{self.nearest}”?" if self.nearest else ""
        end = "" if not hint or self.what.endswith((".", "?")) else "."
        return f"{place}{self.what}{end}{hint}"


class PackageFault(Exception):
    """A file that is no sound Word package, or a finished one that Word might refuse to open."""

    def __init__(self, faults: Sequence[str] | str) -> None:
        self.faults = (faults,) if isinstance(faults, str) else tuple(faults)
        # The arguments make it whole again in another process.
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "; ".join(self.faults)
