"""The store keeps every submission, freezes what is adopted and never gives a number twice."""

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from schemas.workbooks import Kind
from service.chain.values import Decision, Layout, State
from service.findings import Finding, Level, Place
from service.store import (
    FILENAME,
    Attempt,
    FigureImport,
    FigureKind,
    Frozen,
    PackageOrder,
    PlanKey,
    Store,
    Submission,
    TemplateUpload,
    Version,
    add_attempt,
    add_figures,
    add_package,
    add_submission,
    add_template,
    adopted_version,
    attempt,
    file_of,
    forget_attempts,
    give_numbers,
    given_numbers,
    latest_import,
    latest_submission,
    latest_version,
    live_packages,
    package_orders,
    plans_of_year,
    records_of,
    save_version,
    submission,
    submission_of_file,
    submissions_to,
    templates_of,
    versions,
)  # fmt: skip
from service.store.migrations import migrations

from ..chain.records import mrp_records

AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
KEY = PlanKey(Kind.MRP, "", 2027)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / FILENAME)


def upload(id: str = "s1") -> Submission:
    """A submission of a small MRP."""
    finding = Finding("tom", Level.FEL, Place("Mått", "D7"), details={"rubrik": "Enhet"}, rules=("R55",))
    return Submission(
        id=id, kind=Kind.MRP, namnd="", ar=2027, proposal="", at=AT, by="Eva", filename="mrp.xlsx", sha256="ab" * 32,
        edition="1", prefilled_from="", reason="", layout=Layout({"matt": {"text": "D"}}, {"matt": "Mått (2)"}),
        findings=(finding,),
    )  # fmt: skip


def test_a_submission_comes_out_as_it_went_in(store: Store) -> None:
    add_submission(store, upload(), b"the file", mrp_records())
    assert submission(store, "s1") == upload()
    assert file_of(store, "s1") == b"the file"
    assert records_of(store, upload()) == mrp_records()


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    def half_way() -> None:
        with store.transaction():
            add_submission(store, upload(), b"x", mrp_records())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    with pytest.raises(LookupError):
        submission(store, "s1")
    assert store.rows("select count(*) as n from record")[0]["n"] == 0


def test_an_adopted_version_cannot_be_changed_only_revoked(store: Store) -> None:
    add_submission(store, upload(), b"x", {})
    add_submission(store, upload("s2"), b"y", {})
    decision = Decision("KF", date(2026, 6, 17), 78, "KS 2026/101")
    adopted = Version(KEY, 1, "s1", State.ANTAGEN, decision=decision)
    save_version(store, adopted)
    with pytest.raises(Frozen):
        save_version(store, replace(adopted, submission="s2"))
    with pytest.raises(Frozen):
        save_version(store, replace(adopted, state=State.UTKAST))
    save_version(store, replace(adopted, state=State.UPPHAVD))
    assert adopted_version(store, Kind.MRP, "", 2027) is None
    assert versions(store, KEY)[0].decision == decision


def test_proposals_live_side_by_side(store: Store) -> None:
    add_submission(store, upload(), b"x", {})
    save_version(store, Version(KEY, 1, "s1", State.UTKAST))
    save_version(store, Version(replace(KEY, proposal="B"), 1, "s1", State.INLAMNAD))
    assert latest_version(store, KEY) == Version(KEY, 1, "s1", State.UTKAST)
    assert latest_version(store, replace(KEY, proposal="B")) != latest_version(store, KEY)


def test_a_number_is_given_to_one_row_only(store: Store) -> None:
    give_numbers(store, "år 2027", {"a": "2.1"}, AT)
    with pytest.raises(sqlite3.IntegrityError):
        give_numbers(store, "år 2027", {"b": "2.1"}, AT)
    with pytest.raises(sqlite3.IntegrityError):
        give_numbers(store, "år 2027", {"a": "2.2"}, AT)
    give_numbers(store, "år 2028", {"a": "3.1"}, AT)
    assert given_numbers(store, "år 2027").by_id == {"a": "2.1"}


