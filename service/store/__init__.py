"""The store: SQLite through sqlite-utils, one module per aggregate. Plans go in and out as values."""

from .database import FILENAME, Store, copy_database
from .documents import WrittenDocument, document_content, documents_with, register_document
from .layouts import KeptLayout, keep_layout, kept_layout
from .log import add_entry, entries
from .numbers import give_numbers, given_numbers, term_scope, year_scope
from .plans import (
    Basis,
    Frozen,
    PlanKey,
    Version,
    adopted_version,
    adopted_versions,
    latest_version,
    plans_of_year,
    renumber_version,
    save_version,
    version_of,
    versions,
    versions_of_kind,
    years,
)  # fmt: skip
from .submissions import (
    Submission,
    add_submission,
    file_of,
    latest_submission,
    records_of,
    submission,
    submission_of_file,
    submissions,
)  # fmt: skip

__all__ = [
    "FILENAME",
    "Basis",
    "Frozen",
    "KeptLayout",
    "PlanKey",
    "Store",
    "Submission",
    "Version",
    "WrittenDocument",
    "add_entry",
    "add_submission",
    "adopted_version",
    "adopted_versions",
    "copy_database",
    "document_content",
    "documents_with",
    "entries",
    "file_of",
    "give_numbers",
    "given_numbers",
    "keep_layout",
    "kept_layout",
    "latest_submission",
    "latest_version",
    "plans_of_year",
    "records_of",
    "register_document",
    "renumber_version",
    "save_version",
    "submission",
    "submission_of_file",
    "submissions",
    "term_scope",
    "version_of",
    "versions",
    "versions_of_kind",
    "year_scope",
    "years",
]
