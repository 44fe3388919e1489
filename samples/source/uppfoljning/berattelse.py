"""The förvaltningsberättelse by period. After April it is short: the law does not ask for that report."""

from collections.abc import Mapping

from ..writing import prosa

STYRNING = prosa("""
    Kommunen styrs med vision, inriktningsmål, förväntade resultat och aktiviteter enligt reglerna för mål- och
    resultatstyrning. Kommunfullmäktige beslutar om målen och ramarna i mål- och resursplanen. Nämnderna svarar för
    resultaten och beslutar om verksamhetsplan och detaljbudget.

    Nämnderna följer upp sina planer efter april, efter augusti och för året. Kommunstyrelsen sammanställer
    rapporterna, bedömer inriktningsmålen och lämnar den samlade rapporten till kommunfullmäktige.
""")
OVERSIKT = prosa("""
    Antalet invånare har legat nära 40 000 i tio år. Andelen över 80 år ökar och barnen blir färre: förskolan har
    260 barn färre än 2020, medan hemtjänsten beviljar en femtedel fler timmar.

    Nettokostnaderna har de senaste fem åren ökat med i genomsnitt 4,1 procent om året och skatteintäkterna med
    3,7 procent. Låneskulden har vuxit från 640 000 tkr till 780 000 tkr vid årets början.
""")

