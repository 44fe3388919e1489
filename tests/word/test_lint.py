"""Faults in templates: each told with its place and what to do, all at once, before there is any data.

What a mallansvarig gets to read lies beside this file, in faults/.
"""

# ruff: noqa: E501  # templates stand a line each, as wide as they are

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from docx.document import Document as Docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from service.documents import DOCUMENTS, describe
from service.word import PackageFault, TemplateFault, lint, render
from service.word.package import open_package
from service.word.places import quoted

from .build import template

FAULTS = Path(__file__).parent / "faults"
UPDATE = os.environ.get("MALKEDJAN_UPDATE_GOLDEN") == "1"
FIELDS = (
    "ar", "namnd", "datum", "status.rad", "plan.rubrik", "plan.mal[].nummer", "plan.mal[].text",
    "plan.mal[].resultat[].nummer", "plan.mal[].resultat[].text", "plan.mal[].resultat[].belopp", "ramar[].namn",
    "ramar[].belopp", "ramar[].matt[]",
)  # fmt: skip
Edit = Callable[[Docx], None]


def table(*written: tuple[str, ...], caption: str = "") -> Edit:
    """An edit that adds a table of these words."""

    def edit(document: Docx) -> None:
        if caption:
            document.add_paragraph(f"Tabell: {caption}", "Caption")
        grid = document.add_table(len(written), max(map(len, written)))
        fill(grid, written)

    return edit


def fill(grid: Table, written: tuple[tuple[str, ...], ...]) -> None:
    for row, words in zip(grid.rows, written, strict=True):
        for cell, text in zip(row.cells, words, strict=False):
            cell.text = text


def in_header(text: str) -> Edit:
    def edit(document: Docx) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = text

    return edit


def in_link(document: Docx) -> None:
    """A tag whose second half is inside a hyperlink."""
    paragraph = document.add_paragraph("Se {{ plan.")
    link = OxmlElement("w:hyperlink")
    link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>rubrik }}}}</w:t></w:r>"))
    paragraph._p.append(link)


def unknown_style(document: Docx) -> None:
    paragraph = document.add_paragraph("Text")
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), "Brodtexten")


def without(*names: str) -> Edit:
    def edit(document: Docx) -> None:
        for name in names:
            document.styles[name].delete()

    return edit


def everything(document: Docx) -> None:
    table(
        ("Kod", "Namn"), ("{%tr for r in ramar %}", ""), ("{{ r.namm }}", "{{ r.belopp | tkrr }}"), ("{%tr endif %}", ""),
        caption="Ramar",
    )(document)  # fmt: skip
    in_header("{{ namnder }}")(document)
    document.add_paragraph("{{ plan.rubrik }")
    unknown_style(document)
    document.add_paragraph("{%p for m in plan.mal %}")
    document.add_paragraph("{{ m.text }} {{ ref('kapitel Budgt') }}")


