"""The year turns: what lives on into the next plan, under which number, and what does not and why."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.chain.plans import Mrp
from service.chain.values import State
from service.findings import line
from service.rules import Stage
from service.store import FILENAME, PlanKey, copy_database, entries, latest_version, plans_of_year
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.carrying import carried_vp
from service.usecases.demo import AR, MRP_DECISION, SAMPLES
from service.usecases.demo_followups import VP_ADOPTED, decided
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.judging import judged
from service.usecases.orders import Order
from service.usecases.plans import governing_mrp, load_mrp, load_vp, settings
from service.usecases.preparing import prepare
from service.usecases.submit import submit
from service.usecases.trace import trace_number
from service.usecases.workbook import hand_out
from service.usecases.year import Opened, open_year
from service.word import visible_paragraphs

from .people import NOW, Person

NEXT = AR + 1
SN = PlanKey(Kind.VERKSAMHETSPLAN, "SN", NEXT)


def _sample(name: str) -> Person:
    return Person((SAMPLES / name).read_bytes())


def _taken_in(house: House, person: Person, name: str) -> None:
    receipt = submit(house, person.saved(), name, by="Eva")
    assert receipt.stored, [line(finding) for finding in receipt.findings]


def _rows(person: Person, sheet: str, heading: str, *, most: int = 60) -> Iterator[tuple[int, str]]:
    for row in range(1, most):
        if value := person.cell(sheet, row, heading).value:
            yield row, str(value)


@pytest.fixture(scope="session")
def going_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which the term goes on after 2027: socialnämnden's result SN-1 lasts over 2028, the goals
    until 2029; the plan is adopted and followed up after April."""
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
        _follow_up(house)
        copy_database(house.store, data / "copy.db")
    return data


def _adopt_mrp(house: House) -> None:
    person = _sample(f"mrp-{AR}.xlsx")
    original = (SAMPLES / f"mrp-{AR}.xlsx").read_bytes()  # what the samples of the nämnder were filled in from
    assert submit(house, original, "mrp.xlsx", by="Eva").stored
    for row, _ in _rows(person, "Inriktningsmål", "Inriktningsmål"):
        person.type("Inriktningsmål", row, Gäller_från=date(2026, 1, 1), Gäller_till=date(2029, 12, 31))
    for row, label in _rows(person, "Förväntade resultat", "Beteckning"):
        if label == "SN-1":
            person.type("Förväntade resultat", row, Period_till=date(NEXT, 12, 31))
    _taken_in(house, person, "mrp.xlsx")
    hand_in(house, PlanKey(Kind.MRP, "", AR), by="Ekonomichefen", acknowledge=True)
    adopt(house, PlanKey(Kind.MRP, "", AR), MRP_DECISION, by="Kommunsekreteraren")


def _follow_up(house: House) -> None:
    person = Person(hand_out(house, Kind.UPPFOLJNING, AR, "SN", period="T1"))
    person.cell("Aktiviteter", 1, "Läge").value = "pågår enligt plan"
    person.cell("Aktiviteter", 2, "Läge").value = "genomförd"
    person.cell("Aktiviteter", 3, "Läge").value = "pågår med avvikelse"
    for row, _ in _rows(person, "Mått", "Mått"):
        person.cell("Mått", row, "Utfall").value = 12
    _taken_in(house, person, "t1.xlsx")
    key = PlanKey(Kind.UPPFOLJNING, "SN", AR, "", "T1")
    version = latest_version(house.store, key)
    assert version is not None
    house.store.db.execute("update [plan] set state = 'inlämnad' where kind = 'uppfoljning'")  # however it was judged
    house.store.db.conn.commit()


@pytest.fixture
def turning(going_on: Path, tmp_path: Path) -> Iterator[House]:
    """A house of one's own at the turn of the year."""
    (tmp_path / "turning").mkdir()
    shutil.copy(going_on / "copy.db", tmp_path / "turning" / FILENAME)
    with open_house(tmp_path / "turning", lambda: NOW) as house:
        yield house


def _mrp(house: House) -> Mrp:
    return load_mrp(house, governing_mrp(house, NEXT), settings(house, NEXT))


def _reasons(opened: Opened, namnd: str = "") -> dict[str, str]:
    return {left.nummer or left.text: left.skal for step in opened.steps if step.namnd == namnd for left in step.left}


def test_what_lasts_lives_on_under_a_new_number_and_the_rest_is_told_with_its_reason(turning: House) -> None:
    before = load_mrp(turning, governing_mrp(turning, AR), settings(turning, AR))
    opened = open_year(turning, NEXT, by="Ekonomen")
    after = _mrp(turning)
    assert not opened.new_term
    assert {mal.id: mal.nummer.text for mal in after.inriktningsmal} == {
        mal.id: mal.nummer.text for mal in before.inriktningsmal
    }
    assert all(mal.nummer.given for mal in after.inriktningsmal)
    [resultat] = after.resultat
    [old] = [row for row in before.resultat if row.id == resultat.id]
    assert (old.beteckning, resultat.nummer.tidigare, resultat.nummer.given) == ("SN-1", old.nummer.text, False)
    assert resultat.nummer.text.endswith(".1")
    ended = {row.nummer.text for row in before.resultat} - {old.nummer.text}
    assert ended <= _reasons(opened).keys()
    carried = {row.id for row in after.matt}
    assert all(row.id in carried or row.nummer.text in _reasons(opened) for row in before.matt)
    on_result = next(row for row in after.matt if row.hor_till == resultat.id)
    was = next(row for row in before.matt if row.id == on_result.id)
    assert (on_result.basvarde, on_result.mal_1, on_result.mal_2) == (12, was.mal_2, was.mal_3)
    assert after.ramar[0].budget_forra == before.ramar[0].ram_1
    assert after.ramar[0].ram_1 == before.ramar[0].ram_2