TEXTER: Mapping[str, Mapping[str, str]] = {
    "T1": {
        "sammanfattning": prosa("""
            Årets första uppföljning visar att det mesta går enligt plan, men att prognosen är sämre än budgeten.
            Barn- och utbildningsnämnden och socialnämnden räknar med underskott, se [[tabell Driftredovisning]].

            De flesta resultaten kan bedömas först efter augusti.
        """),
        "stallning": "Skatteunderlaget växer långsammare än kostnaderna. Lönerevisionen blev dyrare än budgeterat, och "
                     "räntan på nya lån är 0,3 procentenheter högre än i budgeten.",
        "handelser": "- Byggstart för förskolan Mariedal\n- Ny samtalsstyrning i kontaktcenter\n"
                     "- Lovskola på sportlovet för 31 elever",
        "hushallning": "Verksamhetsmålen bedöms nås delvis. Det finansiella målet bedöms inte nås, eftersom resultatet "
                       "väntas bli svagare än budgeterat.",
        "finansiell_analys": prosa("""
            Resultatet efter april är 1 000 tkr. Prognosen för året är 9 500 tkr.

            - Två nämnder räknar med underskott
            - Centrala poster väntas ge ett överskott på 1 000 tkr
        """),
        "balanskrav": "Balanskravsresultatet beräknas bli positivt.",
        "utveckling": "Förskolan behöver minska antalet avdelningar till hösten. Hemtjänstens bemanning på kvällar är "
                      "den största osäkerheten i prognosen.",
        "vision": "Det är för tidigt på året att säga mer än att arbetet har börjat. Inget talar mot att kommunen "
                  "närmar sig visionen i skolan och i klimatarbetet.",
    },
    "T2": {
        "sammanfattning": prosa("""
            Kommunen bedöms nå sina mål delvis. Skola och klimat går åt rätt håll, medan hemtjänsten blir sämre för
            dem som har mest hjälp, se [[mål 3]].

            Ekonomin är svag. Barn- och utbildningsnämnden och socialnämnden räknar tillsammans med ett underskott på
            29 400 tkr. Centrala poster väger inte upp det, och det finansiella målet bedöms inte nås.
        """),
        "oversikt": OVERSIKT,
        "stallning": prosa("""
            Skatteunderlaget växer långsammare än kostnaderna. Räntan har stigit, och varje procentenhet kostar
            8 200 tkr om året när lånen har satts om. Byggpriserna är den största risken i investeringarna.

            Skyfallet i juli skadade Dalbobergsvägen. Kostnaden, 2 100 tkr, ryms inom samhällsbyggnadsnämndens ram.
        """),
        "handelser": "- Byggstart för förskolan Mariedal\n- Nytt gruppboende enligt LSS i juni\n- Skyfallet i juli\n"
                     "- Två närvaroteam började i skolorna i augusti",
        "styrning": STYRNING,
        "hushallning": "Verksamhetsmålen bedöms nås delvis och det finansiella målet bedöms inte nås. Sammantaget "
                       "bedöms målet om god ekonomisk hushållning nås delvis.",
        "finansiell_analys": prosa("""
            Nettokostnaderna ökar snabbare än skatteintäkterna. Resultatet efter augusti är 7 800 tkr, 12 000 tkr
            lägre än samma period förra året, och prognosen för året är 2 100 tkr.

            - **Resultat:** prognosen är svagare än budgeten, se [[tabell Resultaträkning]]
            - **Kapacitet:** soliditeten sjunker något, och låneskulden väntas öka med 60 000 tkr under året
            - **Risk:** två nämnder har återkommande underskott
            - **Kontroll:** prognosen i april var 7 400 tkr högre; skillnaden är socialnämndens kvällsbemanning
        """),
        "balanskrav": "Balanskravsresultatet beräknas bli positivt. Inget underskott finns att återställa, och "
                      "resultatreserven används inte.",
        "personal": "Kommunen har 3 135 årsarbetare. Sjukfrånvaron är 7,3 procent, lägre än i april. Den är högre hos "
                    "kvinnor än hos män, och högst i vård och omsorg.",
        "utveckling": "Resultatet väntas bli svagt även nästa år. Kommunen behöver anpassa skola och förskola till "
                      "färre barn och bygga ut äldreomsorgen.",
        "vision": "Kommunen rör sig mot visionen i skolan och klimatet. I äldres vardag går det åt fel håll, och det "
                  "är där kommande beslut behöver göra skillnad.",
    },
    "AR": {
        "sammanfattning": prosa("""
            Kommunen når sina fem inriktningsmål delvis. Fler elever lämnar skolan med godkända betyg och utsläppen är
            de lägsta hittills, men hemtjänsten har inte blivit tryggare, se [[mål 3]].

            Årets resultat blev 10 800 tkr. Det är bättre än prognosen i augusti men räcker inte till det finansiella
            målet. Barn- och utbildningsnämnden och socialnämnden hade tillsammans ett underskott på 28 500 tkr.
        """),
        "oversikt": OVERSIKT,
        "stallning": prosa("""
            Skatteintäkterna blev 3 500 tkr högre än i augustiprognosen, eftersom sysselsättningen höll i sig. Räntan
            och byggpriserna är de största riskerna framåt.

            Kommunens borgensåtaganden och pensionsförpliktelser är oförändrade i förhållande till skatteintäkterna.
        """),
        "handelser": "- Slutbetygen i årskurs 9 blev de bästa på fem år\n- Nytt gruppboende enligt LSS i juni\n"
                     "- Skyfallet i juli\n- De tre sista styrsystemen för energi togs i drift i december",
        "styrning": STYRNING,
        "hushallning": "Verksamhetsmålen nås delvis och det finansiella målet nås inte. Sammantaget är målet om god "
                       "ekonomisk hushållning delvis uppfyllt.",
        "finansiell_analys": prosa("""
            Nettokostnaderna ökade snabbare än skatteintäkterna. Årets resultat är 10 800 tkr, 7 800 tkr lägre än
            året före.

            - **Resultat:** 0,4 procent av skatter och generella bidrag; målet är 1,0 procent
            - **Kapacitet:** låneskulden ökade med 60 000 tkr, och soliditeten sjönk till 42,5 procent
            - **Risk:** två nämnder har underskott för tredje året i rad
            - **Kontroll:** utfallet blev 8 700 tkr bättre än prognosen i augusti
        """),
        "balanskrav": "Årets resultat har minskats med realisationsvinster på 1 900 tkr. Balanskravsresultatet är "
                      "positivt. Inget underskott finns att återställa, och resultatreserven används inte.",
        "personal": "Kommunen har 3 131 årsarbetare. Sjukfrånvaron blev 7,2 procent, 0,4 procentenheter lägre än 2025. "
                    "Den är fortfarande högre hos kvinnor än hos män, och högst i vård och omsorg.",
        "utveckling": "Resultatet väntas bli svagt även nästa år. Kommunen behöver anpassa skola och förskola till "
                      "färre barn och bygga ut äldreomsorgen. Nya inriktningsmål ska beredas före nästa mandatperiod.",
        "vision": "Kommunen är närmare visionen än för fyra år sedan: fler unga klarar skolan, utsläppen är lägre och "
                  "servicen är lättare att nå. Hela livet ut är visionen inte uppfylld så länge hemtjänsten byter "
                  "ansikten.",
    },
}  # fmt: skip