TEMPLATES: Mapping[str, bytes] = {
    "okant-falt": template(("Heading 1", "Mål"), "Nämnd: {{ namd }}"),
    "okant-falt-i-lista": template(
        ("Heading 1", "Mål"), "{%p for m in plan.mal %}", "{%p for r in m.resultat %}", "{{ r.textt }}", "{%p endfor %}",
        "{{ m.resultat.text }} {{ status }} {{ ar.namn }}", "{%p endfor %}",
    ),
    "okant-falt-i-tabell": template(
        ("Heading 1", "Budget"),
        edit=table(
            ("Nämnd", "Belopp"), ("{%tr for r in ramar %}", ""), ("{{ r.namn }}", "{{ r.beloppp }}"), ("{%tr endfor %}", ""),
            caption="Driftbudget {{ ar }}",
        ),
    ),
    "okant-falt-i-makro": template(
        "{% macro rad(r) %}{{ r.belop | tkr }}{% endmacro %}", "{% for r in ramar %}{{ rad(r) }}{% endfor %}",
    ),
    "utan-slut": template(("Heading 1", "Mål"), "{%p for m in plan.mal %}", "{{ m.text }}", "{%p if ar %}", "Sist"),
    "fel-slut": template("{%p for m in plan.mal %}", "{{ m.text }}", "{%p endif %}", "Efter", "{%p endfor %}", "{% else %}"),
    "oppet-marke": template("Plan {{ plan.rubrik för {{ namnd }}", "{% if ar }}x{% endif %}", "Här }} och där"),
    "delat-marke": template(edit=in_link),
    "citattecken": template("{{ namnd or »ingen« }}", "{{ namnd or “ingen” }}"),
    "okant-filter": template("{{ ar | tkrr }} {{ datum | dattum }}", "{% if ar is defind %}x{% endif %}"),
    "okant-kommando": template("{% forr m in plan.mal %}", "{% p if ar %}", "{%pendif %}", "{% include 'x' %}", "{% %}"),
    "fel-prefix": template(
        "Text {%p if ar %}", "{%p endif %}", "{%tr for m in plan.mal %}", "{%tr endfor %}", "{%tc if ar %}{%tc endif %}",
        edit=table(("{%tr for r in ramar %}{{ r.namn }}", "{%tr endfor %}")),
    ),
    "olika-nivaer": template("{%p if ar %}", "Före", "x{% endif %}", edit=table(("{% if ar %}a", "b{% endif %}"))),
    "uttryck": template("{{ ar + }}", "{{ namnd ar }}", "{% for m av plan.mal %}{{ m.x }}{% endfor %}", "{{ (ar }}", "{{ }}"),
    "formatmallar": template(
        ("Heading 1", "Mål"), "[[innehåll]]", "Tabell: Ramar", edit=lambda document: [
            edit(document) for edit in (unknown_style, without("Caption", "toc 1", "List Bullet"))
        ] and None,
    ),
    "forteckningar": template(
        ("Heading 1", "Mål"), "[[inehåll 1-2]]", "[[tabelförteckning]]", "Se [[innehåll]]", "[[innehåll 3-1]]",
        "[[kapitel Mål]]", edit=in_header("[[innehåll]]"),
    ),
    "bildtexter": template(("Caption", "Driftbudget"), ("Caption", "Tabel: Ramar"), ("Caption", "Tabell: Rätt")),
    "hanvisningar": template(
        ("Heading 1", "Detaljbudget"), '{{ ref("kapitel Detaljbudgett") }} {{ ref("kapitel Detaljbudget") }}',
        '{{ ref("kapitell Detaljbudget") }} {{ ref("tabell Ramar") }} {{ ref("mål 2") }}',
    ),
    "sidhuvud": template("x", edit=in_header("{{ plan.rubrk }}")),
    "allt-pa-en-gang": template(("Heading 1", "Budget"), "{{ namd }}", "[[innehål]]", ("Caption", "Ramar"), edit=everything),
}  # fmt: skip


def told(source: bytes) -> str:
    """What lint says, a line each; and what a person gets who renders the template all the same."""
    found = lint(source, FIELDS)
    lines = [str(remark) for remark in found.faults]
    lines += [f"({remark})" for remark in found.notes]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_fault_is_told_with_its_place_and_what_to_do(name: str) -> None:
    kept = FAULTS / f"{name}.txt"
    text = told(TEMPLATES[name])
    if UPDATE:
        FAULTS.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def test_each_file_of_faults_has_its_template() -> None:
    assert {path.stem for path in FAULTS.glob("*.txt")} == set(TEMPLATES)


@pytest.mark.parametrize("kind", [kind for kind, document in DOCUMENTS.items() if document.format == "docx"])
def test_the_official_templates_have_no_fault(kind: str) -> None:
    source = (Path(__file__).parents[2] / "templates" / DOCUMENTS[kind].template).read_bytes()
    found = lint(source, [told_of.name for told_of in describe(DOCUMENTS[kind].context)])
    assert found.remarks == ()
    assert found.used


