"""Whether a file is one of the service's, told to somebody: of a paper that they may not read, no more than nothing."""

from service.store import Account, documents_of_file

from .house import House
from .papers import reads
from .verify import Verdict, Verified, verify


def verified(house: House, who: Account, content: bytes) -> Verified:
    """What the service knows of a file's bytes, where it is a paper that they may read; else that it is unknown."""
    found = verify(house, content)
    if found.document is None:
        return found
    written = documents_of_file(house.store, found.document.sha256)
    return found if any(reads(who, one) for one in written) else Verified(Verdict.UNKNOWN)
