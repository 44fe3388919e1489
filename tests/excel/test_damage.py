"""A damaged template is refused; nothing else comes out of it than a workbook or a fault."""

import re
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from service.excel import TemplateFault, fill

from .build import budget, name_cell, rows, with_parts

TEMPLATE = budget(lambda sheet: name_cell(sheet, "falt_x", "$B$2"))
PARTS = (
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/tables/table1.xml",
    "xl/styles.xml",
)
PIECES = ["", "0", "-1", "99999999999", "x", "A1", "A1:B2", "B2:A1", "#REF!", "(", "T[", "Budget[", "XFE9", "1,5"]
VALUE = re.compile(r'="([^"]*)"|>([^<>]+)<')


def filled_or_refused(template):
    with suppress(TemplateFault):
        fill(template, {"falt_x": "y"}, {"Budget": rows((1, 2), (3, 4))})


@given(st.sampled_from(PARTS), st.sampled_from(PIECES), st.integers(0))
@settings(max_examples=150, deadline=None)
def test_an_attribute_or_text_that_says_something_else(part, piece, chosen):
    def damaged(markup):
        found = list(VALUE.finditer(markup))
        match = found[chosen % len(found)]
        group = 1 if match[1] is not None else 2
        return markup[: match.start(group)] + piece + markup[match.end(group) :]

    filled_or_refused(with_parts(TEMPLATE, {part: damaged}))


@given(st.integers(0, len(TEMPLATE) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_file_with_other_bytes_in_it(at, damage):
    filled_or_refused(TEMPLATE[:at] + damage + TEMPLATE[at + len(damage) :])


@given(st.binary(max_size=200))
@settings(max_examples=30, deadline=None)
def test_a_file_of_any_bytes(blob):
    filled_or_refused(blob)
