"""The one table from what lint finds to Swedish: what is wrong, and what to do about it."""

from collections.abc import Mapping

# Code: what is wrong, and what to do. The found words stand in the place, so most sentences do not repeat them.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "unclosed": ("märket {hittat} avslutas aldrig", "Skriv {slut} där det ska sluta, i samma stycke."),
    "wrong_close": (
        "märket {hittat} slutar med fel slags parentes",
        "Låt det sluta med {slut}.",
    ),
    "stray_close": (
        "här står {hittat} utan att något märke har börjat",
        "Skriv {start} där märket börjar, eller ta bort {hittat}.",
    ),
    "torn": (
        "{vad} står mitt i märket {hittat} eller går in över dess kant",
        "Ta bort märket och skriv det på nytt i ett svep, utanför länkar, kommentarer och spårade ändringar.",
    ),
    "empty": ("märket {hittat} är tomt", "Skriv ett fältnamn i det, eller ta bort det."),
    "syntax": (
        "märket {hittat} går inte att förstå: {fel}",
        "Så skrivs märken: {{{{ fält }}}}, {{% if fält %}} … {{% endif %}}, {{% for rad in rader %}} … {{% endfor %}}.",
    ),
    "quotes": ("citattecknet {tecken} i märket {hittat} duger inte", 'Skriv raka citattecken: "…".'),
    "spaced_prefix": ("det står ett mellanslag för mycket i {hittat}", "Skriv {ratt} utan mellanslag före {prefix}."),
    "glued_prefix": ("det saknas ett mellanslag i {hittat}", "Skriv {ratt}."),
    "unknown_command": ("kommandot {ord} finns inte", "Kommandona är if, elif, else, endif, for, endfor och set."),
    "no_files": ("en mall kan inte hämta andra filer ({ord})", "Klistra in innehållet i stället."),
    "not_closed": ("{hittat} avslutas aldrig", "Skriv {slut} där det ska sluta."),
    "nothing_open": ("{hittat} avslutar ingenting", "Ta bort märket, eller skriv {start} där det ska börja."),
    "wrong_end": (
        "{hittat} står där {oppet} ({var}) ska avslutas",
        "Skriv {slut} i stället.",
    ),
    "stray_else": ("{hittat} står inte mellan {{% if … %}} och {{% endif %}}", "Flytta märket, eller ta bort det."),
    "two_else": ("det finns redan ett else före {hittat}", "Ta bort det ena, eller använd elif."),
    "crosses": (
        "{hittat} hör ihop med {oppet} ({var}) men står inte på samma nivå i dokumentet",
        "Låt båda stå i egna stycken med {{%p, i egna tabellrader med {{%tr, eller båda i samma stycke.",
    ),
    "not_alone_p": (
        "{hittat} delar stycke med annan text, som skulle försvinna",
        "Låt märket stå ensamt i ett eget stycke, eller skriv det utan p.",
    ),
    "not_alone_tr": (
        "{hittat} delar tabellrad med annan text, som skulle försvinna",
        "Låt märket stå ensamt i en egen rad, före eller efter de rader som ska upprepas.",
    ),
    "not_alone_tc": (
        "{hittat} delar cell med annan text, som skulle försvinna",
        "Låt märket stå ensamt i en egen cell.",
    ),
    "outside_p": ("{hittat} står inte i något stycke", "Skriv märket utan p."),
    "outside_tr": ("{hittat} står utanför tabeller", "Skriv {{%p för stycken; {{%tr är för tabellrader."),
    "outside_tc": ("{hittat} står utanför tabellceller", "Skriv {{%p för stycken; {{%tc är för celler."),
    "outside_r": ("{hittat} står inte i löpande text", "Skriv märket utan r."),
    "cell_only": ("{hittat} står utanför tabellceller", "Flytta märket till en cell, eller ta bort det."),
    "percent": ("tecknet {tecken} kan inte stå i ett märke med {prefix}", "Räkna ut det med {{% set … %}} före."),
    "unknown_filter": ("filtret {namn} finns inte", ""),
    "unknown_test": ("villkoret is {namn} finns inte", ""),
    "unknown_field": ("fältet {namn} finns inte", "Jämför med listan över mallens fält."),
    "unknown_function": ("funktionen {namn} finns inte", "I en mall finns anchor, ref, range, namespace och joiner."),
    "field_of_list": (
        "{namn} är en lista och har inget fält {falt}",
        "Gå igenom listan med for och skriv fältet för varje rad.",
    ),
    "field_of_value": ("{namn} är en uppgift utan fält; {falt} finns inte i den", "Skriv ut uppgiften som den är."),
    "loop_over_value": ("{namn} är ingen lista och kan inte gås igenom", "Skriv fälten utan for, eller välj en lista."),
    "printed_group": ("{namn} är {slag} och kan inte skrivas ut som den är", "Skriv ut ett av dess fält: {val}."),
    "unknown_style": (
        "formatmallen {namn} finns inte i dokumentet",
        "Ge stycket en formatmall som finns, eller kopiera in formatmallen.",
    ),
    "contents_style": (
        "formatmallen {namn} saknas, och förteckningen behöver den",
        "Lägg till den i Word (Formatmallar), eller kopiera den ur den officiella mallen.",
    ),
    "caption_style": (
        "formatmallen Beskrivning (caption) saknas, så ”{etikett}:” blir inte numrerad",
        "Lägg till formatmallen i Word och ge stycket den.",
    ),
    "caption_label": (
        "bildtexten saknar etikett och blir inte numrerad",
        "Börja stycket med ”Tabell: ”, ”Diagram: ” eller ”Figur: ”.",
    ),
    "caption_numbered": (
        "bildtexten är redan numrerad i Word",
        "Skriv den som ”{etikett}: …”; numret sätts när dokumentet skrivs.",
    ),
    "unknown_list": (
        "förteckningen {hittat} finns inte",
        "Skriv [[innehåll]], [[innehåll 1-3]] eller [[tabellförteckning]].",
    ),
    "list_not_alone": (
        "{hittat} delar stycke med annan text och blir ingen förteckning",
        "Låt den stå ensam i ett stycke.",
    ),
    "list_levels": ("{hittat} har nivåerna i fel ordning", "Skriv den lägsta nivån först: [[innehåll 1-3]]."),
    "list_outside": ("{hittat} blir en förteckning bara i brödtexten", "Flytta den dit."),
    "bracket_reference": (
        "{hittat} gäller i arbetsböckernas texter, inte i mallar",
        'Skriv {{{{ ref("{nyckel}") }}}}.',
    ),
    "unknown_reference": ("hänvisningen ”{namn}” leder ingenstans i mallen", "Skriv titeln som den står i mallen."),
    "uncertain_reference": ("hänvisningen ”{namn}” måste stämma med en titel som sätts av uppgifterna", ""),
    "list_style": ("formatmallen {namn} saknas; listor i texter skrivs med tecken i stället", ""),
    "no_headings": ("[[innehåll]] blir tomt: mallen har inga rubriker", ""),
    "harmless_name": ("fältet {namn} finns inte; villkoret eller reservvärdet gäller alltid", ""),
    "unused": ("fält som mallen inte använder ({antal}): {namn}", ""),
    "no_schema": ("fältnamnen är inte prövade, eftersom mallens slag inte är känt", "Ange slaget med --kind."),
    "render": ("när mallen fylls med exempel säger Målkedjan: {fel}", ""),
}
NOTES = frozenset({"uncertain_reference", "list_style", "no_headings", "harmless_name", "unused", "no_schema"})
"""Codes of what need not be changed but may be worth knowing."""
