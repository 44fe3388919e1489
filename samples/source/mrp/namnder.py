"""A chapter for each nämnd with a frame, and the notes from the uppdragsdialoger."""

from ..writing import prosa, table
from .mal import DIALOG

# fmt: off
NAMNDTEXT = table(
    "namnd uppdrag inriktning",
    ("KF", prosa("""
        Kommunfullmäktige är kommunens högsta beslutande organ och har 51 ledamöter. Anslaget betalar sammanträden,
        arvoden, webbsändning, partistöd och fullmäktiges beredningar.
     """), prosa("""
        Efter valet 2026 introduceras ett nytt fullmäktige. Utbildning i budget, jäv och offentlighet ges under
        våren 2027. Senast i december 2027 ska fullmäktige besluta inriktningsmål för 2028–2031.
     """)),
    ("KS", prosa("""
        Kommunstyrelsen leder och samordnar kommunens förvaltning och har uppsikt över nämnderna och bolagen.
        Styrelsen svarar för kansli, ekonomi, personal, IT, kontaktcenter, näringsliv och krisberedskap. Genom
        kommunstyrelsen betalas också ersättningen till Kunskapsförbundet Väst och avgiften till
        räddningstjänstförbundet, som tillsammans är två tredjedelar av ramen.
     """), prosa("""
        Ramen ökar med 8 500 tkr. Av det går 3 600 tkr utöver uppräkningen till Kunskapsförbundet Väst, där
        elevantalet ökar. Den egna förvaltningen sparar 2 000 tkr, främst genom färre licenser och lokaler.

        Tre saker prioriteras under perioden: färre medarbetare per chef ([[resultat 4.3]]), bilpoolens omställning
        ([[resultat 2.3]]) och ett kontaktcenter som kan ge besked direkt ([[resultat 5.1]]).
     """)),
    ("BUN", prosa("""
        Barn- och utbildningsnämnden ansvarar för förskola, förskoleklass, grundskola, anpassad grundskola,
        fritidshem, elevhälsa och skolskjuts. Omkring 1 700 barn går i förskolan och 4 600 elever i kommunens
        skolor. Nämnden har drygt 1 300 årsarbetare.
     """), prosa("""
        Nämnden har två uppgifter som drar åt olika håll: att krympa förskolan i takt med att barnen blir färre, och
        att lägga mer kraft på elever som är på väg att lämna skolan. Volymminskningen är 6 700 tkr. Elevhälsan får
        5 000 tkr mer, i första hand till närvaroteam på tre skolor.

        Skolresultaten går åt rätt håll sedan 2023, men skillnaden mellan skolorna är oförändrad. [[resultat 1.1]]
        gäller därför alla skolor, och nämnden ska redovisa utfallet för var och en.
     """)),
    ("BN", prosa("""
        Byggnadsnämnden prövar bygglov, utövar tillsyn över byggandet, tar fram detaljplaner och svarar för kartor
        och mätning. Nämnden beslutar även om bostadsanpassningsbidrag. Halva verksamheten betalas med avgifter.
     """), prosa("""
        Antalet bygglov föll med en fjärdedel mellan 2022 och 2025 men har vänt. Nämnden ska korta väntan på beslut
        från 30 till 24 dagar utan fler tjänster, genom att fler ansökningar är kompletta när de kommer in. Två
        detaljplaner för bostäder, i Vargön och Brålanda, ska antas under perioden.
     """)),
    ("KFN", prosa("""
        Kultur- och fritidsnämnden driver bibliotek, kulturskola, fritidsgårdar, idrottsanläggningar och
        friluftsområden, och fördelar bidrag till kommunens föreningar. Nämnden samlar också konst och kulturmiljö.
     """), prosa("""
        Biblioteken får 800 tkr för fler bemannade timmar och föreningarna 400 tkr i höjda bidrag. Båda tillskotten
        är varaktiga. Nämnden ska nå fler barn som läser lite ([[resultat 1.5]]) och äldre som sällan lämnar hemmet
        ([[resultat 3.4]]).
     """)),
    ("MHN", prosa("""
        Miljö- och hälsoskyddsnämnden utövar tillsyn enligt miljöbalken och livsmedelslagen och arbetar med natur-
        och vattenvård. Omkring 1 450 verksamheter står under nämndens tillsyn, och 6 200 fastigheter har enskilt
        avlopp.
     """), prosa("""
        Kontrollskulden från åren med vakanser är i stort sett borta. Nästa steg är att varje planerad
        livsmedelskontroll görs under året ([[resultat 5.3]]) och att handläggningen av avlopp blir snabbare.
        Tillsynen över energianvändning riktas mot de verksamheter som förbrukar mest.
     """)),
    ("REV", prosa("""
        Revisorerna granskar på fullmäktiges uppdrag all verksamhet i nämnder, styrelser och bolag. De är nio och
        biträds av sakkunniga som upphandlas.
     """), prosa("""
        Revisionen väljer själv vad som granskas. Anslaget räcker till fem fördjupade granskningar om året, en
        mindre än 2026, eftersom det nya avtalet om sakkunniga är dyrare.
     """)),
    ("SBN", prosa("""
        Samhällsbyggnadsnämnden ansvarar för gator, parker, kommunens fastigheter, lokalvård, måltider, vatten,
        avlopp och renhållning. Nämnden bygger och förvaltar lokaler åt de andra nämnderna, som betalar hyra.

        Nämnden har två anslagsbindningsnivåer. Den taxefinansierade verksamheten ska gå jämnt upp och får inget
        kommunbidrag.
     """), prosa("""
        Planperioden präglas av stora byggen. Samtidigt ska energianvändningen minska med åtta kilowattimmar per
        kvadratmeter ([[resultat 2.1]]) och matsvinnet med åtta gram per portion ([[resultat 2.2]]). Besparingarna
        stannar hos nämnden och används till underhåll.

        Effektiviseringen på 1 200 tkr tas ut i lokalvårdens planering och i färre maskiner på gatuenheten.
     """)),
    ("SN", prosa("""
        Socialnämnden ansvarar för äldreomsorg, hälso- och sjukvård i hemmet, stöd till personer med
        funktionsnedsättning, individ- och familjeomsorg samt arbetsmarknadsinsatser. Nämnden är kommunens största
        arbetsgivare med 1 750 årsarbetare.
     """), prosa("""
        Ramen ökar med 32 600 tkr, varav 9 400 tkr för fler invånare över 80 år. Särskilt boende ska bli 4 000 tkr
        billigare genom jämnare bemanning mellan enheterna. Antalet platser minskar inte.

        Hemtjänstens brukare möter i dag 15 olika medarbetare på två veckor. Nämndens viktigaste resultat är att det
        blir högst 13 ([[resultat 3.1]]). Erfarenheten från pilotgruppen i norr är att mindre lag även ger lägre
        sjukfrånvaro.
     """)),
    ("VAL", prosa("""
        Valnämnden genomför allmänna val och folkomröstningar i kommunen. Under 2026 ansvarar nämnden för valen till
        riksdag, region- och kommunfullmäktige i 23 valdistrikt.
     """), prosa("""
        Inget allmänt val hålls 2027, och ramen minskar med 1 700 tkr. År 2029 ökar den på nytt, eftersom det då är
        val till Europaparlamentet. Nämnden ser under 2027 över valdistriktens gränser.
     """)),
    ("OFN", prosa("""
        Överförmyndarnämnden utövar tillsyn över gode män, förvaltare och förmyndare. Omkring 520 personer i
        kommunen har en ställföreträdare. Handläggningen sköts av överförmyndarenheten i
        kommunstyrelseförvaltningen.
     """), prosa("""
        Nämnden får 500 tkr för att granska årsräkningarna i tid. Försenad granskning är en risk för den enskilde,
        som kan förlora pengar utan att någon märker det. Målet är att 95 procent är granskade i slutet av augusti
        ([[resultat 3.5]]).
     """)),
)

