"""Sentences for figures from elsewhere: the economy system's files, the key to its codes, and Kolada."""

from .sentences import Sentence, register

_KEY = "Lägg till eller ändra en rad på bladet Kodnyckel i inställningarna. Filen behöver inte läsas in igen."
_AGAIN = "Rätta i ekonomisystemet eller ta ut filen på nytt, och läs in den igen."

SOURCES: dict[str, Sentence] = {
    # The file as a whole.
    "kalla-okand": Sentence(
        "Filen {fil} är varken en SIE-fil eller ett uttag ur ekonomisystemet i Excel eller CSV.",
        "Ta ut filen på nytt som SIE, Excel (.xlsx) eller CSV.",
    ),
    "kalla-teckenkod": Sentence("Filen är sparad i teckenkoden {kod} och lästes så.", "{rad}"),
    "kalla-utan-rubriker": Sentence(
        "Filen har ingen rad med rubriker som känns igen. Det behövs minst en kod (ansvar, konto eller verksamhet) "
        "och minst ett belopp (utfall, budget eller prognos).",
        "Ta ut filen med rubriker.",
    ),
    "kalla-flera-blad": Sentence(
        "Flera blad har belopp: {blad}. Läses alla kan samma pengar räknas två gånger.",
        "Spara det blad som ska läsas in som en egen fil.",
    ),
    "kalla-utan-rader": Sentence("Under rubrikerna finns inga rader med belopp.", _AGAIN),
    "kalla-dubbel-rubrik": Sentence("Rubrikerna {rubriker} betyder samma sak ({slag}).", "Ta bort den ena kolumnen."),
    "kalla-bara-manad": Sentence(
        "Kolumnen {rubrik} gäller en enda månad och filen har ingen kolumn för period.",
        "Ta ut ackumulerade belopp, eller en rad för varje period.",
    ),
    "kalla-kolumner": Sentence("Kolumner som lästes: {lasta}.", "{inte}"),
    "kalla-enhet-okand": Sentence(
        "Det framgår inte om beloppen är i kronor eller i tusental kronor.", "Ange enheten (--unit kronor eller tkr)."
    ),
    "kalla-enhet": Sentence("Beloppen lästes som {enhet}: {skal}."),
    "kalla-enhet-motsagd": Sentence(
        "Beloppen lästes som {enhet}, som du angav, men filen tyder på {annan}: {skal}.",
        "Kontrollera summorna; läs annars in filen igen med rätt enhet.",
    ),
    "kalla-punkt": Sentence("Beloppen har decimalpunkt och lästes så, till exempel {exempel}."),
    "kalla-tecken": Sentence(
        "Intäkter står med plus och kostnader med minus. Här väntas tvärtom, som i bokföringen.",
        "Läs in filen igen med --reversed om det stämmer att tecknen är omvända.",
    ),
    # Its rows.
    "kalla-annan-enhet": Sentence(
        "Filens belopp läses i {ratt}, men här står {enhet}.", "Rätta uttaget så att alla belopp har samma enhet."
    ),
    "kalla-inte-tal": Sentence("Beloppet i kolumnen {rubrik} går inte att läsa.", _AGAIN),
    "kalla-tvetydigt-tal": Sentence(
        "Beloppet i kolumnen {rubrik} kan läsas på flera sätt ({tolkningar}).",
        "Ta ut filen med decimalkomma och utan punkt eller komma mellan tusental.",
    ),
    "kalla-inte-period": Sentence("Perioden går inte att läsa.", "Skriv perioden som 202708 eller 2027-08."),
    "kalla-utanfor-perioden": Sentence(
        "{antal} ligger utanför perioden {period} och räknas inte: {summor}.",
        "Kontrollera att filen gäller rätt period.",
    ),
    "kalla-summarader": Sentence("{antal} med summor läses inte som belopp men har kontrollerats: {rader}."),
    "kalla-summa-fel": Sentence(
        "Summan i kolumnen {rubrik} är {star}, men raderna ovanför ger {ratt}.",
        "Kontrollera att inga rader är dolda, borttagna eller ändrade, och ta ut filen på nytt.",
    ),
    "kalla-summa-avrundning": Sentence(
        "Summan i kolumnen {rubrik} är {star}, men raderna ovanför ger {ratt}. Skillnaden ryms i avrundningen.",
    ),
    "kalla-fler": Sentence("Ytterligare {antal} av samma slag: {summor}.", "{rad}"),
    # SIE.
    "sie-rad": Sentence("Raden går inte att läsa: {skal}.", _AGAIN),
    "sie-okand-post": Sentence("{antal} med posten {post} används inte (den första är rad {rad})."),
    "sie-obalans": Sentence("Verifikationen {ver} går inte jämnt upp: summan är {summa}.", _AGAIN),
    "sie-tom-verifikation": Sentence("Verifikationen {ver} har inga transaktioner.", ""),
    "sie-fel-ar": Sentence(
        "Filen gäller inte {ar}; räkenskapsåren i den är {finns}.", "Ta ut filen för rätt år, eller ange rätt --ar."
    ),
    "sie-flagga": Sentence("Filen är märkt som redan inläst (#FLAGGA 1). Den läses ändå."),
    "sie-annat-ar": Sentence("{antal} hör till andra räkenskapsår och räknas inte: {summor}."),
    "sie-balanskonton": Sentence("{antal} på balanskonton (klass 1–2) hör inte till driften och räknas inte."),
    "sie-arssaldo": Sentence(
        "Filen har bara årets saldon (#RES), inga perioder. De räknas som utfall till och med {till}.",
        "Kontrollera att filen är uttagen per den {till}.",
    ),
    "sie-dimensioner": Sentence(
        "Konto {konto}, period {period}: saldon finns på flera uppsättningar dimensioner. Den mest detaljerade "
        "används.",
        "Ta helst ut filen som SIE typ 4, med transaktioner.",
    ),
    # The key to the codes.
    "kod-utan-namnd": Sentence("{koder}: {summor} hör inte till någon nämnd enligt kodnyckeln.", _KEY),
    "kod-utan-verksamhet": Sentence("{koder}: {summor} hör till {namnd}, men verksamheten går inte att utläsa.", _KEY),
    "kod-utan-slag": Sentence("{koder}: {summor} har inget kostnadsslag enligt kodnyckeln.", _KEY),
    "kod-tvetydig": Sentence("{koder}: {summor} passar lika bra på flera rader i kodnyckeln ({rader}).", _KEY),
    "kodnyckel-tom": Sentence(
        "Bladet Kodnyckel i inställningarna är tomt, så inga belopp kan föras till en nämnd.", _KEY
    ),
    "kalla-orimlig": Sentence(
        "Nämnderna i filen har tillsammans {belopp} tkr, men deras ramar är {ram} tkr.",
        "Kontrollera om beloppen är i kronor eller tkr (--unit), och att filen är hel.",
    ),
    # Kolada.
    "kolada-ingen-adress": Sentence(
        "Det är inte sagt var Kolada finns.", "Ange adressen med --base eller MALKEDJAN_KOLADA."
    ),
    "kolada-adress": Sentence("Adressen ”{adress}” går inte att använda.", "Ange en adress som börjar med https://."),
    "kolada-natverk": Sentence("Det gick inte att hämta från Kolada: {skal}.", "Försök igen om en stund."),
    "kolada-svar": Sentence(
        "Svaret är inte det som Kolada ska ge: {skal}.", "Kontrollera adressen eller filen och försök igen."
    ),
    "kolada-utan-matt": Sentence(
        "Inget mått för {ar} har något Kolada-id.", "Fyll i Kolada-id på bladet Mått i mål- och resursplanen."
    ),
    "kolada-utan-kommunkod": Sentence("Kommunkoden i inställningarna saknas.", "Fyll i den på bladet Kommun."),
    "kolada-saknas": Sentence("Kolada har inget värde för {kpi} ({matt}) {ar}. Det är inte noll utan saknas.", ""),
    "kolada-inget": Sentence("Svaret har inget om {kpi} ({matt}).", "Kontrollera id i Kolada."),
    "kolada-ovrigt": Sentence("{antal} gäller andra kommuner eller nyckeltal och används inte."),
}

register(SOURCES)
