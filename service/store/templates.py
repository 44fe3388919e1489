"""The municipality's own templates: every one uploaded, and which of them holds good. An upload never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .database import Store

_FIELDS = "id, name, sha256, filename, at, by"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateUpload:
    """A template that was uploaded for a name (`word/mrp.docx`): its hash, what its file was called, when, by whom."""

    id: str
    name: str
    sha256: str
    filename: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """Which upload (empty: the template that comes with the service) has held good for a name, from when."""

    name: str
    template: str
    at: datetime
    by: str


def add_template(store: Store, upload: TemplateUpload, content: bytes) -> None:
    """Keep an uploaded template. It is not in force before it is chosen."""
    with store.transaction():
        store.db.table("template").insert({
            "id": upload.id, "name": upload.name, "sha256": upload.sha256, "filename": upload.filename,
            "at": upload.at.isoformat(), "by": upload.by, "content": content,
        })  # fmt: skip


def templates_of(store: Store, name: str) -> tuple[TemplateUpload, ...]:
    """Every upload for a name, newest first."""
    sql = f"select {_FIELDS} from template where name = ? order by rowid desc"
    return tuple(map(_upload, store.rows(sql, name)))


def template_upload(store: Store, id: str) -> TemplateUpload | None:
    """The upload with that id, or None."""
    return next(map(_upload, store.rows(f"select {_FIELDS} from template where id = ?", id)), None)


def template_content(store: Store, id: str) -> bytes:
    """The bytes of an upload. Raises `LookupError` where there is none."""
    return store.once(f"template {id}", lambda: _content(store, id))


def choose_template(store: Store, choice: TemplateChoice) -> None:
    """Let an upload, or the template that comes with the service, hold good from now on."""
    with store.transaction():
        store.db.table("template_choice").insert({
            "name": choice.name, "template": choice.template, "at": choice.at.isoformat(), "by": choice.by,
        })  # fmt: skip


def template_choices(store: Store, name: str) -> tuple[TemplateChoice, ...]:
    """What has been chosen for a name, newest first."""
    rows = store.rows("select name, template, at, by from template_choice where name = ? order by id desc", name)
    return tuple(TemplateChoice(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows)


def chosen_template(store: Store, name: str) -> bytes | None:
    """The bytes of the upload that holds good for a name; None where that is the one that comes with the service."""
    rows = store.rows("select template from template_choice where name = ? order by id desc limit 1", name)
    return template_content(store, rows[0]["template"]) if rows and rows[0]["template"] else None


def _content(store: Store, id: str) -> bytes:
    rows = store.rows("select content from template where id = ?", id)
    if not rows:
        raise LookupError(f"no template {id}")
    return bytes(rows[0]["content"])


def _upload(row: Mapping[str, Any]) -> TemplateUpload:
    return TemplateUpload(**{**row, "at": datetime.fromisoformat(row["at"])})