def test_a_namnds_workbook_holds_what_goes_on_and_says_what_does_not(turning: House) -> None:
    opened = open_year(turning, NEXT, by="Ekonomen")
    last = load_vp(turning, latest_version(turning.store, PlanKey(Kind.VERKSAMHETSPLAN, "SN", AR)),  # type: ignore[arg-type]
                   load_mrp(turning, governing_mrp(turning, AR), settings(turning, AR)))  # fmt: skip
    person = Person(hand_out(turning, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    kept = [text for _, text in _rows(person, "Aktiviteter", "Aktivitet")]
    assert kept == [str(last.aktiviteter[0].text), str(last.aktiviteter[2].text)]
    reasons = _reasons(opened, "SN")
    assert "genomförd" in reasons[last.aktiviteter[1].nummer.text]
    assert "skulle vara klar" in reasons[last.aktiviteter[3].nummer.text]
    assert len(reasons) >= len(last.aktiviteter) - len(kept)
    assert "Tidigare" in person.cell("Aktiviteter", 1, "Nummer").comment.text
    assert person.cell("Detaljbudget", 1, "Netto 2027").value == last.budget[0].netto
    assert person.cell("Detaljbudget", 1, "Intäkter").value is None
    assert person.beside("Texter", "Nämndens uppdrag").value
    assert person.beside("Grunduppgifter", "Diarienummer").value is None
    duties = [row for row in last.uppdrag if not row.nummer]
    assert len(list(_rows(person, "Verksamhetsbeskrivning", "Uppdrag eller åtagande"))) <= len(duties)


def test_the_old_number_is_told_in_paper_and_trace_once_the_new_one_is_given(turning: House) -> None:
    open_year(turning, NEXT, by="Ekonomen")
    house = turning
    _hand_in_anyway(house, PlanKey(Kind.MRP, "", NEXT))
    [resultat] = _mrp(house).resultat
    assert resultat.nummer.given
    person = Person(hand_out(house, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    _taken_in(house, person, "sn-2028.xlsx")
    _hand_in_anyway(house, SN)
    plan = load_vp(house, latest_version(house.store, SN), _mrp(house))  # type: ignore[arg-type]
    first = plan.aktiviteter[0]
    assert first.nummer.given
    assert first.nummer.text.startswith(f"{resultat.nummer.text}.")
    assert first.nummer.tidigare == f"{resultat.nummer.tidigare}.1"
    told = "\n".join(traced.origin.what for traced in trace_number(house, first.nummer.text, NEXT))
    assert f"tidigare {first.nummer.tidigare}, år 2027" in told
    for kind, namnd in (("mrp", ""), ("verksamhetsplan", "SN")):
        printed = "\n".join(visible_paragraphs(prepare(house, Order(kind, NEXT, namnd)).content))
        assert f"(tidigare\u00a0{resultat.nummer.tidigare})" in printed


def _hand_in_anyway(house: House, key: PlanKey) -> None:
    """Give the numbers, whatever the rules still ask of the year's new amounts and texts."""
    from service.usecases import hand_in as room

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_stop", lambda *_: None)
        hand_in(house, key, by="Ekonomen", acknowledge=True)


def test_an_activity_carried_on_and_on_warns(turning: House) -> None:
    open_year(turning, NEXT, by="Ekonomen")
    person = Person(hand_out(turning, Kind.VERKSAMHETSPLAN, NEXT, "SN"))
    assert [int(value) for _, value in _rows(person, "Aktiviteter", "Funnits sedan")] == [2026, 2027]
    _taken_in(turning, person, "sn-2028.xlsx")
    version = latest_version(turning.store, SN)
    assert version is not None
    old = [f for f in judged(turning, version, Stage.SUBMIT) if "R69" in f.rules]
    assert [f.details["sedan"] for f in old] == ["2026"]


def test_opening_twice_is_harmless_and_leaves_what_people_have_sent_in(turning: House) -> None:
    open_year(turning, NEXT, by="Ekonomen")
    stands = plans_of_year(turning.store, NEXT)
    logged = len(entries(turning.store))
    again = open_year(turning, NEXT, by="Någon annan")
    assert "av Ekonomen" in again.already
    assert plans_of_year(turning.store, NEXT) == stands
    assert len(entries(turning.store)) == logged
    assert entries(turning.store)[-1]["action"] == "year-open"
    assert entries(turning.store)[-1]["by"] == "Ekonomen"


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
