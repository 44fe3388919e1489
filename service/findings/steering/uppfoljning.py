"""Sentences on the follow-ups: the nämnder's reports and the municipality's own figures."""

from ..sentences import Sentence

UPPFOLJNING: dict[str, Sentence] = {
    "R07": Sentence(
        "{namnd} har inte rapporterat {period}.",
        "Skriv i sammanfattningen varför, så att läsaren vet att perioden saknas.",
    ),
    "R08": Sentence(
        "Analys av effekter saknas för resultat {nummer}.",
        "Skriv vad insatserna och resurserna har gett för dem verksamheten är till för.",
    ),
    "R22-atgard": Sentence(
        "Resultat {nummer} har bedömningen ”{ord}” men uppföljningen saknar {saknas}.",
        "Fyll i vad som görs, vem som svarar för det och när det är klart.",
    ),
    "R59-fore": Sentence(
        "Uppföljningen skickades in {found}, innan perioden var slut {sista}.",
        "Kontrollera att siffrorna gäller hela perioden.",
    ),
    "R60-resultat": Sentence("Resultat {nummer} saknar bedömning.", "Välj ett av orden i listan."),
    "R60-aktivitet": Sentence("Aktivitet {nummer} saknar läge.", "Välj ett av orden i listan."),
    "R60-matt": Sentence(
        "Mått {nummer}, ”{matt}”, har varken utfall eller orsak till att det inte är mätt.",
        "Fyll i utfallet, eller skriv orsaken under Ej mätt.",
    ),
    "R60-kf-matt": Sentence(
        "Kommunfullmäktiges mått {nummer}, ”{matt}”, har varken utfall eller orsak till att det inte är mätt.",
        "Fyll i utfallet, eller skriv orsaken under Ej mätt.",
    ),
    "R61-analys": Sentence(
        "Resultat {nummer} har bedömningen ”{ord}” men ingen analys.", "Skriv varför resultatet inte nås."
    ),
    "R61-aktivitet": Sentence(
        "Aktivitet {nummer} har läget ”{ord}” men ingen kommentar.", "Skriv varför, och vad som händer nu."
    ),
    "R61-siffror": Sentence(
        "Bedömningen av resultat {nummer} skiljer sig från vad måtten visar: ”{siffror}”.",
        "Kontrollera bedömningen, eller förklara skillnaden i analysen.",
    ),
    "R61-underskott": Sentence(
        "Nämnden beräknas få ett underskott på {belopp} tkr men inga åtgärder är beskrivna.",
        "Skriv under Åtgärder för ekonomin vad som görs, av vem och när.",
    ),
    "R61-organ": Sentence(
        "Uppföljningen är godkänd av {found}; den godkänns av {namnd} själv.", "Kontrollera beslutet."
    ),
    "R62": Sentence(
        "{namnd} har inte rapporterat {period}.",
        "Begär in rapporten, eller lämna in ändå; kommunens rapport säger då att nämnden saknas.",
    ),
    "R63-saknas": Sentence(
        "Inriktningsmål {nummer} finns inte med: ”{text}”.", "Hämta en ny arbetsbok och för över uppgifterna till den."
    ),
    "R63-status": Sentence("Inriktningsmål {nummer} saknar bedömning.", "Välj ett av orden i listan."),
    "R63-motivering": Sentence(
        "Bedömningen av inriktningsmål {nummer} är inte motiverad.",
        "Skriv hur målet blir verklighet, utifrån resultat och mått.",
    ),
    "R64-belopp": Sentence("{rubrik} saknas för {verksamhet}.", "Fyll i beloppet; skriv 0 om det inte finns något."),
    "R64-kommentar": Sentence(
        "{verksamhet} avviker med {belopp} tkr från årets budget, mer än {mest} procent, utan kommentar.",
        "Skriv varför verksamheten avviker.",
    ),
    "R64-namnd": Sentence(
        "Beloppen för {namnd} är inte nämndens egna: {summa}.",
        "Hämta en ny arbetsbok, där nämndens summor är ifyllda, eller rätta nämndens rapport.",
    ),
    "R64-summa": Sentence(
        "Driftredovisningens summa ({vad}) är {summa} tkr, men verksamhetens nettokostnader i resultaträkningen är "
        "{netto} tkr; skillnaden är {differens} tkr.",
        "Rätta resultaträkningen eller de centrala posterna.",
    ),
    "R78-resultat": Sentence(
        "Resultat {nummer} finns inte med i uppföljningen: ”{text}”.",
        "Hämta en ny arbetsbok; varje resultat i planen följs upp, även de som utgått.",
    ),
    "R78-aktivitet": Sentence(
        "Aktivitet {nummer} finns inte med i uppföljningen: ”{text}”.",
        "Hämta en ny arbetsbok; varje aktivitet i planen följs upp, även de som utgått.",
    ),
    "L1": Sentence(
        "Rapporten är angiven som lagstadgad men omfattar {manader} månader; lagen kräver sex till åtta.",
        "Svara nej, eller ange den rapport som omfattar januari–augusti.",
    ),
    "L2": Sentence(
        "Delårsrapporten behandlades {found}; lagen kräver att fullmäktige får den senast {senast}.",
        "Kontrollera dagen. Beslutet förs in som det är.",
    ),
    "L3": Sentence(
        "Årsredovisningen lämnades in {found}; den ska ha lämnats till fullmäktige senast {senast}.",
        "Kontrollera dagen, och skriv i ärendet varför den är sen.",
    ),
    "L6-bokslut-balans": Sentence(
        "Tillgångarna är {tillgangar} tkr, men eget kapital, avsättningar och skulder är {skulder} tkr.",
        "Rätta balansräkningen; de två sidorna ska vara lika.",
    ),
    "L6-bokslut-tomt": Sentence(
        "Posten ”{post}” har inget belopp.",
        "Skriv beloppet, eller 0. Utanför årsredovisningen och den lagstadgade rapporten får hela bladet vara tomt.",
    ),
    "R64-del": Sentence(
        "Delen av förvaltningsberättelsen är tom.", "Skriv texten; lagen kräver den i årsredovisningen."
    ),
    "L6-bokslut-kassa": Sentence(
        "Kassaflödet är {flode} tkr, men likvida medel har ändrats med {forandring} tkr.",
        "Rätta kassaflödesanalysen eller balansräkningen.",
    ),
}
