"""Figures from elsewhere go in once, are placed by the key in force, and come out in tkr with their source."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from samples.economy import WRONG_SOURCES, WrongSource, source_files
from samples.source.kallor import SUMMOR, agrees
from service.chain.entries import ARSBUDGET, BUDGET, PROGNOS, UTFALL
from service.cli import main
from service.findings import line
from service.store import FigureKind, figure_imports, figures_of
from service.usecases.demo.year import AR, SAMPLES
from service.usecases.figures.amounts import figures_in_effect, import_figures
from service.usecases.figures.in_effect import figures_for
from service.usecases.figures.kolada import import_kolada
from service.usecases.house import House

KALLOR = SAMPLES / "kallor"


def take_in(house: House, name: str, period: str) -> None:
    receipt = import_figures(house, (KALLOR / name).read_bytes(), name, AR, period, by="Eva")
    assert receipt.stored, [line(finding) for finding in receipt.findings]


def test_the_samples_are_what_their_source_makes_and_agree_with_the_plans() -> None:
    assert list(agrees()) == []
    for name, blob in source_files():
        if not name.endswith(".xlsx"):
            assert (KALLOR / name).read_bytes() == blob, name


@pytest.mark.parametrize("name", ["utfall-2027-t2.csv", "utfall-2027-t2.xlsx"])
def test_an_export_comes_out_as_the_sums_of_each_namnd(adopted: House, name: str) -> None:
    take_in(adopted, name, "T2")
    figures = figures_for(adopted, AR, "T2")
    assert figures.kalla == f"Ekonomisystemet, fil {name}, hämtad 2026-06-01"
    for namnd, (year, _, _, budget, outcome, forecast) in SUMMOR.items():
        found = [figures.netto(measure, namnd) for measure in (ARSBUDGET, BUDGET, UTFALL, PROGNOS)]
        assert found == [year, budget, outcome, forecast], namnd
    assert not figures.utan_plats
    slag = {leaf.kostnadsslag for leaf in figures.leaves if (leaf.namnd, leaf.verksamhet) == ("BUN", "440")}
    assert slag == {"intäkt", "personal", "lokal", "övrigt", "kapital"}


def test_a_newer_file_is_in_effect_the_older_is_kept_and_the_same_is_read_once(adopted: House) -> None:
    take_in(adopted, "utfall-2027-t2.csv", "T2")
    take_in(adopted, "utfall-2027-t2.xlsx", "T2")
    again = import_figures(adopted, (KALLOR / "utfall-2027-t2.xlsx").read_bytes(), "igen.xlsx", AR, "T2", by="Bo")
    assert again.already
    imports = figure_imports(adopted.store, FigureKind.EKONOMI, AR)
    assert [made.filename for made in imports] == ["utfall-2027-t2.csv", "utfall-2027-t2.xlsx"]
    assert figures_of(adopted.store, imports[0].id)[0].source == "rad 6"
    assert figures_for(adopted, AR, "T2").kalla.startswith("Ekonomisystemet, fil utfall-2027-t2.xlsx")
    assert figures_for(adopted, AR, "T1").leaves == ()


def test_a_sie_file_gives_a_namnds_figures(adopted: House) -> None:
    take_in(adopted, "utfall-2027-t1-bun.se", "T1")
    figures = figures_for(adopted, AR, "T1")
    assert [figures.netto(measure, "BUN") for measure in (BUDGET, UTFALL, ARSBUDGET)] == [352_000, 357_900, 1_048_600]


def test_what_the_key_does_not_know_is_told_with_its_amounts(adopted: House) -> None:
    text = "Belopp i kronor\nAnsvar;Konto;Verksamhet;Utfall\n2010;5011;440;1000\n9999;5011;440;500\n"
    receipt = import_figures(adopted, text.encode(), "x.csv", AR, "T2", by="Eva")
    assert (receipt.total, receipt.placed, receipt.unplaced) == ({UTFALL: 1500}, {UTFALL: 1000}, {UTFALL: 500})
    said = "\n".join(line(finding) for finding in receipt.findings).replace("\u00a0", " ")
    assert "Rad 4: ansvar 9999, konto 5011, verksamhet 440: utfall 500 kr hör inte till någon nämnd" in said
    assert "deras ramar är" in said  # a thousandth of the frame
    assert figures_in_effect(adopted, AR, "T2").unplaced == {UTFALL: 500}


def test_key_figures_stand_by_the_matt_they_are_of(adopted: House) -> None:
    receipt = import_kolada(adopted, (KALLOR / "kolada-2027.json").read_bytes(), "kolada.json", AR, by="Eva")
    assert receipt.stored
    said = "\n".join(line(finding) for finding in receipt.findings)
    assert "Det är inte noll utan saknas." in said
    found = {value.kpi: value for value in figures_for(adopted, AR, "AR").matt.values()}
    value = found["N99001"]
    assert value.kalla == f"Källa: Kolada (N99001, 2026), hämtad {value.hamtad}"
    assert str(value.varde) == "72.4"
    assert found["N99002"].ar == 2025


@pytest.mark.parametrize("case", WRONG_SOURCES, ids=lambda case: case.name)
def test_a_wrong_file_is_told_what_is_wrong_and_nothing_is_kept(adopted: House, case: WrongSource) -> None:
    blob = (KALLOR / "fel" / case.name).read_bytes()
    if case.kolada:
        findings = import_kolada(adopted, blob, case.name, AR, by="Eva").findings
    else:
        findings = import_figures(adopted, blob, case.name, AR, case.period, by="Eva").findings
    said = "\n".join(line(finding) for finding in findings).replace("\u00a0", " ")
    assert case.fras in said
    assert set(case.koder) <= {finding.code for finding in findings}
    assert figure_imports(adopted.store, FigureKind.EKONOMI, AR) == []


def test_the_command_says_what_was_read_and_ends_with_three_when_it_cannot(adopted: House, tmp_path: Path) -> None:
    def run(*words: object) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["--data", str(adopted.data), "figures", *map(str, words)])
        return done.exit_code, done.output.replace("\u00a0", " ")

    code, output = run(KALLOR / "utfall-2027-t2.csv", "--ar", AR, "--period", "T2", "--by", "Eva")
    assert code == 0
    assert "BUN\tSumma\t706 500\t695 000\t1 048 600\t1 062 000" in output
    assert "utfall-2027-t2.csv är inläst: 880 belopp" in output
    assert run("--ar", AR, "--period", "T2")[0] == 0
    assert run("--ar", AR, "--period", "T1")[0] == 3
    assert run(KALLOR / "fel" / "trasig.se", "--ar", AR, "--period", "T1")[0] == 3
    code, output = run("--kolada", "--ar", AR)
    assert (code, "MALKEDJAN_KOLADA" in output) == (3, True)
