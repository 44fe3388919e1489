"""People are known by their accounts: a name may be changed, and be another's later."""

from dataclasses import replace

from service.store import Account, Role, add_entry, save_account
from service.usecases.house import House
from service.usecases.oversight.logbook import log_page
from service.usecases.submitting.upload import own_attempt, upload
from service.workbooks import read

from .people import NOW

EVA = Account("konto-1", "eva@exempelkommun.se", "Eva", frozenset({Role.LASARE}), frozenset(), NOW)


def test_who_gets_a_name_that_was_anothers_sees_none_of_their_refused_uploads_and_is_not_taken_for_them(
    house: House,
) -> None:
    save_account(house.store, EVA)
    sent = upload(
        house, EVA, None, read(b"no workbook", "plan.xlsx"), b"no workbook", "plan.xlsx", proposal="", reason=""
    )
    add_entry(house.store, NOW, "Eva", "sign-in", EVA.email, {})
    add_entry(house.store, NOW, "root", "generate", "verksamhetsplan 2027", {})
    married, other = replace(EVA, name="Eva Ek"), replace(EVA, id="konto-2", email="e@exempelkommun.se")
    save_account(house.store, married)
    save_account(house.store, other)
    assert own_attempt(house, married, sent.attempt)
    assert own_attempt(house, other, sent.attempt) is None
    add_entry(house.store, NOW, "Eva", "sign-in", other.email, {})
    assert [line.by for line in log_page(house).lines] == ["Eva", "root", "Eva (nu Eva Ek)"]