def test_a_second_opening_finds_everything_and_migrates_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / FILENAME) as store:
        add_submission(store, upload(), b"x", {})
    with Store(tmp_path / FILENAME) as again:
        assert submission(again, "s1").by == "Eva"


KILLED = """
import sys
from pathlib import Path
from service.store import FILENAME, Store, give_numbers
from datetime import datetime
store = Store(Path(sys.argv[1]) / FILENAME)
for n in range(100000):
    give_numbers(store, f"batch {n}", {str(i): str(i) for i in range(50)}, datetime(2026, 1, 1))
    print(n, flush=True)
"""


def test_a_killed_process_leaves_no_half_batch_and_loses_none_acknowledged(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(20)][-1]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Store(tmp_path / FILENAME) as store:
        assert store.rows("pragma integrity_check") == [{"integrity_check": "ok"}]
        batches = store.rows("select scope, count(*) as n from number group by scope")
        assert {row["n"] for row in batches} == {50}
        assert len(batches) > acknowledged


def before_migration(path: Path, name: str) -> Database:
    """A database from before a migration, with a submission `s1`."""
    old = Database(sqlite3.connect(path))
    for migration in migrations.pending(old):
        if migration.name == name:
            break
        migration.fn(old)
        old.table("_sqlite_migrations").insert(
            {"migration_set": "malkedjan", "name": migration.name, "applied_at": "2026-01-01"}, alter=True
        )
    old.table("submission").insert({
        "id": "s1", "kind": "mrp", "namnd": "", "ar": 2027, "proposal": "", "at": AT.isoformat(), "by": "Eva",
        "filename": "mrp.xlsx", "sha256": "ab", "blob": b"x", "edition": "1", "prefilled_from": "", "reason": "",
        "layout": '{"cells": {}, "titles": {}}', "findings": "[]",
    })  # fmt: skip
    return old


def test_plans_from_before_there_were_periods_live_on(tmp_path: Path) -> None:
    path = tmp_path / FILENAME
    old = before_migration(path, "add_period")
    old.table("plan").insert({
        "kind": "mrp", "namnd": "", "ar": 2027, "proposal": "", "version": 1, "submission": "s1", "state": "utkast",
        "ground": "[]",
    })  # fmt: skip
    old.conn.commit()
    old.close()
    with Store(path) as store:
        assert latest_version(store, KEY) == Version(KEY, 1, "s1", State.UTKAST)
        assert submission(store, "s1").period == ""
        assert store.db.table("plan").pks == ["kind", "namnd", "ar", "period", "proposal", "version"]
        assert store.db.table("plan").foreign_keys[0].other_table == "submission"


def test_of_two_plans_in_force_the_one_decided_on_last_stays_and_there_can_be_no_more(tmp_path: Path) -> None:
    path = tmp_path / FILENAME
    old = before_migration(path, "one_plan_in_force")
    first = {"kind": "mrp", "namnd": "", "ar": 2027, "period": "", "submission": "s1", "ground": "[]", "organ": "KF"}
    for proposal, version, state, paragraf in (
        ("", 1, "upphävd", 1), ("", 2, "antagen", 79), ("A", 2, "antagen", 80), ("B", 1, "inlämnad", None),
    ):  # fmt: skip
        decided = {"datum": "2026-06-17", "paragraf": paragraf, "dnr": "KS 2026/101"} if paragraf else {}
        old.table("plan").insert(first | decided | {"proposal": proposal, "version": version, "state": state})
    old.table("plan").insert(first | {"ar": 2028, "proposal": "", "version": 1, "state": "utkast"})
    old.conn.commit()
    old.close()
    with Store(path) as store:
        found = store.rows("select ar, proposal, version, state from [plan] order by ar, proposal, version")
        assert [(row["proposal"], row["state"]) for row in found] == [
            ("", "upphävd"), ("", "upphävd"), ("A", "antagen"), ("B", "inlämnad"), ("", "utkast")
        ]  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError):
            save_version(store, Version(KEY, 3, "s1", State.ANTAGEN, decision=Decision("KF", AT.date(), 81, "x")))


