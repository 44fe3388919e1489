"""Any file can be asked what it is, and any number where it comes from."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from service.chain.plans import Mrp, Verksamhetsplan
from service.store import adopted_version, file_of
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.demo.year import Demo
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.loading.ground import load_plan
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.trace import Traced, shown, trace_file, trace_number
from service.usecases.verify import Verdict, verify

from .people import NOW
from .test_plan_road import MRP, SN, SN_DECISION, sample_sn, taken_in


@pytest.fixture
def decided(adopted: House) -> House:
    """A house where socialnämnden's plan is adopted."""
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    return adopted


def paper(house: House, kind: str, folder: Path) -> bytes:
    """The nämnd's paper of a kind."""
    return generate(house, Order(kind, 2027, "SN"), folder).path.read_bytes()


def repacked(content: bytes) -> bytes:
    """The same parts in another zip."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return target.getvalue()


def cell_value(house: House, traced: Traced, cell: str) -> object:
    """What stands in a cell of the very file that was uploaded."""
    sheet, _, ref = cell.partition("!")
    return load_workbook(io.BytesIO(file_of(house.store, traced.submission.id)))[sheet][ref].value


@pytest.mark.parametrize("kind", ["verksamhetsplan", "detaljbudget"])
def test_a_file_just_written_is_known_and_so_is_a_copy_packed_anew(decided: House, tmp_path: Path, kind: str) -> None:
    content = paper(decided, kind, tmp_path)
    found = verify(decided, content)
    assert found.verdict is Verdict.UNCHANGED
    assert found.document is not None
    assert (found.document.state, found.document.version) == ("antagen", 1)
    assert [upload.kind.value for upload in found.submissions] == ["verksamhetsplan", "installningar", "mrp"]
    assert verify(decided, repacked(content)).verdict is Verdict.REPACKED


def test_a_changed_word_file_is_known_and_the_change_is_shown(decided: House, tmp_path: Path) -> None:
    document = Document(io.BytesIO(paper(decided, "verksamhetsplan", tmp_path)))
    cell = document.tables[-1].rows[1].cells[0]
    before = cell.text
    cell.paragraphs[0].runs[0].text = "Ändrat i smyg"
    target = io.BytesIO()
    document.save(target)
    found = verify(decided, target.getvalue())
    assert found.verdict is Verdict.CHANGED
    assert [(change.before, change.after) for change in found.changes] == [(before, "Ändrat i smyg")]


def test_a_changed_workbook_is_known_and_the_cell_is_named(decided: House, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(paper(decided, "detaljbudget", tmp_path)))
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if isinstance(c.value, int) and c.value > 1000)
    place = f"{book.worksheets[0].title}!{cell.coordinate}"
    cell.value += 1
    target = io.BytesIO()
    book.save(target)
    found = verify(decided, target.getvalue())
    assert found.verdict is Verdict.CHANGED
    assert place in {change.place for change in found.changes}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", sample_sn(), b"PK\x03\x04 broken"])
def test_any_other_file_is_not_ours(decided: House, content: bytes) -> None:
    assert verify(decided, content).verdict is Verdict.UNKNOWN
    with pytest.raises(Refused) as no:
        trace_file(decided, content, "brev.docx")
    assert no.value.findings[0].code == "okand-fil"


def test_an_amount_leads_to_the_cell_in_the_file_that_was_uploaded(decided: House) -> None:
    version = adopted_version(decided.store, SN.kind, "SN", 2027)
    assert version is not None
    plan = load_plan(decided, version)
    assert isinstance(plan, Verksamhetsplan)
    amount = max(rad.personal or 0 for rad in plan.budget)
    found = trace_number(decided, f"{shown(amount)} tkr", 2027)
    entered = [traced for traced in found if not traced.origin.summed and "Personal" in traced.origin.what]
    assert entered
    assert all(cell_value(decided, traced, cell) == amount for traced in entered for cell in traced.origin.cells)


def test_a_frame_is_traced_to_the_mrp_and_to_the_rows_that_come_to_it(decided: House) -> None:
    found = trace_number(decided, "1 121 300", 2027)
    assert any(t.submission.kind.value == "mrp" and "Driftbudget!" in t.origin.cells[0] for t in found)
    summed = next(t for t in found if t.origin.what == "Summa netto")
    assert len(summed.origin.cells) > 20
    total = 0
    for cell in summed.origin.cells:
        value = cell_value(decided, summed, cell)
        assert isinstance(value, int)
        is_income = cell.startswith("Detaljbudget!D")
        total += -value if is_income else value
    assert total == 1_121_300


def test_an_official_number_leads_to_its_row(decided: House) -> None:
    version = adopted_version(decided.store, MRP.kind, "", 2027)
    assert version is not None
    plan = load_plan(decided, version)
    assert isinstance(plan, Mrp)
    resultat = plan.resultat[3]
    for asked in (resultat.nummer.text, f"{resultat.namnd} {resultat.nummer.text}"):
        found = trace_number(decided, asked, 2027)
        assert [cell_value(decided, t, t.origin.cells[0]) for t in found] == [str(resultat.text)]


def test_a_number_that_is_nowhere_is_answered(decided: House) -> None:
    for asked in ("99.9", "123 456 789", "vad som helst"):
        with pytest.raises(Refused) as no:
            trace_number(decided, asked, 2027)
        assert no.value.findings[0].code == "okant-tal"


def test_every_number_in_a_file_is_traced(decided: House, tmp_path: Path) -> None:
    for kind in ("verksamhetsplan", "detaljbudget"):
        _, found = trace_file(decided, paper(decided, kind, tmp_path), "plan.docx")
        assert shown(1_121_300) in {traced.shown for traced in found}
        assert replace(found[0].origin.head, version=1).ar == 2027


def test_what_reports_print_is_traced_sums_deviations_shares_counts_and_texts(demo: tuple[Demo, Path]) -> None:
    def found(text: str) -> dict[str, str]:
        with open_house(demo[1], lambda: NOW) as house:
            return {one.origin.what.split(":")[0]: one.shown for one in trace_number(house, text, 2027)}

    assert found("15 600")["Summa nettokostnad, avvikelse"] == "−15\u00a0600"
    assert "skrivet i text" in found("28 500 tkr")
    assert found("3 131 årsarbetare")["Årsarbetare, perioden"] == "3\u00a0131"
    shares = found("0,4 %")
    assert shares["Årets resultat som andel av skatter och generella statsbidrag, utfall"] == "0,4\u00a0%"
    assert any("skatter och generella statsbidrag, 2029" in what for what in found("0,99 %"))  # printed apart from 1 %
    assert "Nämnderna tillsammans, hela årets budget (8 rapporter, helår)" in found("2 699 100")
    assert "Årets balanskravsresultat, utfall" in found("8 900")
