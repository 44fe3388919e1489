"""A template cannot fill the machine, run for ever, or reach what is not its own: each attempt is a fault with a place."""

# ruff: noqa: E501  # each attempt stands on a line of its own

import time
from datetime import date
from decimal import Decimal

import pytest

from service.word import TemplateFault, render

from .build import template

BOMBS = {
    "loops": "{% for a0 in range(1000) %}{% for a1 in range(1000) %}{% for a2 in range(1000) %}{% for a3 in range(1000) %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "loops2": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "mul": "{{ 'a'*50000000 }}",
    "mulnest": "{{ ('a'*1000)*(1000)*1000 }}",
    "pow": "{{ 9**9**9 }}",
    "pct": "{{ '%1000000000d' % 1 }}",
    "fmt": "{{ '%1000000000d'|format(1) }}",
    "strfmt": "{{ '{:1000000000}'.format(1) }}",
    "center": "{{ 'a'|center(1000000000) }}",
    "centerkw": "{{ 'a'|center(width=1000000000) }}",
    "ljust": "{{ 'a'.ljust(1000000000) }}",
    "zfill": "{{ 'a'.zfill(1000000000) }}",
    "expand": "{{ '\\t'.expandtabs(1000000000) }}",
    "join": "{{ range(100000)|join('x'*1000000) }}",
    "replace": "{{ ('a'*1000000)|replace('a','b'*1000000) }}",
    "replace0": "{{ ('a'*1000000)|replace('','b'*1000000) }}",
    "replacem": "{{ ('a'*1000000).replace('a','b'*1000000) }}",
    "tilde": "{% set ns=namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x|length }}",
    "plus": "{% set ns=namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}",
    "listplus": "{% set ns=namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}",
    "laughs": "{% set ns=namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|string }}",
    "laughs~": "{% set ns=namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x ~ '' }}",
    "laughs==": "{% set ns=namespace(x=[1],y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ 'a' if ns.x == ns.y }}",
    "laughsin": "{% set ns=namespace(x=[1],y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ 'a' if ns.x in [ns.y] }}",
    "laughstest": "{% set ns=namespace(x=[1],y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ 'a' if ns.x is eq(ns.y) }}",
    "laughshash": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ {ns.x: 1}|length }}",
    "laughsget": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ {1:2}[ns.x] }}",
    "laughsuniq": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ [ns.x]|unique|list|length }}",
    "laughsprint": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ ns.x }}",
    "laughstkr": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ ns.x|tkr }}",
    "laughsmix": "{% set ns=namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ [ns.x]|map('string')|join }}",
    "changed": "{% set ns=namespace(x=[1],y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{% for i in [ns.x, ns.y] %}{{ 'x' if loop.changed(i) }}{% endfor %}",
    "setblock": "{% set ns=namespace(x='ab') %}{% for i in range(60) %}{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}{% endfor %}{{ ns.x }}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "recursion2": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "recloop": "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "recloop2": "{% for x in [1,2] recursive %}{{ loop([1,2]) if loop.depth < 40 }}{% endfor %}",
    "block": "{% block b %}{{ self.b() }}{% endblock %}",
    "filterinloop": "{% for i in range(99999) %}{% if range(99999)|sum %}{% endif %}{% endfor %}",
    "batch": "{{ [1]|batch(1000000000, 0)|list|length }}",
    "slice": "{{ [1]|slice(1000000000)|list|length }}",
    "round": "{{ 1|round(1000000000) }}",
    "bigint": "{% set ns=namespace(x=99999) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x }}",
    "tobytes": "{{ (5).to_bytes(1000000000,'big') }}",
    "strftime": "{{ d.strftime('%1000000000d') }}",
    "indent": "{{ 'a\\nb'|indent(1000000000) }}",
    "wordwrap": "{{ ('a '*400000)|wordwrap(1, wrapstring='b'*1000) }}",
    "trunc": "{{ 'aaaaaaaaaaaaaaa'|truncate(10, True, 'x'*1000000)|length }}",
    "dec": "{% set ns=namespace(x=e) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x|tal }}",
    "sumlists": "{{ ([[1]]*50000)|sum(start=[])|length }}",
    "notin": "{% set x='a'*999999 %}{% for i in range(99999) %}{% if 'b' in x %}{% endif %}{% endfor %}",
    "notin2": "{% set l=range(99999)|list %}{% for i in range(99999) %}{% if 'b' in l %}{% endif %}{% endfor %}",
    "find": "{% set x='a'*999999 %}{% for i in range(99999) %}{% if x.find('b') %}{% endif %}{% endfor %}",
    "split": "{% set x='a '*499999 %}{% for i in range(99999) %}{% if x.split() %}{% endif %}{% endfor %}",
    "addr": "{{ range ~ '' }}",
    "addr2": "{{ range|string }}",
    "addr3": "{{ range|upper }}",
    "addr4": "{{ [range]|join }}",
    "addr5": "{{ [range]|string }}",
    "many digits": "{{ " + "9" * 100_000 + " }}",
    "deep parentheses": "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
    "deep lists": "{{ " + "[" * 3_000 + "1" + "]" * 3_000 + " }}",
    "deep conditions": "{% if a %}" * 300 + "x" + "{% endif %}" * 300,
    "deep loops": "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    "literal text in a macro": "{% macro m() %}{% for i in range(90000) %}"
    + "x" * 3_000
    + "{% endfor %}{% endmacro %}{{ m()|length }}",
}
ESCAPES = {
    "class": "{{ a.__class__ }}",
    "class by index": "{{ a['__class__'] }}",
    "class by attr (CVE-2025-27516)": "{{ a|attr('__class__') }}",
    "format by attr (CVE-2025-27516)": "{{ ('{0.__class__}'|attr('format'))(a) }}",
    "format (CVE-2016-10745)": "{{ '{0.__class__.__mro__}'.format(a) }}",
    "format_map (CVE-2019-10906)": "{{ '{a.__class__}'.format_map({'a': a}) }}",
    "format held in a name (CVE-2024-56326)": "{% set f = '{0.__class__}'.format %}{{ f(a) }}",
    "format given to a filter (CVE-2024-56326)": "{{ ['{0.__class__}'.format]|map('string')|join }}",
    "format filter": "{{ '%s'|format(a) }}",
    "map by attribute": "{{ [a]|map(attribute='__class__')|first }}",
    "mro": "{{ anchor.mro() }}",
    "subclasses": "{{ anchor.__subclasses__() }}",
    "globals of a function": "{{ range.__globals__ }}",
    "globals of a class": "{{ joiner.__init__.__globals__ }}",
    "the context": "{{ self._TemplateReference__context }}",
    "the loop's own": "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "code of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__code__ }}",
    "import": "{% import 'os' as os %}",
    "the engine's own filters": "{{ a|§steg }}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_soon_with_a_fault(name: str) -> None:
    source = template(BOMBS[name])
    start = time.process_time()
    with pytest.raises(TemplateFault) as caught:
        render(source, {"a": 1, "d": date(2027, 1, 1), "e": Decimal("1e28")})
    assert time.process_time() - start < 5
    assert caught.value.place.part == "word/document.xml"


@pytest.mark.parametrize("name", ESCAPES)
def test_an_escape_is_refused(name: str) -> None:
    with pytest.raises(TemplateFault):
        render(template(ESCAPES[name]), {"a": "text"})


def test_a_large_table_is_no_bomb() -> None:
    rows = [{"namn": f"Rad {n}", "belopp": n} for n in range(5_000)]
    text = "{% for r in rader %}{{ r.namn }} {{ r.belopp | tkr }} {{ loop.index }}{% if r.belopp > 10 %}!{% endif %}{% endfor %}"
    assert render(template(text), {"rader": rows})


def test_the_same_bomb_ends_at_the_same_place() -> None:
    source = template("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}")
    told = set()
    for _ in range(2):
        with pytest.raises(TemplateFault) as caught:
            render(source, {})
        told.add(str(caught.value))
    assert len(told) == 1
