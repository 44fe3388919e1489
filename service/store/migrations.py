"""The steps that bring a database to today's form; each is applied once, in order."""

from sqlite_utils import Database, Migrations

migrations = Migrations("malkedjan")


@migrations()
def create_submission(db: Database) -> None:
    """An upload, kept for ever: the file as it came, who, when, and where each field stood in it."""
    db.table("submission").create(
        {
            "id": str, "kind": str, "namnd": str, "ar": int, "proposal": str, "at": str, "by": str, "filename": str,
            "sha256": str, "blob": bytes, "edition": str, "prefilled_from": str, "reason": str, "layout": str,
            "findings": str,
        },
        pk="id",
        not_null={"id", "kind", "namnd", "ar", "proposal", "at", "by", "sha256", "blob", "layout"},
    )  # fmt: skip
    db.table("submission").create_index(["kind", "ar", "namnd", "proposal"])


@migrations()
def create_record(db: Database) -> None:
    """What a submission was read as: a row of a sheet each, its values as JSON."""
    db.table("record").create(
        {"submission": str, "sheet": str, "row": int, "place": int, "record_id": str, "data": str},
        pk=("submission", "sheet", "place"),
        foreign_keys=[("submission", "submission", "id")],
        not_null={"data"},
    )


@migrations()
def create_plan(db: Database) -> None:
    """A plan's versions: which submission each stands for, its state and its decision."""
    db.table("plan").create(
        {
            "kind": str, "namnd": str, "ar": int, "proposal": str, "version": int, "submission": str, "state": str,
            "reason": str, "organ": str, "datum": str, "paragraf": int, "dnr": str,
        },
        pk=("kind", "namnd", "ar", "proposal", "version"),
        foreign_keys=[("submission", "submission", "id")],
        not_null={"submission", "state"},
    )  # fmt: skip


@migrations()
def create_number(db: Database) -> None:
    """Every official number ever given, by scope (the term or the plan's year) and permanent row id."""
    db.table("number").create({"scope": str, "record_id": str, "text": str, "at": str}, pk=("scope", "record_id"))
    db.table("number").create_index(["scope", "text"], unique=True)


@migrations()
def create_log(db: Database) -> None:
    """Who did what, when: uploads, hand-ins with what was acknowledged, decisions."""
    db.table("log").create({"id": int, "at": str, "by": str, "action": str, "subject": str, "details": str}, pk="id")


@migrations()
def create_document(db: Database) -> None:
    """Every document written: for which plan version, and the hash of its bytes."""
    db.table("document").create(
        {
            "id": int, "kind": str, "namnd": str, "ar": int, "version": int, "state": str, "submission": str,
            "filename": str, "sha256": str, "template": str, "at": str,
        },
        pk="id",
    )  # fmt: skip
    db.table("document").create_index(["filename", "sha256"])


@migrations()
def add_ground(db: Database) -> None:
    """What a version of a plan stood on when it was handed in, as JSON."""
    db.table("plan").add_column("ground", str)


@migrations()
def keep_documents(db: Database) -> None:
    """The files of the documents written, once each, and what they are known by: parts, and the content's name."""
    for column in ("proposal", "name", "fingerprint"):
        db.table("document").add_column(column, str)
    db.table("document").create_index(["name"])
    db.table("document").create_index(["fingerprint"])
    db.table("document_file").create({"sha256": str, "content": bytes}, pk="sha256", not_null={"content"})


@migrations()
def create_layout(db: Database) -> None:
    """The page numbers of a document's layout, by the hash of what was laid out and with what."""
    db.table("layout").create(
        {"key": str, "numbers": str, "total": int, "at": str}, pk="key", not_null={"numbers", "total"}
    )


@migrations()
def add_period(db: Database) -> None:
    """What a follow-up covers (`T1`, `T2`, `AR`; empty for a plan), part of what tells one plan from another."""
    for table in ("submission", "plan", "document"):
        db.table(table).add_column("period", str, not_null_default="")
    db.table("plan").transform(pk=("kind", "namnd", "ar", "period", "proposal", "version"))


