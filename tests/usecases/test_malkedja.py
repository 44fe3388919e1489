"""Målkedjan out of the house: from the plans alone, from the newest reports, from the period asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from schemas.workbooks import Period
from service.documents import hela_kedjan
from service.usecases.answers import Refused
from service.usecases.house import House
from service.usecases.loading.plans import governing_mrp
from service.usecases.papers.generate import generate
from service.usecases.papers.malkedja import load_kedja
from service.usecases.papers.orders import Order, orders_of_year

from .test_followup_road import reported

CHAIN = Order("malkedja", 2027)


def said(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_before_any_follow_up_the_chain_is_the_plans(planned: House, tmp_path: Path) -> None:
    assert CHAIN in list(orders_of_year(planned, 2027))
    written = generate(planned, CHAIN, tmp_path)
    assert written.path.name == "malkedja-2027.docx"
    assert written.title == "Målkedjan 2027, före uppföljning"
    text = said(written.path)
    assert "Ingen uppföljning är rapporterad ännu." in text
    assert "ännu ej följt upp" in text
    assert "genomförd" not in text
    assert "pågår" not in text


def test_each_result_has_its_newest_judgement_and_the_others_say_that_they_have_none(
    planned: House, tmp_path: Path
) -> None:
    reported(planned)
    kedja = load_kedja(planned, governing_mrp(planned, 2027))
    under = [led for mal in kedja.mrp.gallande_mal for led in kedja.under(mal)]
    assert {led.namnd for led in under if led.lage} == {"SN"}
    assert len(under) == len(kedja.mrp.gallande_resultat)
    text = said(generate(planned, CHAIN, tmp_path).path)
    assert "(januari–april 2027)" in text
    assert "ännu ej följt upp" in text


def test_a_period_that_nobody_has_reported_shows_nobodys_judgement(planned: House, tmp_path: Path) -> None:
    reported(planned)
    written = generate(planned, Order("malkedja", 2027, period="t2"), tmp_path)
    assert written.path.name == "malkedja-2027-t2.docx"
    assert "Har inte rapporterat perioden: " in said(written.path)
    assert load_kedja(planned, governing_mrp(planned, 2027), "T2").rapport is not None


def test_an_unknown_period_is_refused_with_those_there_are(planned: House, tmp_path: Path) -> None:
    with pytest.raises(Refused) as no:
        generate(planned, Order("malkedja", 2027, period="T4"), tmp_path)
    assert no.value.findings[0].details["val"] == "T1, T2, AR"


def test_who_has_not_reported_the_newest_period_is_shown_by_its_earlier_one(planned: House, tmp_path: Path) -> None:
    reported(planned)
    own = load_kedja(planned, governing_mrp(planned, 2027))
    late = own.rapport
    assert late is not None
    other = replace(late, rapporter=late.rapporter, saknas=own.installningar.ordered(2027), period=Period.T2)
    context = hela_kedjan.context_for(replace(own, rapport=other), lambda text: text)
    assert "Socialnämnden" in context.saknas
    assert context.tidigare == "Socialnämnden"
    judged = {result.bedomd for goal in context.mal for result in goal.resultat if result.kod == "SN"}
    assert judged == {"januari–april 2027"}