@pytest.mark.parametrize(
    "text",
    [
        "{% for g in ramar | groupby('namn') %}{{ g.grouper }}{% for r in g.list %}{{ r.belopp }}{% endfor %}{% endfor %}",
        "{% for namn, rader in ramar | groupby('namn') %}{{ namn }}{{ rader[0].belopp }}{% endfor %}",
        "{{ ramar | length }}",
        "{% for p in {'a': 1} | dictsort %}{{ p[0] }}{% endfor %}",
        "{% set forsta = plan.mal | first %}{{ forsta.text }} {{ (plan.mal | last).nummer }} {{ plan.mal[0].text }}",
        "{{ plan.mal | map(attribute='text') | join(', ') }} {{ ramar | sum(attribute='belopp') }}",
        "{% for m in plan.mal | selectattr('nummer') | sort(attribute='text') %}{{ loop.index }}{{ m.text }}{% endfor %}",
        "{% for m in plan.mal %}{{ loop.previtem.text if loop.previtem else '' }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% macro rad(r, fet=false) %}{{ r.namn }}{% endmacro %}{% for r in ramar %}{{ rad(r, fet=true) }}{% endfor %}",
        "{% set ns = namespace(n=0) %}{% for r in ramar %}{% set ns.n = ns.n + r.belopp %}{% endfor %}{{ ns.n }}",
        "{% with r = ramar[0] %}{{ r.namn }}{% endwith %}{{ namnd.upper() }}{{ datum.year }}",
        "{% for r in ramar if r.belopp %}{{ r.namn }}{% else %}{{ namnd }}{% endfor %}",
        "{% if extra is defined %}{{ namnd }}{% endif %}{{ extra | default('') }}",
        "{% raw %}{{ vad som helst }}{% endraw %}{# {{ inte }} ett märke #}{_{ a }_}",
        "{{ -ar }} {{ ar - 2 }} {{- namnd -}} {%- if ar %}x{%- endif %}",
    ],
)
def test_what_is_right_is_not_called_wrong(text: str) -> None:
    assert lint(template(text), FIELDS).faults == ()


def test_without_known_fields_only_the_writing_is_judged_and_that_is_said() -> None:
    found = lint(template("{{ vad.som.helst }}"))
    assert (found.faults, [note.code for note in found.notes]) == ((), ["no_schema"])


def test_what_is_used_and_what_is_not_is_listed() -> None:
    found = lint(template("{% for m in plan.mal %}{{ m.text }}{% endfor %}"), FIELDS)
    assert "plan.mal[].text" in found.used
    assert set(found.unused) == {
        "ar", "namnd", "datum", "status", "plan.rubrik", "plan.mal[].nummer", "plan.mal[].resultat", "ramar",
    }  # fmt: skip


def test_a_template_that_fails_when_it_is_filled_tells_the_same_place() -> None:
    source = template(
        ("Heading 1", "Budget"),
        edit=table(("Namn",), ("{%tr for r in ramar %}",), ("{{ r.namm }}",), ("{%tr endfor %}",), caption="Ramar"),
    )
    with pytest.raises(TemplateFault) as caught:
        render(source, {"ramar": [{"namn": "a"}]})
    place = caught.value.place
    assert (place.heading, place.table, place.caption, place.row, place.column) == ("Budget", 1, "Ramar", 3, 1)
    assert str(caught.value).endswith("fältet r.namm finns inte. Menades ”namn”?")


def test_what_is_no_word_document_is_no_template() -> None:
    with pytest.raises(PackageFault):
        lint(b"not a template", FIELDS)


def test_a_place_quotes_words_and_cuts_long_tags_short() -> None:
    assert quoted("Bilaga {{ anchor(malkedja_bilaga, rad.nummer) }} Mål") == "Bilaga {{ anchor… }} Mål"
    assert quoted("Nämnden {{ namnd }}") == "Nämnden {{ namnd }}"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 ...", "en PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "gamla format"), (b"", "tom"),
        (b"\x89PNG\r\n\x1a\n\x00", "en bild"), ("Hej på dig".encode(), "en textfil"), (b"PK\x03\x04trasig", "skadad"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_told_what_it_is(content: bytes, told: str) -> None:
    with pytest.raises(PackageFault) as fault:
        open_package(content)
    assert told in str(fault.value)
    assert "zip" not in str(fault.value)
