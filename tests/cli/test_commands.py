"""The command line: what it says, what it writes, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName

from service.cli import main
from service.documents import DOCUMENTS
from service.usecases.demo.year import SAMPLES
from service.usecases.house import OFFICIAL_TEMPLATES

FEL = SAMPLES / "fel"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with the sample settings in force."""
    assert run(tmp_path / "data", "submit", SAMPLES / "installningar-2027.xlsx").exit_code == 0
    return tmp_path / "data"


def run(data: Path, *words: object) -> Result:
    """A command and how it ended."""
    return CliRunner().invoke(main, ["--data", str(data), *map(str, words)], catch_exceptions=False)


def adopt_mrp(data: Path) -> None:
    """The sample MRP, adopted."""
    assert run(data, "submit", SAMPLES / "mrp-2027.xlsx", "--by", "Eva").exit_code == 0
    assert run(data, "hand-in", "mrp", "--ar", 2027, "--acknowledge").exit_code == 0
    decision = ("--organ", "KF", "--datum", "2026-06-17", "--paragraf", 78, "--dnr", "KS 2026/101")
    assert run(data, "adopt", "mrp", "--ar", 2027, *decision).exit_code == 0


def test_a_plan_goes_from_workbook_to_paper(data: Path, tmp_path: Path) -> None:
    adopt_mrp(data)
    blank = tmp_path / "sn.xlsx"
    assert run(data, "workbook", "verksamhetsplan", "--namnd", "SN", "--ar", 2027, "-o", blank).exit_code == 0
    assert blank.read_bytes().startswith(b"PK")
    done = run(data, "submit", SAMPLES / "verksamhetsplan-2027-sn.xlsx", "--by", "Eva")
    assert (done.exit_code, "inläst som utkast, version 1" in done.output) == (0, True)
    assert run(data, "hand-in", "verksamhetsplan", "--namnd", "SN", "--ar", 2027).exit_code == 0
    for kind, ending in (("verksamhetsplan", "docx"), ("detaljbudget", "xlsx")):
        assert run(data, "generate", kind, "--namnd", "SN", "--ar", 2027, "-o", tmp_path).exit_code == 0
        assert (tmp_path / f"{kind}-2027-sn.{ending}").exists()
    unit = ("--namnd", "SN", "--enhet", "S11", "--ar", 2027)
    assert run(data, "generate", "enhetsutdrag", *unit, "-o", tmp_path).exit_code == 0


def test_what_cannot_be_read_ends_with_three_and_says_where(data: Path, tmp_path: Path) -> None:
    adopt_mrp(data)
    marked = tmp_path / "fel.xlsx"
    done = run(data, "submit", FEL / "verksamhetsplan-sbn-tvetydigt-tal.xlsx", "--annotated", marked)
    assert done.exit_code == 3
    assert "Blad 'Detaljbudget' cell E7: där står ”12.345”." in done.output
    assert "är inte inläst" in done.output
    assert marked.exists()


def test_what_breaks_a_rule_is_kept_and_said(data: Path) -> None:
    adopt_mrp(data)
    done = run(data, "submit", FEL / "verksamhetsplan-sn-over-ram.xlsx")
    assert done.exit_code == 0
    assert "[fel] Blad 'Detaljbudget'" in done.output
    stopped = run(data, "hand-in", "verksamhetsplan", "--namnd", "SN", "--ar", 2027, "--acknowledge")
    assert stopped.exit_code == 3
    assert "1 fel hindrar" in stopped.output


def test_programs_get_the_same_as_json(data: Path) -> None:
    adopt_mrp(data)
    done = run(data, "submit", FEL / "verksamhetsplan-ks-omojligt-datum.xlsx", "--json")
    answer = json.loads(done.output)
    assert (done.exit_code, answer["inlast"], answer["tillstand"]) == (3, False, None)
    fault = answer["iakttagelser"][0]
    assert (fault["blad"], fault["cell"], fault["star"], fault["stoppar"]) == ("Aktiviteter", "K11", "2027-02-30", True)


