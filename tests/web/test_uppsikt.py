"""Uppsikt: how it goes for every nämnd, for those who have it; by the pages and by the API."""

import pytest
from flask import Flask

from service.chain.ekonomi import namndens_ekonomi
from service.store import latest_version
from service.usecases.demo.year import AR
from service.usecases.house import open_house
from service.usecases.loading.followups import load_uppfoljning

from .conftest import Opened, entered, key_of
from .town import APPROVED, DRAFTED, REPORTED, REPORTING

PAGE = f"/uppsikt/{AR}"


def test_money_results_and_what_is_late_are_told_of_what_is_reported_and_of_no_draft(late: Flask) -> None:
    browser = entered(late, "ekonom")
    start = browser.open("/")
    assert "2 av 8 nämnder har rapporterat" in start.text
    assert PAGE in start.links()
    page = browser.open(PAGE)
    rows = {row[0]: row[1:] for row in page.rows("//section[@aria-labelledby='ekonomi']")}
    with open_house(late.config["MALKEDJAN"].data, lambda: REPORTING) as house:
        sums = []
        for key, name in ((REPORTED, "Kultur- och fritidsnämnden"), (APPROVED, "Miljö- och hälsoskyddsnämnden")):
            version = latest_version(house.store, key)
            assert version is not None
            found = namndens_ekonomi(load_uppfoljning(house, version))
            sums.append(found)
            assert [amount(cell) for cell in rows[name][1:4]] == [
                found.budget_helar, found.prognos, found.prognosavvikelse
            ]  # fmt: skip
            assert rows[name][0] == "Januari–april"
            assert rows[name][4].endswith(" %")
    assert rows["Barn- och utbildningsnämnden"] == ["○Har inte rapporterat"]  # its report is a draft
    together = rows["De som har rapporterat"]
    assert amount(together[3]) == sum(one.prognosavvikelse for one in sums)
    assert not any(row.startswith("Hela kommunen") for row in rows)  # its figures are a draft
    results = {row[0]: row[1:] for row in page.rows("//section[@aria-labelledby='resultaten']")}
    totals = [int(row[-1]) for name, row in results.items() if name not in ("Nämnd", "Tillsammans")]
    assert int(results["Tillsammans"][-1]) == sum(totals)
    overdue = page.rows("//section[@aria-labelledby='sent']")
    assert ["Barn- och utbildningsnämnden", "Uppföljning januari–april"] in [row[:2] for row in overdue]
    assert not [row for row in overdue if row[0] == "Miljö- och hälsoskyddsnämnden" and "april" in row[1]]
    assert "Ingen nämnd har rapporterat för den perioden" in browser.open(f"{PAGE}?period=AR").text


def amount(cell: str) -> int:
    return int(cell.replace(" ", "").replace("−", "-"))


@pytest.mark.parametrize("who", ["admin", "ekonom", "ks"])
def test_before_any_report_it_says_so_to_those_who_have_uppsikt(seen_by: Opened, who: str) -> None:
    page = seen_by(who).open(PAGE)
    assert f"Ingen nämnd har rapporterat för {AR} ännu" in page.text
    assert not page.tree.xpath("//table[contains(@class, 'figures')]")
    assert PAGE in seen_by(who).open("/").links()


@pytest.mark.parametrize("who", ["bun", "sekreterare", "lasare", "mallansvarig"])
def test_others_find_no_way_there(seen_by: Opened, who: str) -> None:
    assert PAGE not in seen_by(who).open("/").links()
    seen_by(who).open(PAGE, 403)


def test_the_api_says_the_same(late: Flask) -> None:
    client = late.test_client(use_cookies=False)
    told = client.get(f"/api/v1/ar/{AR}/uppsikt", headers=key_of(late, "ks")).json
    by_namnd = {one["namnd"]: one for one in told["namnder"]}
    assert by_namnd["BUN"] == {"namnd": "BUN", "period": None, "ekonomi": None, "resultat": None}
    parts = [by_namnd[kod]["ekonomi"] for kod in ("KFN", "MHN")]
    assert told["summa"]["avvikelse"] == sum(one["budget"] - one["prognos"] for one in parts)
    assert told["period"] == "T1"
    assert DRAFTED.namnd in {one["namnd"] for one in told["sena"]}
    assert client.get(f"/api/v1/ar/{AR}/uppsikt", headers=key_of(late, "bun")).status_code == 403
