"""Kommunstyrelsen: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "KS 2026/302",
        "beloppsenhet": "tkr",
        "framtagen_av": "Kommundirektör med förvaltningsledning",
        "dokumentagare": "Kommunstyrelseförvaltningen",
        "dokumentansvarig": "Kommundirektör",
        "amnesomrade": "Ekonomi och styrning",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Reglemente för kommunstyrelsen (KS 2023/41)
            - Riktlinjer för resor och fordon (KS 2024/266)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Verksamhetsplanen beskriver vad kommunstyrelseförvaltningen ska göra under 2027 för att nå de fem
            resultat som kommunfullmäktige har fastställt för kommunstyrelsen, och hur ramen på 312 400 tkr
            fördelas.

            Två av resultaten gäller hela kommunen som arbetsgivare. De nås bara om övriga förvaltningar gör sin
            del, och planen anger därför vad HR-avdelningen ställer upp med och vad den förväntar sig tillbaka.
            Bilarna, kontaktcentret och samarbetet med Kunskapsförbundet Väst kan förvaltningen själv styra över.

            Planen tar slut den 31 december 2027. Då upphör även inriktningsmålen att gälla. Arbetet med nya mål för
            2028–2031 är årets största uppdrag vid sidan av resultaten.
        """),
        "uppdrag": prosa("""
            Kommunstyrelsen är kommunens ledande förvaltningsorgan. Enligt reglementet ska styrelsen

            - leda och samordna planeringen och uppföljningen av kommunens ekonomi och verksamhet,
            - ha uppsikt över nämnder, bolag och kommunalförbund,
            - vara anställningsmyndighet för kommunens medarbetare,
            - svara för IT, upphandling, näringsliv, krisberedskap och kommunens arkiv,
            - förvalta kommunens medel och lån.

            Kommunstyrelsen ansvarar för att målstyrningen införs i hela organisationen. Den beslutar tidsplan,
            anvisningar och preliminära ramar och tar emot nämndernas verksamhetsplaner.
        """),
        "organisation": prosa("""
            Förvaltningen leds av kommundirektören och har 118 årsarbetare i fyra avdelningar: kansli, ekonomi, HR
            och IT. Till kanslet hör kontaktcenter, näringsliv och hållbarhet samt transport och fordon.
            Överförmyndarenheten finns i samma hus men arbetar åt överförmyndarnämnden och har egen budget.

            Under året går två avdelningschefer i pension. Ekonomiavdelningen och IT-avdelningen får då en gemensam
            systemförvaltning; beslut om formerna fattas av kommundirektören före sommaren.
        """),
        "verksamhet": prosa("""
            Året börjar med ett nytt kommunfullmäktige och en ny kommunstyrelse. Kansliet utbildar förtroendevalda
            under januari–mars, och alla nämnder får samma genomgång av budget och ansvar.

            **Bilpoolen** görs om. Fyrtio bilar byts till laddbara, och poolen bokas i ett enda system i stället för
            tre. Det frigör elva bilar som inte behöver ersättas.

            **Kontaktcenter** tar över frågor om bygglov, avlopp och föreningsbidrag från mars. Rådgivarna får
            tillgång till ärendesystemen och kan svara på var ett ärende ligger.

            **Chefernas villkor** är det arbete som tar mest tid av HR. I dag har 34 chefer fler än 30 medarbetare,
            de flesta i vård och omsorg.
        """),
        "detaljbudget": prosa("""
            Två tredjedelar av ramen, 205 000 tkr, går till Kunskapsförbundet Väst och räddningstjänsten och kan
            inte påverkas under året. Återstår 107 400 tkr för politik och förvaltning.

            Effektiviseringen på 2 000 tkr fördelas så här: IT 900 tkr (licenser och telefoni), kansli 700 tkr
            (lokaler och två vakanta tjänster), HR 250 tkr och ekonomi 150 tkr. IT-avdelningens intäkter, 31 000
            tkr, är avgifter från nämnderna. Avgiften per arbetsplats är oförändrad.
        """),
        "investeringar": prosa("""
            Investeringarna är 12 000 tkr. Nätverk och servrar tar mest, eftersom utrustningen i två skolor och på
            stadshuset är från 2016. Laddplatserna byggs vid sex fastigheter och är en förutsättning för [[resultat
            2.3]].
        """),
        "uppfoljning": prosa("""
            Förvaltningsledningen går igenom resultat, aktiviteter och budget varje månad utom juli. Kommunstyrelsen
            får delårsrapport efter april och augusti samt årsberättelse i februari 2028. En aktivitet som är mer än
            fyra veckor sen tas upp med den ansvarige chefen och får ett nytt datum eller stryks.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("KS-3", "Följa upp avhopp tillsammans med Kunskapsförbundet Väst varje kvartal, program för program",
     "förvaltning", "Kommundirektör", "920", None, "Kommundirektör", dag(1, 1), dag(12, 31), None),
    ("KS-3", "Införa en gemensam överlämning från årskurs 9 till gymnasiet för elever med frånvaro över 15 procent",
     "förvaltning", "Kommundirektör", "920", None, "Utvecklingsledare", dag(2, 1), dag(9, 30), None),
    ("KS-3", "Kontakta varje folkbokförd elev som har avbrutit sina studier inom två veckor",
     "enhet", "Kanslichef", "920", "K12", "Samordnare för aktivitetsansvaret", dag(1, 11), dag(12, 17), 150),
    ("KS-3", "Redovisa kostnad per examen i ägardialogen med förbundet",
     "avdelning", "Ekonomichef", "921", "K20", "Controller", dag(3, 1), dag(10, 29), None),
    ("KS-1", "Byta 40 personbilar till laddbara",
     "enhet", "Kanslichef", "920", "K13", "Administrativ chef", dag(3, 1, 2026), dag(12, 31), 1_400),
    ("KS-1", "Bygga laddplatser vid sex fastigheter innan bilarna levereras",
     "enhet", "Kanslichef", "920", "K13", "Fordonssamordnare", dag(1, 15), dag(9, 30), None),
    ("KS-1", "Slå ihop förvaltningarnas tre bokningssystem för bilar till ett",
     "enhet", "Kommundirektör", "920", "K13", "Fordonssamordnare", dag(2, 1), dag(5, 31), 220),
    ("KS-1", "Avsluta leasingen av elva bilar som körs mindre än 500 mil om året",
     "enhet", "Kanslichef", "920", "K13", "Fordonssamordnare", dag(4, 1), dag(11, 30), None),
    ("KS-2", "Kartlägga antalet medarbetare per chef i alla förvaltningar",
     "avdelning", "HR-chef", "922", "K30", "HR-strateg", dag(1, 15), dag(3, 31), None),
    ("KS-2", "Omfördela chefsuppdrag i vård och omsorg efter kartläggningen",
     "förvaltning", "Kommundirektör", "922", None, "HR-chef", dag(4, 1), dag(10, 31), None),
    ("KS-2", "Ge 25 chefer med stora grupper en administratör på deltid",
     "avdelning", "HR-chef", "922", "K30", "HR-chef", dag(2, 1), dag(12, 31), 900),
    ("KS-2", "Ta bort sju rapporter som chefer lämnar i dag men som ingen använder",
     "avdelning", "HR-chef", "922", "K30", "HR-strateg", dag(1, 15), dag(6, 30), None),
    ("KS-4", "Låta varje arbetsgrupp välja en förbättring ur förra enkäten och följa den till hösten",
     "förvaltning", "Kommundirektör", "922", None, "HR-chef", dag(7, 1), dag(11, 30), None),
    ("KS-4", "Utbilda 60 chefer i att leda samtal om arbetsbelastning",
     "avdelning", "HR-chef", "922", "K30", "Organisationsutvecklare", dag(8, 16), dag(11, 30), 380),
    ("KS-4", "Genomföra medarbetarenkäten i september med papper för den som saknar dator i arbetet",
     "avdelning", "HR-chef", "922", "K30", "HR-strateg", dag(9, 1), dag(9, 30), 120),
    ("KS-4", "Återkoppla resultatet till alla arbetsgrupper inom sex veckor",
     "avdelning", "HR-chef", "922", "K30", "Avdelningschefer", dag(10, 1), dag(11, 12), None),
    ("KS-5", "Flytta frågor om bygglov, avlopp och föreningsbidrag till kontaktcenter",
     "enhet", "Kanslichef", "920", "K11", "Chef för kontaktcenter", dag(1, 11), dag(3, 31), 300),
    ("KS-5", "Ge rådgivarna läsbehörighet i fyra ärendesystem",
     "enhet", "IT-chef", "923", "K41", "Systemförvaltare", dag(1, 11), dag(2, 26), None),
    ("KS-5", "Skriva om de 50 vanligaste svaren i kunskapsbanken på klarspråk",
     "enhet", "Kanslichef", "920", "K11", "Kommunikatör", dag(2, 1), dag(6, 30), None),
    ("KS-5", "Bemanna telefonen till kl. 19 på torsdagar på försök",
     "enhet", "Kanslichef", "920", "K11", "Chef för kontaktcenter", dag(9, 1), dag(12, 16), 180),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande",
     "Planera för extraordinära händelser och höjd beredskap samt öva krisledningsnämnden varje år.",
     "lag eller stat", "Lag 2006:544", None, None),
    ("statligt uppdrag eller åläggande", "Vara arkivmyndighet för kommunens nämnder och bolag.",
     "lag eller stat", "Arkivlagen 8 §", None, None),
    ("statligt uppdrag eller åläggande", "Följa upp ungdomar under 20 år som inte går i gymnasiet.",
     "lag eller stat", "Skollagen 29 kap. 9 §", None, None),
    ("uppdrag från kommunfullmäktige", "Leda, samordna och ha uppsikt enligt reglementet.",
     "reglemente", "KF 2023-02-22 § 19", None, None),
    ("uppdrag från kommunfullmäktige", "Rapportera läget i de större byggprojekten två gånger om året.",
     "kommunfullmäktige", "KF 2025-09-24 § 118", None, None),
    ("uppdrag från nämnden", "Pröva vilka interna avgifter som kan ersättas med anslag från 2028.",
     "nämnden", "KS 2026-09-02 § 141", None, None),
    ("åtagande gentemot annan nämnd", "Sköta lön, ekonomisystem, telefoni och datorer åt alla nämnder.",
     "överenskommelse", "Tjänstekatalog 2027", "Alla nämnder", None),
    ("åtagande gentemot bolag", "Sköta löner och diarium åt Kanalbostäder AB.",
     "avtal", "KS 2024/512", "Kanalbostäder AB", None),
    ("åtagande gentemot region", "Medfinansiera kollektivtrafikens tillköp på linjerna till Brålanda.",
     "avtal", "KS 2025/87", "Västra Götalandsregionen", None),
    ("åtagande gentemot förbund", "Betala uppdragsersättning och delta i ägarsamråd fyra gånger om året.",
     "avtal", "Förbundsordning, KF 2021-11-17 § 160", "Kunskapsförbundet Väst", None),
    ("åtagande gentemot organisation", "Hålla lokal och samordnare åt föreningen som driver besöksmålet vid slussarna.",
     "överenskommelse", "KS 2025/340", "Lokal turistförening", None),
    ("särskild satsning", "Trygg start för nya förtroendevalda: utbildning för 51 ledamöter och 60 ersättare.",
     "kommunstyrelsen", "KS 2026-05-06 § 88", None, 450),
    ("projekt", "Ett ärendesystem i stället för fyra. Upphandling 2027, införande 2028.",
     "kommunstyrelsen", "KS 2026-03-04 § 39", None, 1_200),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 0, 8_900, 300, 3_200, 0, 12_000),
    ("270", 0, 0, 0, 27_000, 0, 26_400),
    ("450", 0, 0, 0, 178_000, 0, 172_300),
    ("920", 6_000, 33_800, 4_100, 9_300, 800, 41_100),
    ("921", 2_000, 15_900, 1_200, 1_850, 50, 16_700),
    ("922", 1_000, 16_400, 1_300, 4_200, 100, 20_500),
    ("923", 31_000, 19_500, 1_900, 20_100, 4_500, 14_900),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Nätverk och servrar", "investering", 4_500, 4_000, 4_000),
    ("E-tjänster och ärendehantering", "investering", 2_500, 2_000, 1_500),
    ("Laddplatser vid kommunens lokaler", "investering", 3_000, 2_000, 1_000),
    ("Markförvärv", "exploatering", 2_000, 2_000, 2_000),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("KS-1", "Körda mil med bensin och diesel i tjänsten", "mil", "lägre", "Körjournaler", "tertial",
     "41200", "2025", "33000", "26000", "20000"),
    ("KS-5", "Väntetid i telefon, genomsnitt", "sekunder", "lägre", "Växelns statistik", "månad",
     "74", "2025", "60", "55", "50"),
)
# fmt: on

ROWS: Rows = {
    "vp_matt": MATT,
    "aktivitet": AKTIVITETER,
    "vb": VB,
    "budgetrad": BUDGET,
    "vp_investering": INVESTERINGAR,
    "vp_bilaga": [
        {
            "nummer": 1,
            "titel": "Chefer och antal medarbetare per förvaltning",
            "innehall": prosa("""
                Antal chefer med fler än 30 direkt underställda den 30 september 2026:

                - Socialförvaltningen: 21
                - Barn- och utbildningsförvaltningen: 8
                - Samhällsbyggnadsförvaltningen: 4
                - Övriga: 1

                Kommunen har 179 chefer. Uppgiften tas ur personalsystemet sista dagen i varje tertial.
            """),
        },
    ],
}
