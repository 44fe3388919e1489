"""The API: the use cases as JSON under /api/v1, for programs that act for somebody by a token. A door, as the pages."""

from .doorway import Doorway, caller
from .mounting import ROOMS, WRITING, init_api, is_api_address, is_own, openapi
from .problems import answer_with_problem
from .rooms import PREFIX

__all__ = [
    "PREFIX", "ROOMS", "WRITING", "Doorway", "answer_with_problem", "caller", "init_api", "is_api_address", "is_own",
    "openapi",
]  # fmt: skip