@migrations()
def create_figure_import(db: Database) -> None:
    """A file of figures from elsewhere, kept for ever: the file as it came, who, when, and for which period."""
    db.table("figure_import").create(
        {
            "id": str, "kind": str, "ar": int, "period": str, "at": str, "by": str, "filename": str, "sha256": str,
            "blob": bytes, "form": str, "unit": str, "findings": str,
        },
        pk="id",
        not_null={"id", "kind", "ar", "period", "at", "by", "sha256", "blob"},
    )  # fmt: skip
    db.table("figure_import").create_index(["kind", "ar", "period"])


@migrations()
def create_figure(db: Database) -> None:
    """The values of an import with their places in the file: amounts in kronor on codes, or values of key figures."""
    db.table("figure").create(
        {"import": str, "place": int, "source": str, "measure": str, "value": str, "keys": str},
        pk=("import", "place"),
        foreign_keys=[("import", "figure_import", "id")],
        not_null={"source", "measure", "keys"},
    )


@migrations()
def create_account(db: Database) -> None:
    """Who may sign in: an address and a name each, roles, nämnder, and a hash of the password, once one is set."""
    db.table("account").create(
        {
            "id": str, "email": str, "name": str, "roles": str, "namnder": str, "active": int, "password": str,
            "created": str,
        },
        pk="id",
        not_null={"email", "name", "roles", "namnder", "active", "created"},
    )  # fmt: skip
    db.table("account").create_index(["email"], unique=True)
    db.table("account").create_index(["name"], unique=True)


@migrations()
def create_session(db: Database) -> None:
    """Who is signed in, by a hash of what their browser carries: since when, and when they were last seen."""
    db.table("session").create(
        {"token": str, "account": str, "started": str, "seen": str},
        pk="token",
        foreign_keys=[("account", "account", "id")],
        not_null={"account", "started", "seen"},
    )
    db.table("session").create_index(["account"])


@migrations()
def create_invitation(db: Database) -> None:
    """One-time links, by a hash of each: for an account to set its password, or (no account) to make the first one."""
    db.table("invitation").create(
        {"token": str, "account": str, "expires": str}, pk="token", not_null={"account", "expires"}
    )


@migrations()
def create_attempt(db: Database) -> None:
    """Uploads that could not be taken in, kept for some weeks so that whoever sent them can see why."""
    db.table("attempt").create(
        {
            "id": str, "kind": str, "namnd": str, "ar": int, "proposal": str, "period": str, "at": str, "by": str,
            "filename": str, "findings": str, "tables": str, "marked": bytes,
        },
        pk="id",
        not_null={"at", "by", "filename", "findings", "tables"},
    )  # fmt: skip


@migrations()
def create_verdict(db: Database) -> None:
    """How many fel and warnings a draft has, by what it was judged on, so that overviews need not judge anew."""
    db.table("verdict").create(
        {"submission": str, "ground": str, "fel": int, "varningar": int},
        pk="submission",
        not_null={"ground", "fel", "varningar"},
    )


@migrations()
def create_made(db: Database) -> None:
    """What was made last for each order: the document's name by its content, and all that it rested on."""
    db.table("made").create(
        {
            "key": str, "name": str, "template_name": str, "template": str, "code": str, "reads": str,
            "sources": str, "filename": str, "sha256": str, "pdf": str, "layout": str, "at": str,
        },
        pk="key",
        not_null={"name", "template_name", "template", "code", "reads", "sources", "sha256"},
    )  # fmt: skip
    db.table("year_orders").create({"ar": int, "code": str, "reads": str, "keys": str}, pk="ar")
    db.table("question").create({"id": int, "sql": str}, pk="id", not_null={"sql"})
    db.table("question").create_index(["sql"], unique=True)


