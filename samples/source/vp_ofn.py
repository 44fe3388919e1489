"""Överförmyndarnämnden: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "ÖFN 2026/38",
        "beloppsenhet": "tkr",
        "framtagen_av": "Enhetschef",
        "dokumentagare": "Kommunstyrelseförvaltningen",
        "dokumentansvarig": "Enhetschef, överförmyndarenheten",
        "amnesomrade": "Överförmyndare",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Reglemente för överförmyndarnämnden (KS 2023/46)
            - Tillsynsplan (ÖFN 2026/30)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
        "inga_satsningar": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Överförmyndarnämnden vakar över att den som har god man eller förvaltare inte lider rättsförluster.
            Planen visar hur överförmyndarenheten ska hinna granska årsräkningarna före september och yttra sig
            snabbare till tingsrätten. Ramen är 6 900 tkr, varav 500 tkr är ett tillskott för just detta.
        """),
        "uppdrag": prosa("""
            Nämnden utövar tillsyn enligt föräldrabalken över ställföreträdare för omkring 520 personer. Den
            rekryterar och utbildar gode män, prövar deras uttag och köp, beslutar om arvoden och granskar
            redovisningen. Nämnden kan begära att tingsrätten entledigar den som missköter sitt uppdrag.
        """),
        "organisation": prosa("""
            Enheten har en chef, fem handläggare och en assistent. Den hör till kommunstyrelseförvaltningen men tar
            sina uppdrag av nämnden. Från den 1 februari är alla tjänster tillsatta för första gången sedan 2024.
        """),
        "verksamhet": prosa("""
            Årsräkningarna ska vara inlämnade den 1 mars. Under våren läggs nästan all tid på granskningen. Enkla
            årsräkningar, där den enskilde bara har pension och ett bankkonto, granskas först. De är sex av tio och
            tar en tredjedel så lång tid.

            En gemensam nämnd med grannkommunerna ska prövas på fullmäktiges uppdrag. Utredningen görs utan konsult
            och redovisas i juni. Den tar tid från chefen men ändrar inte målvärdet i [[resultat 5.7]].
        """),
        "detaljbudget": prosa("""
            Personalkostnaderna i tillsyn och handläggning ökar med 500 tkr, som motsvarar tillskottet. Arvoden till
            ställföreträdare betalas i regel av den enskilde. Kommunens del är beräknad till 1 720 tkr netto och är
            svår att styra: den beror på hur många som saknar egna medel.
        """),
        "investeringar": prosa("""
            En e-tjänst för årsräkningar byggs i tre steg. Första steget, 300 tkr, gör det möjligt att lämna in
            bankens uppgifter digitalt.
        """),
        "uppfoljning": prosa("""
            Enhetschefen redovisar antal granskade årsräkningar varje vecka under mars–augusti. Nämnden får resultat
            och ekonomi vid varje sammanträde, sex gånger om året.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("OFN-1", "Granska enkla årsräkningar först, i en egen grupp",
     "enhet", "Enhetschef", "040", "O10", "Handläggare", dag(3, 1), dag(5, 31), None),
    ("OFN-1", "Anställa en handläggare för granskning",
     "enhet", "Kommundirektör", "040", "O10", "Enhetschef", dag(1, 4), dag(2, 26), 500),
    ("OFN-1", "Hålla tre kvällar om årsräkning för nya gode män",
     "enhet", "Enhetschef", "040", "O10", "Handläggare", dag(1, 18), dag(2, 18), 20),
    ("OFN-1", "Påminna i februari och förelägga i april den som inte har redovisat",
     "enhet", "Enhetschef", "040", "O10", "Handläggare", dag(2, 1), dag(4, 30), None),
    ("OFN-1", "Ta emot bankens saldobesked digitalt",
     "enhet", "Enhetschef", "040", "O10", "Assistent", dag(2, 1), dag(8, 31), None),
    ("OFN-2", "Begära läkarintyg och social utredning samma dag som ansökan kommer in",
     "enhet", "Enhetschef", "040", "O10", "Handläggare", dag(1, 11), dag(12, 31), None),
    ("OFN-2", "Bygga upp en pool med 25 intresserade gode män",
     "enhet", "Enhetschef", "040", "O10", "Enhetschef", dag(2, 1), dag(10, 29), 45),
    ("OFN-2", "Komma överens med socialförvaltningen om en mall för utredningen",
     "enhet", "Enhetschef", "040", "O10", "Enhetschef", dag(1, 18), dag(4, 30), None),
    ("OFN-2", "Skriva yttrandet i mötet med den enskilde när saken är klar",
     "enhet", "Enhetschef", "040", "O10", "Handläggare", dag(3, 1), dag(12, 17), None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Utöva tillsyn över förmyndare, gode män och förvaltare.",
     "lag eller stat", "Föräldrabalken 16 kap.", None, None),
    ("statligt uppdrag eller åläggande", "Ordna god man för ensamkommande barn.",
     "lag eller stat", "Lag 2005:429", None, None),
    ("uppdrag från kommunfullmäktige", "Vara kommunens överförmyndare.",
     "reglemente", "KF 2023-02-22 § 26", None, None),
    ("uppdrag från nämnden", "Ta fram riktlinjer för arvode som är lätta att förstå.",
     "nämnden", "ÖFN 2026-10-01 § 44", None, None),
    ("åtagande gentemot annan nämnd", "Utbilda biståndshandläggare om när god man behövs, två gånger om året.",
     "överenskommelse", "ÖFN 2025/12", "Socialnämnden", None),
    ("åtagande gentemot organisation", "Hålla träffar tillsammans med de gode männens förening.",
     "överenskommelse", "ÖFN 2024/27", "Lokalföreningen för gode män", None),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("015", 0, 360, 10, 50, 0, 410),
    ("040", 60, 4_120, 210, 470, 20, 4_240),
    ("045", 260, 1_780, 0, 200, 0, 1_600),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("E-tjänst för årsräkningar", "investering", 300, 400, 400),
)
# fmt: on

ROWS: Rows = {
    "aktivitet": AKTIVITETER,
    "vb": VB,
    "budgetrad": BUDGET,
    "vp_investering": INVESTERINGAR,
    "vp_bilaga": [
        {
            "nummer": 1,
            "titel": "Antal ställföreträdarskap",
            "innehall": prosa("""
                - God man: 365
                - Förvaltare: 88
                - Förmyndare med redovisning: 67

                Uppgifterna avser den 31 december 2025.
            """),
        },
    ],
}
