"""The order in which names are shown: the Swedish alphabet's, whoever keeps them."""

from datetime import UTC, datetime
from pathlib import Path

from service.chain.plans import swedish
from service.store import FILENAME, Account, Role, Store, all_accounts, save_account

IN_ORDER = ["Adam Ek", "Édith Ek", "Erik Ek", "Ürsula Ek", "Zara Ek", "ållan Ek", "Ängla Ek", "Örjan Ek"]


def test_names_stand_in_the_order_of_the_swedish_alphabet(tmp_path: Path) -> None:
    assert sorted(sorted(IN_ORDER), key=swedish) == IN_ORDER
    store, now = Store(tmp_path / FILENAME), datetime(2026, 11, 1, tzinfo=UTC)
    for name in sorted(IN_ORDER):
        save_account(store, Account(name, f"{name[:2]}@kommunen.se", name, frozenset([Role.LASARE]), frozenset(), now))
    assert [account.name for account in all_accounts(store)] == IN_ORDER
