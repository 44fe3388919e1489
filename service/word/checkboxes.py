"""Check boxes that a person can tick in Word: content controls of the kind `w14:checkbox` ([MS-DOCX] 2.6.1.7)."""

from dataclasses import dataclass
from html import escape

from .embedded import Fragment, Holder
from .filters import SPACE
from .marks import one_line
from .ooxml import W14

_TICKED, _EMPTY = "☒", "☐"
_LONGEST = 64  # Word's own limit for a control's title and tag
_FIRST_ID = 800_000_000
_FONT = "MS Gothic"  # has both signs; Word puts it into every check box


@dataclass(frozen=True)
class CheckBox:
    """A box, ticked or not, with its label after it. `name` is the control's title, by default the label."""

    ticked: bool
    label: str = ""
    name: str = ""

    def __str__(self) -> str:
        return f"{_TICKED if self.ticked else _EMPTY}{SPACE}{one_line(self.label)}".strip()

    def embed(self, holder: Holder) -> Fragment:
        """The control and its label. State and sign agree; no run is empty, for that kills the box in Word Online."""
        label = one_line(self.label)
        words = f'<w:r><w:t xml:space="preserve">{SPACE}{escape(label)}</w:t></w:r>' if label else ""
        return Fragment(self._control(_FIRST_ID + holder.drawing_id()) + words, is_sound=True)

    def _control(self, ident: int) -> str:
        title = escape(one_line(self.name or self.label)[:_LONGEST].strip() or "Kryssruta")
        fonts = f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}"/></w:rPr>'
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{title}"/><w:id w:val="{ident}"/>'
            f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="{int(self.ticked)}"/>'
            f'<w14:checkedState w14:val="2612" w14:font="{_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox></w:sdtPr>'
            f"<w:sdtContent><w:r>{fonts}<w:t>{_TICKED if self.ticked else _EMPTY}</w:t></w:r></w:sdtContent></w:sdt>"
        )


def kryssruta(varde: object, etikett: str = "", namn: str = "") -> CheckBox:
    """The check box for yes or no (None is no). Raises TypeError for anything else."""
    if varde is not None and not isinstance(varde, bool):
        raise TypeError(f"en kryssruta visar ja eller nej, inte {type(varde).__name__}")
    return CheckBox(bool(varde), str(etikett), str(namn))