def test_an_answer_of_no_has_no_traceback(data: Path, tmp_path: Path) -> None:
    for words in (
        ("workbook", "verksamhetsplan", "--namnd", "BUN", "--ar", 2027, "-o", tmp_path / "x.xlsx"),
        ("generate", "mrp", "--ar", 2027, "-o", tmp_path),
        ("hand-in", "mrp", "--ar", 2027),
        ("diff", "mrp", "1", "2", "--ar", 2027),
        ("workbook", "mrp", "--ar", 1999, "-o", tmp_path / "x.xlsx"),
    ):
        done = run(data, *words)
        assert done.exit_code == 3, words
        assert done.output.startswith("[fel] "), done.output


def test_wrong_usage_ends_with_two(data: Path) -> None:
    assert run(data, "generate", "roman", "--ar", 2027, "-o", ".").exit_code == 2
    assert run(data, "adopt", "mrp", "--ar", 2027, "--organ", "KF").exit_code == 2


def test_two_proposals_are_shown_side_by_side(data: Path) -> None:
    for path in sorted((SAMPLES / "forslag").glob("*.xlsx")):
        name = path.stem.removeprefix("mrp-2027-")
        assert run(data, "submit", path, "--proposal", name).exit_code == 0
    done = run(data, "diff", "mrp", "ramar-februari", "forslag-oppositionen", "--ar", 2027)
    assert done.exit_code == 0
    subjects = {line.split("\t")[0].partition(":")[0] for line in done.output.splitlines()}
    assert {"Ram", "Inriktningsmål", "Förväntade resultat"} <= subjects
    changed_goals = [line for line in done.output.splitlines() if line.startswith("Inriktningsmål: Inriktningsmål\t")]
    assert len(changed_goals) == 1


@pytest.mark.parametrize(
    ("form", "ending", "magic"), [("json", "json", b"["), ("xlsx", "xlsx", b"PK"), ("csv", "zip", b"PK")]
)
def test_everything_stored_can_be_had_out_again(
    data: Path, tmp_path: Path, form: str, ending: str, magic: bytes
) -> None:
    adopt_mrp(data)
    path = tmp_path / f"allt.{ending}"
    assert run(data, "export", "--ar", 2027, "--format", form, "-o", path).exit_code == 0
    assert path.read_bytes().startswith(magic)
    if form == "json":
        plans = {plan["slag"]: plan for plan in json.loads(path.read_text(encoding="utf-8"))}
        assert plans["mrp"]["blad"]["resultat"][0]["nummer"] == "1.1"
        assert plans["mrp"]["tillstand"] == "antagen"


def test_the_fields_of_a_template_are_listed_with_examples(data: Path) -> None:
    done = run(data, "template", "fields", "verksamhetsplan")
    rows = [line.split("\t") for line in done.output.splitlines()]
    assert all(len(row) == 4 for row in rows)
    assert "namnd" in {row[0] for row in rows}


def test_a_template_that_cannot_be_used_is_named_without_a_traceback(data: Path, tmp_path: Path) -> None:
    adopt_mrp(data)
    own = data / "mallar" / "word" / "mrp.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"not a template")
    done = CliRunner().invoke(main, ["--data", str(data), "generate", "mrp", "--ar", "2027", "-o", str(tmp_path)])
    assert (done.exit_code, "Mallen kan inte användas." in done.output) == (1, True)


def test_a_folder_that_is_not_there_is_told(data: Path, tmp_path: Path) -> None:
    missing = tmp_path / "finns" / "inte.xlsx"
    done = CliRunner().invoke(main, ["--data", str(data), "workbook", "mrp", "--ar", "2027", "-o", str(missing)])
    assert (done.exit_code, "mappen finns inte" in done.output) == (1, True)


