"""Meetings in addresses: `sn-2026-12-10`, for the meeting that is named `SN 2026-12-10`.

A name holds no full stop, which stands for the blanks beside the one before the day. Case is no part of a name.
"""

import re

PATTERN = r"[^/]+"
_NAMED = re.compile(r"([^ ]+) (\d{4}-\d{2}-\d{2})(?= |$)")
_ADDRESSED = re.compile(r"([^.]+)-(\d{4}-\d{2}-\d{2})(?=\.|$)")


def address_of_meeting(name: str) -> str:
    """The name as it stands in addresses."""
    return _NAMED.sub(r"\1-\2", " ".join(name.casefold().split()), count=1).replace(" ", ".")


def meeting_at(address: str) -> str:
    """The name that an address stands for, as `find_meeting` knows it."""
    return _ADDRESSED.sub(r"\1 \2", address, count=1).replace(".", " ")
