"""The year turns: what lives on into the next plan, under which number, and what does not and why."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.chain.figures import ram_att_fordela
from service.chain.plans import Mrp, Verksamhetsplan
from service.chain.records import Resultat
from service.chain.values import State
from service.findings import line
from service.rules import Stage
from service.store import FILENAME, Account, PlanKey, Role, copy_database, entries, latest_version, plans_of_year
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.demo.followups import OCCASIONS, VP_ADOPTED, at_time, decided
from service.usecases.demo.year import AR, MRP_DECISION, SAMPLES
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.loading.judging import judged
from service.usecases.loading.plans import governing_mrp, load_mrp, load_vp, settings
from service.usecases.loading.year import year_to_begin_with
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare
from service.usecases.submitting.submit import submit
from service.usecases.trace import trace_number
from service.usecases.workbooks.carrying import carried_vp
from service.usecases.workbooks.handing_out import hand_out
from service.usecases.workbooks.turning import Opened, open_year
from service.word import visible_paragraphs

from .people import NOW, Person

NEXT = AR + 1
SPRING = datetime(2027, 5, 28, 9, tzinfo=UTC)
SN = PlanKey(Kind.VERKSAMHETSPLAN, "SN", NEXT)


def _sample(name: str) -> Person:
    return Person((SAMPLES / name).read_bytes())


def _taken_in(house: House, person: Person, name: str) -> None:
    receipt = submit(house, person.saved(), name, by="Eva")
    assert receipt.stored, [line(finding) for finding in receipt.findings]


def _rows(person: Person, sheet: str, heading: str, *, most: int = 60) -> Iterator[tuple[int, str]]:
    for row in range(1, most):
        value = person.cell(sheet, row, heading).value
        if value is not None:
            yield row, str(value)


@pytest.fixture(scope="session")
def going_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which the term goes on after 2027: of socialnämnden's results SN-1 lasts over 2028, the goals
    last until 2029; both plans are adopted, and followed up after April."""
    data = tmp_path_factory.mktemp("going-on")
    with open_house(data, lambda: NOW) as house:
        facts = _sample(f"installningar-{AR}.xlsx")
        facts.beside("Kommun", "Mandatperioden för målen börjar").value = date(2026, 1, 1)
        _taken_in(house, facts, "installningar.xlsx")
        _adopt_mrp(house)
        plan = _sample(f"verksamhetsplan-{AR}-sn.xlsx")
        plan.cell("Förväntade resultat", 1, "Period till").value = date(NEXT, 12, 31)
        plan.cell("Aktiviteter", 1, "Slut").value = date(NEXT, 3, 31)
        _taken_in(house, plan, "sn.xlsx")
        decided(house, PlanKey(Kind.VERKSAMHETSPLAN, "SN", AR), *VP_ADOPTED)
        _follow_up(at_time(house, OCCASIONS[0].sent_in))
        copy_database(house.store, data / "copy.db")
    return data


def _adopt_mrp(house: House) -> None:
    person = _sample(f"mrp-{AR}.xlsx")
    for row, _ in _rows(person, "Inriktningsmål", "Inriktningsmål"):
        person.type("Inriktningsmål", row, Gäller_från=date(2026, 1, 1), Gäller_till=date(2029, 12, 31))
    for row, label in _rows(person, "Förväntade resultat", "Beteckning"):
        if label == "SN-1" or not label.startswith("SN-"):
            person.type("Förväntade resultat", row, Period_till=date(NEXT, 12, 31))
    _taken_in(house, person, "mrp.xlsx")
    hand_in(house, PlanKey(Kind.MRP, "", AR), by="Ekonomichefen", acknowledge=True)
    adopt(house, PlanKey(Kind.MRP, "", AR), MRP_DECISION, by="Kommunsekreteraren")


def _follow_up(house: House) -> None:
    """The sample nämnd's report after April, its first activities each in a state of its own."""
    person = _sample(f"uppfoljning-{AR}-t1-sn.xlsx")
    for row, state in enumerate(("pågår enligt plan", "genomförd", "pågår med avvikelse", "pågår enligt plan"), 1):
        person.cell("Aktiviteter", row, "Läge").value = state
    _taken_in(house, person, "t1.xlsx")
    decided(house, PlanKey(Kind.UPPFOLJNING, "SN", AR, "", "T1"), *OCCASIONS[0].namnd)


@contextmanager
def _house_of(database: Path, folder: Path) -> Iterator[House]:
    folder.mkdir()
    shutil.copy(database, folder / FILENAME)
    with open_house(folder, lambda: SPRING) as house:
        yield house


@pytest.fixture
def turning(going_on: Path, tmp_path: Path) -> Iterator[House]:
    """A house of one's own at the turn of the year."""
    with _house_of(going_on / "copy.db", tmp_path / "turning") as house:
        yield house