def test_the_årshjul_is_listed_written_as_a_calendar_and_drawn(data: Path, tmp_path: Path) -> None:
    adopt_mrp(data)
    done = run(data, "deadlines", "--ar", 2027, "--day", "2027-01-01")
    late = [line for line in done.output.splitlines() if "\tförsenad\t" in line]
    assert any("Nämndernas beslut om verksamhetsplan" in line and "saknas: " in line for line in late)
    rows = json.loads(run(data, "deadlines", "--ar", 2027, "--day", "2026-11-20", "--json").output)
    assert {row["lage"] for row in rows} >= {"klar", "snart", "inte ännu"}
    for name, magic in (("a.ics", b"BEGIN:VCALENDAR"), ("a.svg", b"<svg"), ("a.png", b"\x89PNG")):
        command = "calendar" if name.endswith("ics") else "arshjul"
        assert run(data, command, "--ar", 2027, "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(magic)
    assert run(data, "arshjul", "--ar", 2027, "-o", tmp_path / "a.pdf").exit_code == 2


def test_two_proposals_become_a_file_with_tracked_changes(data: Path, tmp_path: Path) -> None:
    for path in sorted((SAMPLES / "forslag").glob("*.xlsx")):
        name = path.stem.removeprefix("mrp-2027-")
        assert run(data, "submit", path, "--proposal", name).exit_code == 0
    made = tmp_path / "andringar.docx"
    names = ("ramar-februari", "forslag-oppositionen")
    done = run(data, "compare", "--kind", "mrp", "--ar", 2027, *names, "-o", made)
    assert (done.exit_code, "tillägg" in done.output) == (0, True), done.output
    again = run(data, "compare", made, made, "-o", tmp_path / "igen.docx")
    assert (again.exit_code, "Inget skiljer." in again.output) == (0, True)
    assert "redan spårade ändringar" in again.output
    assert run(data, "compare", tmp_path / "finns-inte.docx", made, "-o", tmp_path / "x.docx").exit_code == 2
    assert run(data, "compare", "--kind", "mrp", *names, "-o", tmp_path / "x.docx").exit_code == 2
    assert run(data, "compare", SAMPLES / "mrp-2027.xlsx", made, "-o", tmp_path / "x.docx").exit_code == 3


def template_of(tmp_path: Path, *lines: str, name: str = "verksamhetsplan.docx") -> Path:
    """A Word template of these paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / name))
    return tmp_path / name


def test_lint_tells_every_fault_of_a_template_and_ends_with_3(data: Path, tmp_path: Path) -> None:
    done = run(data, "template", "lint", template_of(tmp_path, "{{ namd }}", "{%p if ar %}"))
    assert done.exit_code == 3
    faults = [line for line in done.output.splitlines() if line.startswith("[fel]")]
    assert len(faults) == 2
    assert "[fel] Brödtexten, vid ”{{ namd }}”: fältet namd finns inte. Menades namnd?" in faults


def test_lint_answers_with_json_too(data: Path, tmp_path: Path) -> None:
    path = template_of(tmp_path, "{{ namd }}", name="egen.docx")
    found = json.loads(run(data, "template", "lint", path, "--kind", "verksamhetsplan", "--json").output)
    assert (found["slag"], found["fel"][0]["kod"], found["fel"][0]["narmast"]) == (
        "verksamhetsplan",
        "unknown_field",
        "namnd",
    )
    assert found["fel"][0]["plats"]["del"] == "word/document.xml"


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_official_templates_pass_lint_and_the_examples(data: Path, kind: str) -> None:
    done = run(data, "template", "lint", OFFICIAL_TEMPLATES / DOCUMENTS[kind].template)
    assert (done.exit_code, "inga fel" in done.output) == (0, True)


def test_lint_says_what_comes_of_filling_with_the_examples(data: Path, tmp_path: Path) -> None:
    done = run(data, "template", "lint", template_of(tmp_path, "{{ rubrik | tkr }}"))
    assert (done.exit_code, "När mallen fylls med exempel" in done.output) == (3, True)


def test_lint_of_a_template_of_an_unknown_kind_says_what_was_not_tried(data: Path, tmp_path: Path) -> None:
    done = run(data, "template", "lint", template_of(tmp_path, "{{ vad }}", name="egen.docx"))
    assert (done.exit_code, "--kind" in done.output) == (0, True)


def test_lint_of_a_workbook_tells_all_that_does_not_agree(data: Path, tmp_path: Path) -> None:
    book = load_workbook(OFFICIAL_TEMPLATES / "excel" / "detaljbudget.xlsx")
    for old, new in (("falt_kommun", "falt_komun"), ("falt_titel", "falt_rubrik")):
        book.defined_names[new] = DefinedName(new, attr_text=book.defined_names.pop(old).attr_text)
    book.save(tmp_path / "detaljbudget.xlsx")
    done = run(data, "template", "lint", tmp_path / "detaljbudget.xlsx")
    assert done.exit_code == 3
    assert all(name in done.output for name in ("falt_kommun", "falt_komun", "falt_titel", "falt_rubrik"))


def test_a_template_of_the_wrong_format_is_refused(data: Path, tmp_path: Path) -> None:
    done = run(data, "template", "lint", template_of(tmp_path, "x"), "--kind", "detaljbudget")
    assert (done.exit_code, "Excel" in done.output) == (3, True)


def test_any_template_is_filled_from_json(data: Path, tmp_path: Path) -> None:
    path, context = (
        template_of(tmp_path, "{{ namn }}: {{ summa | tal }} {{ plan.items[0] }}"),
        tmp_path / "uppgifter.json",
    )
    context.write_text('{"namn": "Räls & <spår>", "summa": 12.50, "plan": {"items": [7]}}', encoding="utf-8")
    done = run(data, "render", path, context, "-o", tmp_path / "ut.docx")
    assert done.exit_code == 0
    assert Document(str(tmp_path / "ut.docx")).paragraphs[0].text == "Räls & <spår>: 12,50 7"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,\n "b" 2}', "uppgifter.json: Rad 2, tecken 6: efter ett fältnamn ska det stå kolon"),
        ('{"a": 1, "a": 2}', "Fältet ”a” står två gånger"),
        ("[1]", "ett objekt med fält"),
        ('{"a": NaN}', "NaN är inget tal"),
        ("[" * 100_000, "för djupt"),
        ('{"b": 1}', "fältet a finns inte"),
    ],
)
def test_what_is_wrong_in_the_json_is_told_in_swedish(data: Path, tmp_path: Path, text: str, told: str) -> None:
    context = tmp_path / "uppgifter.json"
    context.write_text(text, encoding="utf-8")
    done = run(data, "render", template_of(tmp_path, "{{ a }}"), context, "-o", tmp_path / "ut.docx")
    assert (done.exit_code, told in done.output) == (3, True), done.output
    assert not (tmp_path / "ut.docx").exists()


def test_a_template_is_used_once_it_has_no_fault_and_given_up_again(data: Path, tmp_path: Path) -> None:
    faulty = run(data, "template", "use", "verksamhetsplan", template_of(tmp_path, "{{ namd }}"))
    assert faulty.exit_code == 3
    assert "Menades namnd?" in faulty.output
    done = run(data, "template", "use", "verksamhetsplan", template_of(tmp_path, "{{ rubrik }}"))
    assert "gäller nu mall nr 2 (verksamhetsplan.docx)" in done.output
    assert "nr 2, verksamhetsplan.docx" in run(data, "template", "list").output
    assert run(data, "template", "back", "verksamhetsplan", 7).exit_code == 3
    assert "gäller nu den medföljande" in run(data, "template", "back", "verksamhetsplan", 0).output