def test_a_refused_upload_from_before_is_that_of_the_account_which_had_its_name_then(tmp_path: Path) -> None:
    path = tmp_path / FILENAME
    old = before_migration(path, "know_people_by_account")
    told = {"by": "Eva", "filename": "x.xlsx", "findings": "[]", "tables": "[]", "kind": ""}
    for id, at in (("a1", "2026-05-01T12:00:00+02:00"), ("a2", "2026-06-02T12:00:00+02:00")):
        old.table("attempt").insert(told | {"id": id, "at": at})
    row = {"email": "e@k.se", "name": "Eva", "roles": "[]", "namnder": "[]", "active": 1, "created": AT.isoformat()}
    old.table("account").insert(row | {"id": "konto-1"})
    old.conn.commit()
    old.close()
    with Store(path) as store:
        assert [one.account for id in ("a1", "a2") if (one := attempt(store, id))] == ["", "konto-1"]


def test_the_periods_of_a_year_are_plans_of_their_own(store: Store) -> None:
    add_submission(store, upload(), b"x", {})
    april, august = (PlanKey(Kind.UPPFOLJNING, "BUN", 2027, "", period) for period in ("T1", "T2"))
    decision = Decision("BUN", date(2027, 5, 27), 61, "BUN 2027/64")
    save_version(store, Version(april, 1, "s1", State.ANTAGEN, decision=decision))
    save_version(store, Version(august, 1, "s1", State.UTKAST))
    assert adopted_version(store, Kind.UPPFOLJNING, "BUN", 2027, "T1") is not None
    assert adopted_version(store, Kind.UPPFOLJNING, "BUN", 2027, "T2") is None
    assert latest_version(store, august) == Version(august, 1, "s1", State.UTKAST)
    assert {version.key for version in plans_of_year(store, 2027)} == {april, august}


def test_what_came_last_is_the_last_also_in_the_hour_that_comes_twice(store: Store) -> None:
    summer, winter = (datetime.fromisoformat(f"2026-10-25T{at}") for at in ("02:30+02:00", "02:10+01:00"))
    for id, at in (("s1", summer), ("s2", winter)):
        add_submission(store, replace(upload(id), at=at), b"x", {})
        add_template(store, TemplateUpload(id=id, name="word/mrp.docx", sha256=id, filename="", at=at, by="E"), b"x")
        add_package(store, PackageOrder(id=id, meeting="2027 SN", at=at, by="E"))
        kind = FigureKind.KOLADA
        add_figures(
            store, FigureImport(id=id, kind=kind, ar=2027, period="", at=at, by="", filename="", sha256=id), b"", ()
        )
        made = Attempt(id=id, key=None, at=at, by="Eva", filename="x", findings=())
        add_attempt(store, made, None)
    assert [one.id for one in submissions_to(store, Kind.MRP, "", 2027)] == ["s1", "s2"]
    assert submission_of_file(store, Kind.MRP, "", 2027, "", "ab" * 32).id == "s2"  # type: ignore[union-attr]
    assert latest_submission(store, Kind.MRP).id == "s2"  # type: ignore[union-attr]
    assert [one.id for one in templates_of(store, "word/mrp.docx")] == ["s2", "s1"]
    assert [one.id for one in package_orders(store, "2027 SN")] == ["s2", "s1"]
    assert [one.id for one in live_packages(store)] == ["s1", "s2"]
    assert latest_import(store, FigureKind.KOLADA, 2027, "").id == "s2"  # type: ignore[union-attr]
    forget_attempts(store, winter)
    assert attempt(store, "s1") is None
    assert attempt(store, "s2") is not None