@pytest.fixture(scope="session")
def opening(going_on: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Opened]:
    """A database in which the year was opened, and what that did."""
    folder = tmp_path_factory.mktemp("opening")
    with _house_of(going_on / "copy.db", folder / "data") as house:
        opened = open_year(house, NEXT, by="Ekonomen")
        copy_database(house.store, folder / "copy.db")
    return folder / "copy.db", opened


@pytest.fixture
def opened(opening: tuple[Path, Opened], tmp_path: Path) -> Iterator[House]:
    """A house of one's own in which the year has been opened."""
    with _house_of(opening[0], tmp_path / "opened") as house:
        yield house


@pytest.fixture(scope="session")
def told(opening: tuple[Path, Opened]) -> Opened:
    """What the opening did."""
    return opening[1]


def _mrp(house: House) -> Mrp:
    return load_mrp(house, governing_mrp(house, NEXT), settings(house, NEXT))


def _sn_1(mrp: Mrp) -> Resultat:
    return next(row for row in mrp.resultat if row.beteckning == "SN-1")


def _plan(house: House, ar: int) -> Verksamhetsplan:
    version = latest_version(house.store, PlanKey(Kind.VERKSAMHETSPLAN, "SN", ar))
    assert version is not None
    return load_vp(house, version, load_mrp(house, governing_mrp(house, ar), settings(house, ar)))


def _all_text(person: Person) -> str:
    return "\n".join(str(cell.value) for page in person.book for row in page.iter_rows() for cell in row if cell.value)


def _reasons(opened: Opened, namnd: str = "") -> dict[str, str]:
    return {left.nummer or left.text: left.skal for step in opened.steps if step.namnd == namnd for left in step.left}


def test_what_lasts_lives_on_under_a_new_number_and_the_rest_is_told_with_its_reason(
    opened: House, told: Opened
) -> None:
    before = load_mrp(opened, governing_mrp(opened, AR), settings(opened, AR))
    after = _mrp(opened)
    assert not told.new_term
    assert {mal.id: mal.nummer.text for mal in after.inriktningsmal} == {
        mal.id: mal.nummer.text for mal in before.inriktningsmal
    }
    assert all(mal.nummer.given for mal in after.inriktningsmal)
    old, new = _sn_1(before), _sn_1(after)
    assert (new.id, new.nummer.tidigare, new.nummer.given) == (old.id, old.nummer.text, False)
    ended = [row for row in before.resultat if row.id not in {row.id for row in after.resultat}]
    assert {row.namnd for row in ended} == {"SN"}
    assert {_reasons(told)[row.nummer.text] for row in ended} == {"gällde till och med 2027-12-31"}
    carried = {row.id for row in after.matt}
    assert all(row.id in carried or "förs inte vidare" in _reasons(told)[row.nummer.text] for row in before.matt)


def test_a_matt_begins_with_its_last_outcome_and_next_years_target(opened: House) -> None:
    before = load_mrp(opened, governing_mrp(opened, AR), settings(opened, AR))
    new = next(row for row in _mrp(opened).matt if row.hor_till == _sn_1(before).id)
    old = next(row for row in before.matt if row.id == new.id)
    assert (new.basvarde, new.basar, new.mal_1, new.mal_2, new.mal_3) == (15, "T1 2027", old.mal_2, old.mal_3, None)


def test_every_budget_moves_a_column(opened: House) -> None:
    before = load_mrp(opened, governing_mrp(opened, AR), settings(opened, AR))
    after = _mrp(opened)
    for old, new in zip(before.ramar, after.ramar, strict=True):
        assert (new.budget_forra, new.ram_1, new.ram_2, new.ram_3) == (old.ram_1, old.ram_2, old.ram_3, None)
    for old, new in zip(before.resultatbudget, after.resultatbudget, strict=True):
        assert (new.post, new.ar_1, new.ar_2, new.ar_3) == (old.post, old.ar_2, old.ar_3, None)
    for old, new in zip(before.balans, after.balans, strict=True):
        assert (new.forra, new.ar_1, new.ar_2, new.ar_3) == (old.ar_1, old.ar_2, old.ar_3, None)
    kept = {row.id: row for row in after.investeringar}
    for old in before.investeringar:
        later = (old.ar_2, old.ar_3, old.ar_4, old.ar_5)
        assert (old.id in kept) == any(later)
        if old.id in kept:
            new = kept[old.id]
            assert (new.ar_1, new.ar_2, new.ar_3, new.ar_4) == later


