"""What can be wrong: a template that cannot be filled, a package that is not sound."""

from collections.abc import Sequence


class TemplateFault(Exception):
    """A template that cannot be filled as it stands, said so that its author can mend it.

    `where` is the part and the nearest heading or paragraph, `what` the fault itself, `nearest` the
    known name closest to one that is not known, or None.
    """

    def __init__(self, what: str, where: str = "", nearest: str | None = None) -> None:
        self.what = what
        self.where = where
        self.nearest = nearest
        super().__init__(what, where, nearest)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" Menades {self.nearest!r}?" if self.nearest else ""
        return f"{place}{self.what}{hint}"


class PackageFault(Exception):
    """A file that is no sound Word package, or a finished one that Word might refuse to open."""

    def __init__(self, faults: Sequence[str] | str) -> None:
        self.faults = (faults,) if isinstance(faults, str) else tuple(faults)
        # The arguments make it whole again in another process.
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "; ".join(self.faults)