@migrations()
def create_batch(db: Database) -> None:
    """Every batch: what was asked for, how it stands, and what has become of each of its documents."""
    db.table("batch").create(
        {
            "id": str, "ar": int, "wanted": str, "folder": str, "state": str, "by": str, "started": str,
            "ended": str, "workers": int, "cancel": int, "fault": str,
        },
        pk="id",
        not_null={"ar", "wanted", "folder", "state", "started"},
        defaults={"workers": 1, "cancel": 0},
    )  # fmt: skip
    db.table("batch_document").create(
        {
            "batch": str, "place": int, "kind": str, "namnd": str, "filename": str, "key": str, "state": str,
            "reasons": str, "fault": str, "remark": str, "sha256": str, "pdf": str, "seconds": float, "at": str,
        },
        pk=("batch", "place"),
        foreign_keys=[("batch", "batch", "id")],
        not_null={"kind", "key", "filename", "state"},
    )  # fmt: skip
    db.table("batch_document").create_index(["batch", "state"])


@migrations()
def create_search(db: Database) -> None:
    """The texts of the plans, to be searched: each as it stands in a submission, and which submissions are in it.

    `å`, `ä` and `ö` are letters of their own, not `a` and `o` with something above.
    """
    db.table("searchable").create(
        {"id": int, "submission": str, "record_id": str, "sheet": str, "field": str, "text": str},
        pk="id",
        not_null={"submission", "record_id", "sheet", "field", "text"},
    )
    db.table("searchable").create_index(["submission"])
    db.table("searchable").enable_fts(["text"], create_triggers=True, tokenize="unicode61 remove_diacritics 0")
    db.table("searched_submission").create({"submission": str}, pk="submission")


@migrations()
def create_batch_queue(db: Database) -> None:
    """The batches that the service is to see through, in order, and how often it has begun with each."""
    db.table("batch_queue").create(
        {"place": int, "batch": str, "tries": int}, pk="place", foreign_keys=[("batch", "batch", "id")],
        not_null={"batch", "tries"}, defaults={"tries": 0},
    )  # fmt: skip
    db.table("batch_queue").create_index(["batch"], unique=True)


@migrations()
def create_template(db: Database) -> None:
    """The municipality's own templates, every one that was uploaded, and which of them has held good since when."""
    db.table("template").create(
        {"id": str, "name": str, "sha256": str, "filename": str, "at": str, "by": str, "content": bytes},
        pk="id",
        not_null={"name", "sha256", "filename", "at", "by", "content"},
    )
    db.table("template").create_index(["name"])
    db.table("template_choice").create(
        {"id": int, "name": str, "template": str, "at": str, "by": str},
        pk="id",
        not_null={"name", "template", "at", "by"},
    )
    db.table("template_choice").create_index(["name"])


@migrations()
def create_api_token(db: Database) -> None:
    """Tokens for programs, by a hash of each: whose, what for, until when, and when it was last used."""
    db.table("api_token").create(
        {"id": str, "token": str, "account": str, "name": str, "created": str, "expires": str, "used": str},
        pk="id",
        foreign_keys=[("account", "account", "id")],
        not_null={"token", "account", "name", "created", "expires"},
    )
    db.table("api_token").create_index(["token"], unique=True)
    db.table("api_token").create_index(["account"])


@migrations()
def create_identity(db: Database) -> None:
    """Who an account is at an identity provider."""
    db.table("identity").create(
        {"issuer": str, "subject": str, "account": str, "at": str},
        pk=("issuer", "subject"),
        foreign_keys=[("account", "account", "id")],
        not_null={"account", "at"},
    )


