"""Whether a file is one of the service's, told to somebody: of a paper that they may not read, no more than nothing."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.store import Account, Registered, documents_of_file, latest_version

from ..house import House
from ..meetings.package_orders import packages_seen
from ..verify import Verdict, Verified, verify
from .written import reads


def verified(house: House, who: Account, content: bytes) -> Verified:
    """What the service knows of a file's bytes, where it is a paper that they may read, or a file of a package that
    they may take home; else that it is unknown. `is_open` tells whether it has a page of its own for them."""
    found = verify(house, content)
    if found.document is None:
        return found
    written = documents_of_file(house.store, found.document.sha256)
    may_read = any(reads(who, one) for one in written)
    if not may_read and not any(_is_handed_out(house, who, one) for one in written):
        return Verified(Verdict.UNKNOWN)
    return replace(found, is_open=may_read and bool(found.document.template))


def _is_handed_out(house: House, who: Account, one: Registered) -> bool:
    """Whether it is a file of a meeting's package that somebody may take home."""
    version = latest_version(house.store, one.plan) if one.plan.kind is Kind.MOTE else None
    packages = packages_seen(house, who, version) if version else ()
    return any(file.sha256 == one.document.sha256 for package in packages for file in package.files)
