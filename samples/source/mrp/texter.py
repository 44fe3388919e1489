"""Facts about the mål- och resursplan as a whole, and its running text."""

from ..writing import Form, prosa

MRP: Form = {
    "diarienummer": "KS 2026/101",
    "beloppsenhet": "tkr",
    "skattesats": "21.21",
    "skattesats_forandring": "0",
    "dokumentagare": "Kommunstyrelseförvaltningen",
    "dokumentansvarig": "Ekonomichef",
    "amnesomrade": "Ekonomi och styrning",
    "intranat": True,
    "hemsida": True,
    "styrande_dokument": prosa("""
        - Regler för mål- och resultatstyrning (KS 2019/353)
        - Riktlinjer för god ekonomisk hushållning (KS 2025/377)
        - Finanspolicy (KS 2022/68)
    """),
    "resultatmal_procent": "1.0",
}

TEXTER: Form = {
    "inledning": prosa("""
        Mål- och resursplanen är kommunfullmäktiges samlade beslut om vad kommunen ska uppnå 2027 och vad det får
        kosta. Den anger också plan för 2028 och 2029. Budgeten för 2027 är bindande; de två planåren visar vart
        beslutet leder om inget ändras och omprövas nästa vår.

        Planen har tre delar. **Del I** innehåller vision, mål och kommunens ekonomi i sin helhet. **Del II** har
        ett kapitel för varje nämnd. **Del III** är investerings- och exploateringsplanen, som sträcker sig till
        2031.

        Arbetet började i januari 2026. Kommunstyrelsen beslutade anvisningar och preliminära ramar den 11 februari
        (§ 21), nämnderna lämnade sina underlag i mars och uppdragsdialogerna hölls i april. Jämfört med februari
        har ramarna höjts med sammanlagt 14 000 tkr: 7 000 tkr till barn- och utbildningsnämnden, 5 000 tkr till
        socialnämnden och 2 000 tkr till kommunstyrelsen. Höjningen ryms inom ett budgeterat resultat på 30 000 tkr.

        År 2026 är valår. Det nyvalda kommunfullmäktige fastställer därför budgeten på nytt i november. Till dess
        gäller beslutet från juni som förutsättning för nämndernas verksamhetsplaner.

        Beloppen anges i tusental kronor, förkortat tkr, om inget annat sägs. Ramar och nettokostnader skrivs utan
        minustecken. I resultat- och kassaflödesbudgeten är intäkter plus och kostnader minus.
    """),
    "styrmodell": prosa("""
        Kommunen styrs med mål. Kedjan har fyra led, och varje led ska gå att följa till nästa:

        - **Visionen** är kommunfullmäktiges bild av kommunen på lång sikt, se [[kapitel Vision]].
        - **Inriktningsmålen** anger fullmäktiges viljeinriktning för mandatperioden. De är fem och gäller
          2024–2027.
        - **De förväntade resultaten** är vad nämnderna ska åstadkomma. Varje resultat hör till ett inriktningsmål,
          har en ansvarig nämnd, en period och minst ett mått.
        - **Aktiviteterna** är förvaltningarnas insatser för att nå resultaten. De beslutas inom förvaltningen och
          står i nämndens verksamhetsplan, inte här.

        Mått finns på två nivåer. Fullmäktiges egna mått följer inriktningsmålen och visar läget i kommunen.
        Nämndernas mått följer resultaten och visar om insatserna räcker. Ett mått på högre nivå kan påverkas av
        sådant som kommunen inte rår över; [[mått M2a]] beror till exempel delvis på vintern.

        Resultaten i den här planen stämdes av i uppdragsdialogerna i april. Då prövades tre frågor: Går det att
        mäta? Är målvärdet bättre än utfallet 2025? Räcker ramen? Fyra förslag ströks för att de upprepade en lag,
        två för att de beskrev en aktivitet.

        Uppföljning sker efter april, efter augusti och vid årets slut. I april och augusti bedöms om resultatet
        kommer att nås under året. Avviker en nämnd ska rapporten innehålla en åtgärd, vem som ansvarar och när den
        ska vara klar.
    """),
    "hushallning": prosa("""
        God ekonomisk hushållning betyder att varje generation bär kostnaden för den service den själv får, och att
        skattepengarna gör nytta. Kommunfullmäktiges riktlinjer från november 2025 anger tre finansiella mål:

        - Årets resultat ska vara **minst 1,0 procent** av skatteintäkter och generella statsbidrag.
        - Skattefinansierade investeringar ska över tre år till **minst 70 procent** betalas med egna medel.
        - Soliditeten ska inte sjunka under **40 procent**.

        Budgeten för 2027 når alla tre. Resultatet är 30 000 tkr eller 1,1 procent. Även 2028 är resultatet 1,1
        procent. År 2029 stannar det på 29 000 tkr, vilket är strax under målet: det fattas 250 tkr. Avvikelsen
        redovisas öppet och ska vara åtgärdad innan plan 2028–2030 beslutas.

        Verksamhetsmålen för god ekonomisk hushållning är de fem inriktningsmålen. Av dem har [[mål 1]] och [[mål
        4]] störst betydelse för ekonomin på sikt. Varje elev som fullföljer gymnasiet minskar behovet av stöd
        senare i livet, och en procentenhet lägre sjukfrånvaro frigör omkring 18 000 tkr om året i sjuklön och
        vikarier.

        Kommunen har ingen resultatreserv. Balanskravsresultatet för 2027 beräknas till 30 000 tkr, eftersom inga
        realisationsvinster är budgeterade, och inget underskott finns att återställa.
    """),
    "omvarld": prosa("""
        Konjunkturen vänder långsamt uppåt. Sysselsättningen i riket väntas öka under 2027, men i Trestad slår
        omställningen i fordonsindustrin fortfarande igenom. Arbetslösheten i kommunen var 8,4 procent i mars 2026,
        och nästan hälften av de arbetslösa har varit utan arbete i mer än ett år. Det bestämmer hur fort
        kostnaderna för försörjningsstöd kan sjunka, se [[resultat 3.2]].

        Socialtjänstlagen från 2025 flyttar tyngdpunkten mot förebyggande insatser. Statsbidraget för omställningen
        trappas ned från 2028 och är därför inte inräknat i socialnämndens ram för planåren.

        Kompetensförsörjningen är den fråga som flest nämnder lyfte i dialogerna. Fram till 2030 går var femte
        undersköterska i kommunen i pension. Bristen på lärare har däremot minskat när barnkullarna blivit mindre.

        Elpriset har halverats sedan 2022 men svänger mer än tidigare. Fastighetsbudgeten bygger på ett pris på 95
        öre per kilowattimme, nätavgift oräknad. Höjs priset med tio öre ökar kostnaden med ungefär 2 600 tkr.

        Säkerhetsläget ställer nya krav på kommunen. Arbetet med krigsorganisation, reservkraft och nödvatten
        finansieras till största delen med statsbidrag.
    """),
    "befolkning": prosa("""
        Vid årsskiftet 2025/2026 hade kommunen 40 077 invånare. Prognosen visar en svag minskning, till 39 890 den 1
        november 2028. Fler flyttar hit än härifrån, men det föds färre än vad som dör.

        Förändringen är liten i antal och stor i sammansättning:

        - **Barn 1–5 år** blir 75 färre mellan 2027 och 2029. Det motsvarar fyra till fem avdelningar i förskolan.
        - **Elever 6–15 år** är i stort sett oförändrade, runt 4 840.
        - **Personer i åldern 20–64 år** blir 210 färre.
        - **Invånare som är 80 år och äldre** blir 230 fler, en ökning med nära åtta procent på två år.

        Ramarna följer den utvecklingen. Förskolan får 6 700 tkr mindre och äldreomsorgen 9 400 tkr mer för volymer
        2027. Båda beloppen räknas om när prognosen i oktober 2026 är känd.

        Skillnaden mellan kommundelarna är stor. I Mariedal och Öxnered växer antalet barn, medan Brålanda och
        Frändefors har tomma platser i förskolan. Lokalplaneringen i Del III utgår från det.
    """),
    "skatteunderlag": prosa("""
        Skatteintäkterna beräknas till 2 071 000 tkr och de generella statsbidragen och utjämningen till 716 000
        tkr, sammanlagt 2 787 000 tkr. Utdebiteringen är oförändrad, 21,21 kronor per skattekrona.

        Beräkningen bygger på rikets prognos i april 2026. Skatteunderlaget antas växa med 3,4 procent 2027 och
        omkring 3 procent per år därefter. Eftersom kommunens befolkning minskar växer våra skatteintäkter
        långsammare, 2,7 procent per år 2028 och 2029.

        Pris- och löneuppräkningen i ramarna är 64 800 tkr, i genomsnitt 2,5 procent. Den täcker helårseffekten av
        2026 års löneavtal och prisökningar på 2,0 procent. Lönerevisionen för 2027, som antas bli 3,0 procent,
        ligger centralt och fördelas till nämnderna när avtalen är klara.

        Osäkerheten är större än vanligt. En *känslighetsanalys* visar vad som händer om antagandena inte håller:

        - Skatteunderlaget växer en procentenhet långsammare: 20 700 tkr lägre intäkter.
        - Kommunen får 100 färre invånare än beräknat: 7 000 tkr lägre intäkter.
        - Lönerna ökar en procentenhet mer: 17 500 tkr högre kostnader.
        - Räntan på rörliga lån stiger en procentenhet: 4 200 tkr högre kostnader.
    """),
    "finansiell_analys": prosa("""
        Nämndernas ramar ökar från 2 632 000 till 2 705 000 tkr, alltså med 73 000 tkr eller 2,8 procent.
        Fördelningen framgår av [[tabell Driftbudget]]. Tillsammans med centrala och interna poster blir
        verksamhetens nettokostnader 2 744 000 tkr. De tar i anspråk 98,5 procent av skatter och generella
        statsbidrag.

        **Resultatet** räcker till det finansiella målet 2027 och 2028 men inte riktigt 2029. Avskrivningarna ökar
        med 8 000 tkr om året när nya lokaler tas i bruk, och räntekostnaderna med 3 000 tkr. Det är de två posterna
        som pressar resultatet i slutet av perioden, snarare än nämndernas ramar.

        **Investeringarna** uppgår till 210 000 tkr 2027. Resultat och avskrivningar täcker 148 000 tkr, och 60 000
        tkr lånas. Den långfristiga skulden växer från 780 000 till 840 000 tkr, ungefär 21 000 kronor per invånare.
        När förskolan i Mariedal och grundskolan i Brålanda är färdiga minskar lånebehovet, till 25 000 tkr 2029.

        **Soliditeten** sjunker från 43,2 till 42,8 procent 2027 och ligger därefter stilla. Den är fortfarande över
        målet på 40 procent.

        Riskerna finns främst i två nämnder. Barn- och utbildningsnämnden måste stänga avdelningar i samma takt som
        barnen blir färre. Socialnämnden ska minska kostnaden i särskilt boende med 4 000 tkr samtidigt som behoven
        ökar. Kommunfullmäktiges reserv inom de centrala posterna är 12 000 tkr och räcker inte om båda misslyckas.
    """),
    "koncernforetag": prosa("""
        I kommunkoncernen ingår Kanalbostäder AB och Slussens Fastighets AB. Kommunen är dessutom medlem i
        Kunskapsförbundet Väst och i räddningstjänstförbundet.

        Kanalbostäder AB budgeterar ett resultat efter finansiella poster på 21 000 tkr för 2027. Bolaget
        bygger om 112 lägenheter till en kostnad av 96 000 tkr och lånar 60 000 tkr till det. Soliditeten beräknas
        till 24 procent. Utdelning är inte budgeterad.

        Slussens Fastighets AB räknar med 3 200 tkr i resultat. Vakanserna i industrilokalerna har minskat från
        elva till sju procent sedan 2024, och bolaget planerar inga nya lån.

        Kommunens borgensåtagande för bolagen är 1 240 000 tkr. Räntekostnaden stiger när äldre lån sätts om:
        ungefär en tredjedel av bolagens lån förfaller under planperioden.

        Kunskapsförbundet Väst får 178 000 tkr från kommunen 2027, en ökning med 5 700 tkr. Hälften av förbundets
        elever är folkbokförda i Vänersborg, och kommunens andel av kostnaden följer elevantalet. Resultatet följs i
        [[resultat 1.3]].
    """),
    "investeringar": prosa("""
        Investerings- och exploateringsplanen omfattar 891 800 tkr under fem år. Tyngdpunkten ligger i början: 210
        000 tkr 2027 och 196 000 tkr 2028. Samhällsbyggnadsnämnden svarar för mer än fyra femtedelar eftersom
        nämnden bygger åt de andra.

        Tre projekt avgör planen. **Ny förskola Mariedal** ersätter två äldre förskolor och öppnar i augusti 2028.
        **Grundskolan i Brålanda** får nya lokaler för årskurs 7–9 och öppnar till höstterminen 2029. **Ett nytt
        särskilt boende** med 60 platser projekteras 2027 och tas i bruk 2031; byggstart kräver ett nytt beslut i
        fullmäktige.

        Vatten och avlopp finansieras med taxa och belastar inte skattekollektivet. De står för 47 000 tkr av 2027
        års investeringar.

        Kommunfullmäktige anslår medel per nämnd för 2027. Nämnden får omfördela mellan objekt upp till 2 000 tkr,
        men inte starta ett objekt som saknas i planen. Medel som inte har använts vid årets slut förs över endast
        om kommunstyrelsen beslutar det i samband med bokslutet. Beloppen för 2028–2031 är en plan och kan ändras.

        Driftkostnaden för nya lokaler ska rymmas i den nyttjande nämndens ram. För Mariedal är den beräknad till 6
        400 tkr om året.
    """),
}