@migrations()
def create_meeting(db: Database) -> None:
    """What belongs to meetings beside their workbooks: files as they came, §§ given once, packages sent out."""
    db.table("meeting_file").create(
        {
            "id": int, "meeting": str, "name": str, "arende": str, "title": str, "secret": int, "sha256": str,
            "by": str, "at": str, "data": bytes,
        },
        pk="id",
        not_null={"meeting", "name", "arende", "title", "secret", "sha256", "by", "at", "data"},
    )  # fmt: skip
    db.table("meeting_file").create_index(["meeting"])
    db.table("meeting_paragraph").create(
        {"namnd": str, "ar": int, "paragraf": int, "meeting": str, "record_id": str, "datum": str},
        pk=("namnd", "ar", "paragraf"),
        not_null={"meeting", "record_id", "datum"},
    )
    db.table("meeting_paragraph").create_index(["meeting", "record_id"], unique=True)
    db.table("meeting_dispatch").create(
        {"meeting": str, "number": int, "at": str, "by": str, "papers": str},
        pk=("meeting", "number"),
        not_null={"at", "by", "papers"},
    )


@migrations()
def create_kept_pdf(db: Database) -> None:
    """PDFs that packages were joined of, by what they were made of."""
    db.table("kept_pdf").create(
        {"key": str, "at": str, "pages": int, "told": str, "pdf": bytes}, pk="key",
        not_null={"at", "pages", "told", "pdf"},
    )  # fmt: skip
    db.table("kept_pdf").create_index(["at"])


@migrations()
def add_to_meeting(db: Database) -> None:
    """Which submission of the agenda a package showed; files taken out again; what a file will become in a package, as
    JSON by the hash of its bytes."""
    db.table("meeting_dispatch").add_column("submission", str, not_null_default="")
    db.table("meeting_file").add_column("removed", int, not_null_default=0)
    db.table("meeting_file_outcome").create({"sha256": str, "outcome": str}, pk="sha256", not_null={"outcome"})


@migrations()
def create_meeting_package(db: Database) -> None:
    """Packages of meetings that were asked for, with what is known of each and its files; extracts that were sent."""
    db.table("meeting_package").create(
        {
            "id": str, "meeting": str, "at": str, "by": str, "megabytes": float, "pdf": int, "state": str, "step": str,
            "tries": int, "ended": str, "submission": str, "version": int, "findings": str, "changes": str,
            "papers": str, "dispatch": int,
        },
        pk="id",
        not_null={"meeting", "at", "by", "state", "findings", "changes", "papers"},
    )  # fmt: skip
    db.table("meeting_package").create_index(["meeting"])
    db.table("meeting_package_file").create(
        {"package": str, "place": int, "name": str, "size": int, "sha256": str, "secret": int},
        pk=("package", "place"),
        foreign_keys=[("package", "meeting_package", "id")],
        not_null={"name", "size", "sha256", "secret"},
    )
    db.table("meeting_extract").create(
        {"meeting": str, "paragraf": int, "receiver": str, "at": str, "by": str},
        pk=("meeting", "paragraf", "receiver"),
        not_null={"at", "by"},
    )


@migrations()
def one_plan_in_force(db: Database) -> None:
    """A plan is in force once, whichever proposal it came from. Where two had been adopted at the same moment, the one
    that was decided on last stays in force."""
    db.execute("""
        update [plan] set state = 'upphävd' where state = 'antagen' and rowid in (
          select rowid from (
            select rowid, row_number() over (
              partition by kind, namnd, ar, period order by version desc, datum desc, paragraf desc, rowid desc
            ) as place from [plan] where state = 'antagen'
          ) where place > 1
        )
    """)
    db.execute("create unique index plan_in_force on [plan] (kind, namnd, ar, period) where state = 'antagen'")


@migrations()
def know_people_by_account(db: Database) -> None:
    """Whose a refused upload is, and who did what in the log, by the account: a name may be changed, and be another's
    later. An upload from before is that of the account with its name, if that was there then."""
    for table in ("attempt", "log"):
        db.table(table).add_column("account", str, not_null_default="")
    db.execute("""
        update attempt set account = coalesce((
          select id from account
          where account.name = attempt.by and julianday(account.created) <= julianday(attempt.at)
        ), '')
    """)


@migrations()
def create_discarded(db: Database) -> None:
    """Submissions whose draft was thrown away, by whom and when."""
    db.table("discarded").create({"submission": str, "at": str, "by": str}, pk="submission", not_null={"at", "by"})
