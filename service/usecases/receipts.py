"""A receipt in parts, for programs: the same on the command line as in the API."""

from typing import Any

from service.findings import as_json, worst_first

from .submitting.submit import Receipt


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """What came of an upload as JSON values, its findings worst first."""
    return {
        "inlast": receipt.stored, "tillstand": receipt.state.value if receipt.state else None,
        "version": receipt.version or None, "inlamning": receipt.submission or None,
        "iakttagelser": [as_json(finding) for finding in worst_first(receipt.findings)],
    }  # fmt: skip