def test_a_namnds_workbook_holds_what_goes_on_and_says_what_does_not(opened: House, told: Opened) -> None:
    last = _plan(opened, AR)
    person = Person(hand_out(opened, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    kept = [text for _, text in _rows(person, "Aktiviteter", "Aktivitet")]
    assert kept == [str(last.aktiviteter[0].text), str(last.aktiviteter[2].text)]
    reasons = _reasons(told, "SN")
    assert reasons[last.aktiviteter[1].nummer.text] == "genomförd enligt uppföljningen"
    assert reasons[last.aktiviteter[3].nummer.text] == f"skulle vara klar {last.aktiviteter[3].slut}"
    assert {row.nummer.text for row in last.aktiviteter} == {last.aktiviteter[0].nummer.text,
                                                             last.aktiviteter[2].nummer.text} | (
        reasons.keys() & {row.nummer.text for row in last.aktiviteter}
    )  # fmt: skip
    assert "Aktiviteter: genomförd enligt uppföljningen (3.1.2, 3.3.2)" in _all_text(person)
    assert _all_text(person).count("skulle vara klar 2027") == 1
    assert "Tidigare 3.1.1" in person.cell("Aktiviteter", 1, "Nummer").comment.text
    assert "Tidigare 3.1" in person.cell("Förväntade resultat", 1, "Nummer").comment.text
    assert person.cell("Detaljbudget", 1, "Netto 2027").value == last.budget[0].netto
    assert person.cell("Detaljbudget", 1, "Intäkter").value is None
    assert person.beside("Texter", "Nämndens uppdrag").value
    assert person.beside("Grunduppgifter", "Diarienummer").value is None


def test_the_old_number_is_told_in_paper_and_trace_once_the_new_one_is_given(opened: House) -> None:
    old = _sn_1(load_mrp(opened, governing_mrp(opened, AR), settings(opened, AR)))
    _adopt_next_mrp(opened)
    new = _sn_1(_mrp(opened))
    assert (new.nummer.given, new.nummer.tidigare) == (True, old.nummer.text)
    _hand_in_next_plan(opened)
    first, second = _plan(opened, NEXT).aktiviteter
    assert [row.nummer.text for row in (first, second)] == [f"{new.nummer.text}.1", f"{new.nummer.text}.2"]
    assert [row.nummer.tidigare for row in (first, second)] == [f"{old.nummer.text}.1", f"{old.nummer.text}.3"]
    said = "\n".join(traced.origin.what for traced in trace_number(opened, second.nummer.text, NEXT))
    assert f"tidigare {second.nummer.tidigare}, år 2027" in said
    for kind, namnd in (("mrp", ""), ("verksamhetsplan", "SN")):
        printed = "\n".join(visible_paragraphs(prepare(opened, Order(kind, NEXT, namnd)).render()))
        assert f"(tidigare\u00a0{old.nummer.text})" in printed


def _adopt_next_mrp(house: House) -> None:
    """What people still have to fill in: the plan's last year, here as the one before it."""
    person = Person(hand_out(house, Kind.MRP, NEXT))
    person.fill("Grunduppgifter", Diarienummer="KS 2027/101")
    for sheet in ("Driftbudget", "Centrala poster", "Resultatbudget", "Kassaflödesbudget", "Balansbudget"):
        for row, _ in _rows(person, sheet, f"Plan {NEXT + 1}"):
            person.cell(sheet, row, f"Plan {NEXT + 2}").value = person.cell(sheet, row, f"Plan {NEXT + 1}").value
    moved = sum(Decimal(flow) for _, flow in _rows(person, "Kassaflödesbudget", f"Plan {NEXT + 2}"))
    for row, sign in ((3, 1), (1, -1)):  # likvida medel and anläggningstillgångar
        person.cell("Balansbudget", row, f"Plan {NEXT + 2}").value += sign * moved
    _taken_in(house, person, "mrp-2028.xlsx")
    hand_in(house, PlanKey(Kind.MRP, "", NEXT), by="Ekonomichefen", acknowledge=True)
    decision = replace(MRP_DECISION, datum=date(2027, 6, 16), dnr="KS 2027/101")
    adopt(house, PlanKey(Kind.MRP, "", NEXT), decision, by="Kommunsekreteraren")


def _hand_in_next_plan(house: House) -> None:
    """The year's budget, spread as last year's was, and what the nämnd certifies anew."""
    person = Person(hand_out(house, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    person.fill("Grunduppgifter", Diarienummer="SN 2027/214", Resultaten_strider_inte_mot_varandra="Ja",
                Resultaten_ryms_i_ramen="Ja")  # fmt: skip
    last = [Decimal(net) for _, net in _rows(person, "Detaljbudget", "Netto 2027")]
    more = sum(ram_att_fordela(_mrp(house), "SN").values()) - sum(last)
    for row, net in enumerate([last[0] + more, *last[1:]], 1):
        person.type("Detaljbudget", row, Intäkter=0, Personalkostnader=net, Lokalkostnader=0, Övriga_kostnader=0,
                    Kapitalkostnader=0)  # fmt: skip
    _taken_in(house, person, "sn-2028.xlsx")
    hand_in(house, SN, by="Förvaltningschefen", acknowledge=True)


def test_an_activity_carried_on_and_on_warns(opened: House) -> None:
    person = Person(hand_out(opened, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    assert [int(value) for _, value in _rows(person, "Aktiviteter", "Funnits sedan")] == [2026, 2027]
    _taken_in(opened, person, "sn-2028.xlsx")
    version = latest_version(opened.store, SN)
    assert version is not None
    findings = judged(opened, version, Stage.SUBMIT)
    assert [f.details["sedan"] for f in findings if "R69" in f.rules] == ["2026"]
    assert "R53-kostnad" not in {f.code for f in findings}  # nothing can be told of a budget not yet filled in


def test_opening_twice_is_harmless_and_leaves_what_people_have_sent_in(opened: House, told: Opened) -> None:
    stands = plans_of_year(opened.store, NEXT)
    logged = len(entries(opened.store))
    again = open_year(opened, NEXT, by="Någon annan")
    assert not told.already
    assert "av Ekonomen" in again.already
    assert plans_of_year(opened.store, NEXT) == stands
    assert len(entries(opened.store)) == logged
    assert (entries(opened.store)[-1]["action"], entries(opened.store)[-1]["by"]) == ("year-open", "Ekonomen")


def test_a_draft_that_stands_is_left_alone(turning: House) -> None:
    _taken_in(turning, Person(hand_out(turning, Kind.MRP, NEXT)), "mrp-2028.xlsx")
    stands = latest_version(turning.store, PlanKey(Kind.MRP, "", NEXT))
    opened = open_year(turning, NEXT, by="Ekonomen")
    assert latest_version(turning.store, PlanKey(Kind.MRP, "", NEXT)) == stands
    assert any("orörd" in step.gjort for step in opened.steps)


def test_a_year_without_a_plan_before_it_cannot_be_opened(adopted: House) -> None:
    with pytest.raises(Refused) as no:
        open_year(adopted, NEXT + 1, by="Ekonomen")
    assert "2028" in line(no.value.findings[0])
    assert not plans_of_year(adopted.store, NEXT + 1)


def test_a_new_mandatperiod_starts_clean(planned: House) -> None:
    opened = open_year(planned, NEXT, by="Ekonomen")
    after = _mrp(planned)
    assert opened.new_term
    assert not after.inriktningsmal
    assert not after.resultat
    assert not after.matt
    assert after.ramar
    assert after.namndtexter
    assert settings(planned, NEXT).kommun.mandatperiod_fran == date(NEXT, 1, 1)
    assert settings(planned, NEXT).kommun.valar == 2026
    before, now = ({row.avser for row in settings(planned, ar).beslut} for ar in (AR, NEXT))
    assert before - now == {"tidsplan", "anvisningar och ramar"}  # else the new year's deadlines would look done
    assert {left.text.partition(",")[0] for left in opened.steps[0].left} == before - now
    carried = carried_vp(planned, "SN", after)
    assert not carried.count("aktivitet")
    assert carried.count("vb")
    assert carried.count("budgetrad")
    assert any("ny mandatperiod" in left.skal for left in carried.left)


def test_every_workbook_lies_ready_to_be_sent_out_and_can_be_sent_in(planned: House, tmp_path: Path) -> None:
    opened = open_year(planned, NEXT, by="Ekonomen", folder=tmp_path / "ut")
    assert {path.name for path in opened.files} >= {"installningar-2028.xlsx", "mrp-2028.xlsx",
                                                    "verksamhetsplan-2028-sn.xlsx"}  # fmt: skip
    assert len(opened.files) == len(opened.steps)
    plan = tmp_path / "ut" / "verksamhetsplan-2028-sn.xlsx"
    receipt = submit(planned, plan.read_bytes(), plan.name, by="Eva")
    assert receipt.state is State.UTKAST, [line(finding) for finding in receipt.findings]


@pytest.mark.parametrize(
    ("today", "shown"), [((2026, 11, 29), AR), ((2027, 3, 1), AR), ((2027, 9, 1), NEXT), ((2028, 2, 1), NEXT)]
)
def test_one_begins_with_the_year_that_is_at_work_by_the_date(
    planned: House, today: tuple[int, int, int], shown: int
) -> None:
    open_year(planned, NEXT, by="Ekonomen")
    then = replace(planned, now=lambda: datetime(*today, 9, tzinfo=UTC))
    who = Account("e", "e@x.se", "Ekonomen", frozenset({Role.EKONOM}), frozenset(), NOW)
    assert year_to_begin_with(then, who).ar == shown  # type: ignore[union-attr]
