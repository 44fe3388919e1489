"""A form over a row of a meeting's workbook: as it is first shown, as it was sent, and shown again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from schemas.columns import JaNej
from schemas.sheets import Record
from service.findings import Finding
from service.usecases.meetings.forms import FormField, RowForm, Saved
from service.usecases.meetings.others import Others
from service.usecases.meetings.seen import SeenMeeting


@dataclass(frozen=True, slots=True)
class Sent:
    """A form with what stands in its fields. `seen` is the submission it was filled in over; `others` what has been
    handed in since by others, where that keeps it from being saved."""

    form: RowForm
    seen: str
    typed: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[FormField, ...] = ()
    beside: tuple[Finding, ...] = ()
    others: Others | None = None

    @property
    def refused(self) -> list[tuple[FormField, Finding]]:
        """What kept it from being saved, with its field."""
        return [(field, finding) for field in self.fields for finding in field.findings if finding.refuses]

    @classmethod
    def first(
        cls, form: RowForm, row: Record | None, found: SeenMeeting, typed: Mapping[str, str] | None = None
    ) -> "Sent":
        """The form as it is first shown, with what is found on the row; with `typed` begun by the service."""
        id = row.id if row and row.row else ""
        findings = {name: found.by_cell.get((form.sheet, id, name), ()) for name in form.names} if row else {}
        return cls(form, found.version.submission, fields=form.fields(row, typed, findings=findings))

    @classmethod
    def of(cls, form: RowForm) -> "Sent":
        """The form as a browser has sent it."""
        return cls(form, request.form.get("sedd", ""), dict(_typed(form)))

    def again(self, saved: Saved) -> "Sent":
        """The form shown again after it could not be saved: nothing of what was typed is lost. A field that was left
        as it stood, shows what stands there now."""
        mine = {name: text for name, text in self.typed.items() if name in saved.mine}
        fields = self.form.fields(saved.row, mine, findings=saved.by_field, theirs=saved.theirs)
        others = saved.others if saved.theirs else None
        return replace(self, seen=saved.seen or self.seen, fields=fields, beside=saved.beside, others=others)


def after_saving(saved: Saved, words: str, to: str) -> Response:
    """On to a page after a form was saved, told so, and told of what others have done meanwhile."""
    flash(" ".join(part for part in (words, saved.others.told) if part), "klart")
    return redirect(to, 303)


def _typed(form: RowForm) -> "list[tuple[str, str]]":
    columns, sent = form.schema.columns(), request.form
    boxes = [(name, sent.get(name, "")) for name in form.names if isinstance(columns[name], JaNej)]
    return boxes + [(name, sent[name]) for name in form.names if name in sent and not isinstance(columns[name], JaNej)]