DIALOG_ROWS = [
    {"datum": DIALOG[row["namnd"]], **row}
    for row in table(
        "namnd narvarande anteckning",
        ("KF", "Fullmäktiges presidium, budgetberedningen, kommundirektör", prosa("""
            Presidiet vill behålla webbsändningen med textning. Ryms inom ramen. Inga förväntade resultat, eftersom
            fullmäktige inte kan äga sådana.
         """)),
        ("KS", "Kommunstyrelsens presidium, kommundirektör, ekonomichef, HR-chef, IT-chef", prosa("""
            Fem resultat stämdes av. Förslaget ”arbeta med attraktiv arbetsgivare” ströks, eftersom det beskriver en
            aktivitet. Elevantalet i Kunskapsförbundet är högre än i februari; ramen höjs med 2 000 tkr.
         """)),
        ("BUN", "Nämndens presidium, förvaltningschef, verksamhetschefer, budgetberedningen", prosa("""
            Nämnden ville ha 8 procent som mål för frånvaron. Budgetberedningen bedömde 9 procent som realistiskt på
            ett år. Enighet om att elevhälsan får 5 000 tkr och att satsningen utvärderas.
         """)),
        ("SN", "Nämndens presidium, förvaltningschef, avdelningschefer, budgetberedningen", prosa("""
            Effektiviseringen i särskilt boende sänktes från 9 000 till 4 000 tkr. Nämnden tar fram en plan för
            platsbehovet. Resultatet om kontinuitet är oförändrat från 2026, då det inte nåddes.
         """)),
        ("SBN", "Nämndens presidium, förvaltningschef, fastighetschef, kostchef, ekonom", prosa("""
            Resultaten om energi och matsvinn skärptes. Nämnden påpekade att hyreskompensationen gäller avtal som
            redan är tecknade. Taxan för vatten och avlopp tas upp hösten 2027.
         """)),
        ("BN", "Nämndens presidium, förvaltningschef, bygglovschef", prosa("""
            Två resultat. Nämnden kan korta handläggningstiden om e-tjänsten byggs ut. Bostadsanpassning mäts från
            komplett ansökan.
         """)),
        ("MHN", "Nämndens presidium, förvaltningschef, enhetschefer", prosa("""
            Tre resultat. Diskussion om taxan: nämnden får i uppdrag att lämna förslag om efterhandsdebitering.
         """)),
        ("KFN", "Nämndens presidium, förvaltningschef, bibliotekschef, fritidschef", prosa("""
            Fyra resultat. Öppettiderna förlängs från den 1 mars 2027, när schemat är förhandlat. Föreningarnas
            lokalhyror är oförändrade 2027.
         """)),
        ("OFN", "Nämndens presidium, enhetschef", prosa("""
            Två resultat. Enheten har haft två vakanser sedan hösten 2025; båda är tillsatta. Tillskottet är
            varaktigt.
         """)),
        ("VAL", "Ordförande, valsamordnare", prosa("""
            Inget val 2027. Kostnaden för lagerlokal ligger kvar.
         """)),
        ("REV", "Revisorernas ordförande, fullmäktiges presidium", prosa("""
            Revisionens budget bereds av fullmäktiges presidium. Uppräkningen täcker inte det nya avtalet fullt ut.
         """)),
    )
]
# fmt: on

ROWS = {"namndtext": NAMNDTEXT, "dialog": DIALOG_ROWS}
