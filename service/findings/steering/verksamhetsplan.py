"""Sentences on a nämnd's plan: what is decided, the aktiviteter, the verksamhetsbeskrivning and what is stated."""

from ..sentences import Sentence

_EMPTY = "Skriv det som finns, eller svara ja på ”{rubrik}” om listan med flit är tom."

VERKSAMHETSPLAN: dict[str, Sentence] = {
    "R06-aktivitet": Sentence(
        "Aktiviteten ”{aktivitet}” hör till ett resultat som har utgått eller som nämnden inte arbetar med.",
        "Välj ett av nämndens egna resultat, eller ett som den bidrar till.",
    ),
    "R10": Sentence(
        "Mål- och resursplanen för {ar} är ännu inte antagen utan {status}.",
        "Arbeta gärna vidare, men kontrollera planen när fullmäktige har beslutat.",
    ),
    "R16-saknas": Sentence(
        "Resultatet {nummer} ”{text}”, som fullmäktige har beslutat för nämnden, finns inte i arbetsboken.",
        "Hämta arbetsboken på nytt, så står resultatet där.",
    ),
    "R16-andrat": Sentence(
        "{rubrik} är ändrat efter fullmäktiges beslut, där det står ”{ratt}”.",
        "Återställ cellen, eller hämta arbetsboken på nytt om planen har reviderats.",
    ),
    "R16-okant": Sentence(
        "Resultatet finns inte bland dem som fullmäktige har beslutat för nämnden.",
        "Ta bort raden; nya resultat skrivs i mål- och resursplanen.",
    ),
    "R16-matt": Sentence(
        "Måttet {nummer} ”{text}”, som fullmäktige har beslutat, finns inte i arbetsboken.",
        "Hämta arbetsboken på nytt, så står måttet där.",
    ),
    "R16-mal": Sentence(
        "{rubrik} är ändrat efter fullmäktiges beslut, där det står {ratt}.",
        "Återställ cellen, eller hämta arbetsboken på nytt om planen har reviderats.",
    ),
    "R21": Sentence(
        "Det är inte bekräftat att planen görs känd för medarbetarna.",
        "Svara ja på ”{rubrik}” när cheferna har planerat för det.",
    ),
    "R48-intyg": Sentence(
        "Nämnden har inte intygat att resultaten inte strider mot varandra.",
        "Pröva resultaten och svara ja på ”{rubrik}”; utan det kan planen inte lämnas in.",
    ),
    "R49-intyg": Sentence(
        "Nämnden har inte intygat att resultat och aktiviteter ryms i ramen.", "Svara ja på ”{rubrik}” om det stämmer."
    ),
    "R51": Sentence(
        "Resultatet {nummer} har ingen aktivitet.",
        "Skriv minst en aktivitet till det; utan det kan planen inte lämnas in.",
    ),
    "R52": Sentence(
        "Resultatet {nummer} har {antal} aktiviteter; kommunen har satt gränsen vid {mest}.",
        "Behåll de avgörande insatserna.",
    ),
    "R53-niva": Sentence(
        "Det framgår inte på vilken nivå aktiviteten genomförs.", "Välj förvaltning, avdelning eller enhet."
    ),
    "R53-beslut": Sentence(
        "Det framgår inte vem som har beslutat aktiviteten.", "Skriv en befattning i förvaltningen."
    ),
    "R53-organ": Sentence(
        "Aktiviteten sägs vara beslutad av ett politiskt organ.",
        "Aktiviteter beslutas inom förvaltningen: skriv befattningen.",
    ),
    "R53-kostnad": Sentence(
        "Aktiviteten kostar mer än hela budgeten för {verksamhet}, {netto} tkr netto.",
        "Rätta kostnaden eller verksamheten.",
    ),
    "R54-saknas": Sentence(
        "{rubrik} saknas för aktiviteten ”{aktivitet}”.",
        "Fyll i; planen kan inte lämnas in utan start, slut, verksamhet och ansvarig.",
    ),
    "R54-ordning": Sentence("Aktiviteten slutar innan den börjar ({start}).", "Rätta den dag som är fel."),
    "R54-period": Sentence(
        "Aktiviteten slutar efter resultatets period, som går ut {sista}.",
        "Tidigarelägg aktiviteten om resultatet beror på den.",
    ),
    "R66-kalla": Sentence("Det framgår inte varifrån uppdraget ”{uppdrag}” kommer.", "Välj källa."),
    "R66-reglemente": Sentence(
        "Inget uppdrag kommer ur nämndens reglemente.", "Skriv minst en rad om vad reglementet ger nämnden i uppdrag."
    ),
    "R69": Sentence(
        "Aktiviteten har stått oförändrad i planen sedan {sedan}.",
        "Skriv vad som ska göras i år, avsluta den, eller gör den till en del av den löpande verksamheten.",
    ),
    "R70-aktiviteter": Sentence(
        "Planen saknar aktiviteter, alltså sin resultat- och aktivitetsplan.",
        "Skriv minst en aktivitet till varje resultat; utan dem kan planen inte lämnas in.",
    ),
    "R70-uppdrag": Sentence(
        "Planen saknar verksamhetsbeskrivning.",
        "Skriv nämndens uppdrag och åtaganden, eller bekräfta på bladet Grunduppgifter att listorna med flit är tomma.",
    ),
    "R70-langd": Sentence("Texten är {antal} ord lång.", "Planen ska vara översiktlig; korta gärna till {mest} ord."),
    "R73-uppdrag": Sentence(
        "Uppdraget {nummer} ”{text}”, som nämnden fick i mål- och resursplanen, finns inte i verksamhetsbeskrivningen.",
        "Hämta arbetsboken på nytt, så står uppdraget där.",
    ),
    "R73-tom": Sentence("Planen redovisar inga {lista}.", _EMPTY),
    "R73-motsagd": Sentence(
        "Det är bekräftat att det inte finns några {lista}, men {antal} står i verksamhetsbeskrivningen.",
        "Svara nej, eller ta bort raderna.",
    ),
    "R74-motpart": Sentence("Åtagandet ”{uppdrag}” saknar motpart.", "Skriv vem åtagandet gäller."),
    "R74-tom": Sentence("Planen redovisar inga {lista}.", _EMPTY),
    "R75-tom": Sentence("Planen redovisar inga {lista}.", _EMPTY),
    "R76-framtagen": Sentence(
        "Det framgår inte vem i förvaltningsledningen som har tagit fram planen.", "Skriv befattningen."
    ),
}
