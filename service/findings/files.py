"""Sentences for the first two gates: the file as a whole, then its sheets and columns."""

from .sentences import Sentence, register

_SAVE = "Öppna arbetsboken i Excel eller LibreOffice, spara den som Excel-arbetsbok (.xlsx) och skicka in den."
_FETCH = "Hämta en ny ifylld arbetsbok i Målkedjan och för över dina uppgifter till den."

FILES: dict[str, Sentence] = {
    # The file.
    "tom-fil": Sentence("Filen {fil} är tom.", "Spara arbetsboken igen och skicka in den."),
    "inte-arbetsbok": Sentence("Filen {fil} är inte en Excel-arbetsbok (.xlsx) utan {vad}.", _SAVE),
    "inte-arbetsbok-okand": Sentence("Filen {fil} är inte en Excel-arbetsbok (.xlsx).", _SAVE),
    "losenord": Sentence(
        "Arbetsboken {fil} är skyddad med lösenord eller kryptering.",
        "Ta bort lösenordet (och en eventuell känslighetsetikett som krypterar), spara och skicka in den igen.",
    ),
    "gammal-excel": Sentence(
        "Filen {fil} är sparad i Excels gamla format (.xls).", "Spara som Excel-arbetsbok (.xlsx) och skicka in den."
    ),
    "for-stor-fil": Sentence(
        "Filen {fil} är för stor: {skal}.", "Hämta en ny arbetsbok, för över uppgifterna och skicka in den."
    ),
    "osaker-fil": Sentence("Filen {fil} tas inte emot: {skal}.", _SAVE),
    "trasig-fil": Sentence("Filen {fil} går inte att läsa: {skal}.", _SAVE),
    "for-manga-blad": Sentence(
        "Arbetsboken {fil} har {antal} blad; högst {mest} läses.", "Ta bort de blad som inte hör till arbetsboken."
    ),
    "for-manga-rader": Sentence(
        "Ett blad i {fil} har fler än {mest} rader.", "Ta bort raderna nedanför uppgifterna och skicka in den igen."
    ),
    "makron": Sentence("Arbetsboken innehåller makron. De har inte körts och sparas inte."),
    "inte-var-arbetsbok": Sentence("Filen är inte en av Målkedjans arbetsböcker.", _FETCH),
    "okand-arbetsbok": Sentence(
        "Arbetsboken liknar en av Målkedjans, men det går inte att se vilken nämnd och vilket år den gäller. Troligen "
        "har uppgifterna kopierats till en ny fil.",
        _FETCH,
    ),
    "fel-slag": Sentence("Det här är arbetsboken ”{slag}”, men här väntas ”{ratt}”.", "Skicka in rätt arbetsbok."),
    "fel-utgava": Sentence(
        "Arbetsboken är gjord i utgåva {utgava} av formuläret; nu gäller utgåva {ratt}.", _FETCH
    ),
    "fel-namnd-eller-ar": Sentence(
        "Arbetsboken gäller {var}, men här väntas {ratt}.", "Skicka in arbetsboken för rätt nämnd och år."
    ),
    # Its sheets and columns.
    "blad-saknas": Sentence("Bladet ”{blad}” saknas i arbetsboken.", _FETCH),
    "flera-blad": Sentence(
        "Det finns flera blad av slaget ”{blad}”: {titlar}.", "Behåll det som gäller och ta bort de andra."
    ),
    "rubriker-saknas": Sentence("Raden med rubriker saknas på bladet ”{blad}”.", _FETCH),
    "kolumn-saknas": Sentence(
        "Kolumnen ”{rubrik}” saknas på bladet ”{blad}”.",
        "Återställ kolumnen och dess rubrik, eller hämta en ny arbetsbok.",
    ),
    "dubbel-rubrik": Sentence(
        "Rubriken ”{rubrik}” står i flera kolumner på bladet ”{blad}”.", "Ta bort den kolumn som inte ska läsas."
    ),
    "falt-saknas": Sentence(
        "Uppgiften ”{rubrik}” saknas på bladet ”{blad}”.", "Återställ raden, eller hämta en ny arbetsbok."
    ),
    "kolumn-fanns-inte": Sentence(
        "Kolumnen ”{rubrik}” finns inte i din arbetsbok, som togs fram innan kolumnen kom. "
        "{galler} gäller.",
        "Vill du ange något annat: hämta arbetsboken på nytt när den här är inlämnad.",
    ),
    "falt-fanns-inte": Sentence(
        "Uppgiften ”{rubrik}” finns inte i din arbetsbok, som togs fram innan uppgiften kom. "
        "{galler} gäller.",
        "Vill du ange något annat: hämta arbetsboken på nytt när den här är inlämnad.",
    ),
    "dolt-blad": Sentence("Bladet ”{blad}” är dolt men har lästs.", "Visa bladet och kontrollera det."),
    "okant-blad": Sentence("Bladet ”{blad}” hör inte till arbetsboken och har inte lästs."),
    "dolda-rader": Sentence(
        "Dolda eller bortfiltrerade rader har lästs: {antal} (rad {rader}).",
        "Visa dem och kontrollera att de ska vara med."
    ),
    "dolda-kolumner": Sentence(
        "Dolda kolumner har lästs ({kolumner}).", "Visa dem och kontrollera att uppgifterna stämmer."
    ),
    "utanfor": Sentence(
        "Det står något utanför formuläret ({celler}). Det har inte lästs.",
        "Flytta in det i formuläret eller ta bort det."
    ),
    "langt-ner": Sentence(
        "Rad {rad} och nedåt har inte lästs: den står mer än {tomma} tomma rader nedanför de andra.",
        "Flytta upp raderna om de ska vara med.",
    ),
    "summarad": Sentence("Rad {rad} är en summa och har inte lästs som en egen rad."),
    "tomd-rad": Sentence("Rad {rad} är tömd och räknas som borttagen."),
    "kommentarer": Sentence(
        "Cellkommentarer läses inte; på bladet ”{blad}” finns {antal}.",
        "Skriv i cellen det som ska vara med i planen.",
    ),
}  # fmt: skip

register(FILES)
