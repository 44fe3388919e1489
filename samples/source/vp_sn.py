"""Socialnämnden: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "SN 2026/214",
        "beloppsenhet": "tkr",
        "framtagen_av": "Förvaltningschef med ledningsgrupp",
        "dokumentagare": "Socialförvaltningen",
        "dokumentansvarig": "Förvaltningschef",
        "amnesomrade": "Vård och omsorg",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Reglemente för socialnämnden (KS 2023/43)
            - Plan för kompetensförsörjning 2026–2030 (SN 2026/58)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Verksamhetsplanen visar hur socialförvaltningen använder 1 121 300 tkr under 2027 och vad som ska bli
            bättre för den som har kontakt med socialtjänsten.

            Fyra resultat är fastställda. [[resultat 3.1]] handlar om hur många medarbetare som kommer hem till den
            som har hemtjänst. Det nåddes inte 2026 och får därför flest aktiviteter. De övriga gäller hushåll med
            försörjningsstöd, trygghet på särskilt boende och sjukfrånvaron.

            Resultaten hänger ihop. Sjukfrånvaron bestämmer hur många vikarier som behövs, och vikarierna bestämmer
            hur många ansikten brukaren möter. Aktiviteterna mot sjukfrånvaro är därför lika mycket aktiviteter för
            kontinuitet.
        """),
        "uppdrag": prosa("""
            Nämnden fullgör kommunens uppgifter enligt socialtjänstlagen, lagen om stöd och service till vissa
            funktionshindrade (LSS) och de delar av hälso- och sjukvårdslagen som kommunen ansvarar för. Nämnden
            ansvarar även för serveringstillstånd, arbetsmarknadsinsatser och mottagande av nyanlända.

            Under 2027 har omkring 1 050 personer hemtjänst, 430 bor på särskilt boende, 390 har insatser enligt LSS
            och 610 hushåll får försörjningsstöd någon gång under året.
        """),
        "organisation": prosa("""
            Förvaltningen har fem avdelningar: hemtjänst, särskilt boende, funktionsstöd, individ- och familjeomsorg
            samt hälso- och sjukvård. Arbetsmarknadsenheten hör till individ- och familjeomsorgen. Sammanlagt finns
            1 750 årsarbetare och 74 enhetschefer.

            Bemanningsenheten upphör som egen enhet den 1 mars. Planeringen flyttar ut till avdelningarna, som
            själva ska svara för både schema och kostnad.
        """),
        "verksamhet": prosa("""
            **Hemtjänsten** delas in i mindre lag om tolv medarbetare med ett eget område. Pilotgruppen i norr har
            arbetat så sedan mars 2026. Där möter brukaren i genomsnitt elva medarbetare på två veckor, mot femton i
            resten av kommunen.

            **Särskilt boende** ska minska kostnaden med 4 000 tkr. Skillnaden i bemanning mellan det billigaste och
            det dyraste huset är 0,14 årsarbetare per plats utan att vårdtyngden förklarar det. Den skillnaden
            halveras.

            **Försörjningsstödet** fortsätter att sjunka, men långsammare. Nya ansökningar behandlas inom en vecka,
            och varje hushåll ska ha en plan inom 30 dagar.

            Socialtjänstlagen från 2025 gör det möjligt att ge stöd utan utredning. Det används i år för öppna
            familjesamtal och för träffpunkter på landsbygden.
        """),
        "detaljbudget": prosa("""
            Ramen ökar med 32 600 tkr. Volymtillskottet för äldre, 9 400 tkr, läggs i hemtjänsten med 6 000 tkr, i
            särskilt boende med 2 400 tkr och i hälso- och sjukvården med 1 000 tkr.

            Särskilt boende bär hela effektiviseringen på 4 000 tkr. Funktionsstöd får 9 000 tkr mer, varav 2 100
            tkr för en ny gruppbostad med sex platser. Den öppnar i september och kostar 6 300 tkr på helår.

            Den största osäkerheten är placeringar av barn och unga. Budgeten räcker till 41 årsplatser i familjehem
            och nio på institution. I oktober 2026 var antalet 43 och elva. Nämnden har ingen egen buffert.
        """),
        "investeringar": prosa("""
            Investeringarna, 7 000 tkr, gäller inventarier, trygghetslarm och hjälpmedel. De nya larmen behövs
            eftersom mobilnätet 2G stängs. Det nya särskilda boendet byggs av samhällsbyggnadsnämnden.
        """),
        "uppfoljning": prosa("""
            Enhetscheferna följer frånvaro och bemanning varje vecka. Avdelningscheferna rapporterar resultat och
            budget till förvaltningschefen varje månad, och nämnden får en ekonomirapport till varje sammanträde.
            Kontinuiteten mäts under två veckor i mars, augusti och november.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad funnits_sedan",
    ("SN-1", "Dela in hemtjänsten i mindre lag om tolv medarbetare",
     "avdelning", "Avdelningschef hemtjänst", "510", "S10", "Avdelningschef", dag(1, 1), dag(9, 30), 900, 2026),
    ("SN-1", "Ge varje brukare två namngivna kontaktpersoner",
     "enhet", "Avdelningschef hemtjänst", "510", "S11", "Enhetschefer", dag(2, 1), dag(5, 31), None, None),
    ("SN-1", "Planera om slingorna så att samma medarbetare kommer morgon och middag",
     "avdelning", "Avdelningschef hemtjänst", "510", "S10", "Planerare", dag(1, 18), dag(6, 30), None, None),
    ("SN-1", "Anställa 14 månadsavlönade resurser i stället för timvikarier",
     "avdelning", "Förvaltningschef", "510", "S10", "Avdelningschef", dag(3, 1), dag(8, 31), None, None),
    ("SN-1", "Ersätta tillsynsbesök på natten med kamera för den som vill",
     "enhet", "Avdelningschef hemtjänst", "510", "S14", "Enhetschef natt", dag(3, 1), dag(12, 31), 700, None),
    ("SN-1", "Mäta kontinuiteten per lag och visa den på lagets tavla",
     "enhet", "Avdelningschef hemtjänst", "510", "S12", "Enhetschefer", dag(3, 1), dag(12, 17), None, None),
    ("SN-2", "Ge varje hushåll en plan inom 30 dagar",
     "enhet", "Avdelningschef individ- och familjeomsorg", "550", "S41", "Enhetschef", dag(1, 1), dag(12, 31), None,
     2026),
    ("SN-2", "Låta samma handläggare följa hushållet från ansökan till arbete",
     "enhet", "Avdelningschef individ- och familjeomsorg", "550", "S41", "Enhetschef", dag(2, 1), dag(12, 31), None,
     None),
    ("SN-2", "Öppna 20 platser för arbetsträning i kommunens kök, parker och förråd",
     "enhet", "Avdelningschef individ- och familjeomsorg", "610", "S50", "Chef arbetsmarknadsenheten", dag(1, 15),
     dag(12, 31), 1_100, None),
    ("SN-2", "Träffa tio arbetsgivare i månaden om anställningar med stöd",
     "enhet", "Avdelningschef individ- och familjeomsorg", "610", "S50", "Företagskonsulent", dag(1, 11), dag(12, 17),
     None, None),
    ("SN-2", "Kombinera språkstudier med praktik för föräldrar utan arbete",
     "enhet", "Avdelningschef individ- och familjeomsorg", "610", "S50", "Studie- och yrkesvägledare", dag(2, 1),
     dag(12, 10), 300, None),
    ("SN-2", "Erbjuda budgetrådgivning till alla hushåll som har haft stöd i mer än ett år",
     "enhet", "Avdelningschef individ- och familjeomsorg", "550", "S41", "Budgetrådgivare", dag(3, 1), dag(12, 17),
     None, None),
    ("SN-4", "Fråga varje ny boende om vad som gör dagen trygg och skriva in det i genomförandeplanen",
     "enhet", "Avdelningschef särskilt boende", "511", "S21", "Enhetschefer", dag(1, 11), dag(12, 31), None, None),
    ("SN-4", "Flytta överrapporteringen från expeditionen till avdelningen, så att någon alltid är närvarande",
     "enhet", "Avdelningschef särskilt boende", "511", "S22", "Enhetschefer", dag(2, 1), dag(4, 30), None, None),
    ("SN-4", "Jämna ut bemanningen mellan husen efter vårdtyngd",
     "avdelning", "Avdelningschef särskilt boende", "511", "S20", "Avdelningschef", dag(2, 1), dag(10, 31), None, None),
    ("SN-4", "Utbilda 120 medarbetare i bemötande vid demens",
     "avdelning", "Avdelningschef särskilt boende", "511", "S20", "Utbildningssamordnare", dag(2, 8), dag(11, 26), 650,
     None),
    ("SN-4", "Ha en fast sjuksköterska på varje hus på vardagar",
     "avdelning", "Avdelningschef hälso- och sjukvård", "512", "S60", "Enhetschef sjuksköterskor", dag(4, 1),
     dag(12, 31), None, None),
    ("SN-3", "Följa upp korttidsfrånvaro varje månad med den medarbetare det gäller",
     "avdelning", "Förvaltningschef", "511", "S20", "Enhetschefer", dag(1, 1), dag(12, 31), None, 2026),
    ("SN-3", "Minska antalet delade turer med 70 i månaden",
     "avdelning", "Förvaltningschef", "513", "S30", "Avdelningschef funktionsstöd", dag(3, 1), dag(11, 30), 800, None),
    ("SN-3", "Dela de nio största enheterna så att ingen chef har fler än 30 medarbetare",
     "förvaltning", "Förvaltningschef", "511", None, "Förvaltningschef", dag(2, 1), dag(10, 31), None, None),
    ("SN-3", "Pröva önskeschema med bytesrätt i hemtjänst söder",
     "enhet", "Avdelningschef hemtjänst", "510", "S13", "Enhetschef", dag(1, 18), dag(12, 31), None, None),
    ("SN-3", "Låta arbetsterapeut gå igenom tunga förflyttningar på sex gruppbostäder",
     "enhet", "Avdelningschef funktionsstöd", "513", "S31", "Arbetsterapeut", dag(3, 1), dag(9, 30), None, None),
    ("SN-3", "Erbjuda vaccination mot influensa på arbetstid",
     "förvaltning", "Förvaltningschef", "512", None, "Medicinskt ansvarig sjuksköterska", dag(10, 18), dag(11, 30),
     110, None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Ge insatser enligt socialtjänstlagen och LSS.",
     "lag eller stat", "Socialtjänstlagen 2025:400, LSS 1993:387", None, None),
    ("statligt uppdrag eller åläggande",
     "Ge hälso- och sjukvård på särskilt boende och i hemmet upp till sjuksköterskenivå.",
     "lag eller stat", "Hälso- och sjukvårdslagen 12 kap.", None, None),
    ("statligt uppdrag eller åläggande", "Ta emot anvisade nyanlända, 31 personer 2027.",
     "lag eller stat", "Lag 2016:38", None, None),
    ("uppdrag från kommunfullmäktige", "Svara för kommunens socialtjänst och arbetsmarknadsinsatser.",
     "reglemente", "KF 2023-02-22 § 21", None, None),
    ("uppdrag från kommunstyrelsen", "Delta med två tjänster i kommunens krisorganisation.",
     "kommunstyrelsen", "KS 2026-05-06 § 90", None, None),
    ("uppdrag från nämnden", "Ta fram en plan för kompetensförsörjning i funktionsstöd.",
     "nämnden", "SN 2026-09-24 § 96", None, None),
    ("åtagande gentemot annan nämnd", "Beställa måltider till särskilt boende och hemtjänst, 410 portioner om dagen.",
     "överenskommelse", "SN 2025/301", "Samhällsbyggnadsnämnden", None),
    ("åtagande gentemot annan nämnd", "Bemanna familjecentralen i Vargön med en socialsekreterare.",
     "överenskommelse", "SN 2024/166", "Barn- och utbildningsnämnden", None),
    ("åtagande gentemot bolag", "Hyra 38 trygghetsbostäder och tolv lägenheter med sociala kontrakt.",
     "avtal", "SN 2022/190", "Kanalbostäder AB", None),
    ("åtagande gentemot region", "Sköta hemsjukvården enligt avtalet om ansvarsfördelning.",
     "avtal", "Hälso- och sjukvårdsavtalet", "Västra Götalandsregionen", None),
    ("åtagande gentemot förbund", "Finansiera och använda insatser för personer mellan myndigheter.",
     "avtal", "Förbundsordning, SN 2020/12", "Samordningsförbundet Väst", None),
    ("åtagande gentemot organisation", "Partnerskap om kvinnojour med sex boendeplatser.",
     "överenskommelse", "IOP 2025–2028, SN 2025/88", "Kvinnojouren i Vänersborg", None),
    ("särskild satsning", "Träffpunkter för äldre i Brålanda och Frändefors, öppet två dagar i veckan.",
     "nämnden", "SN 2026-06-11 § 70", None, 850),
    ("projekt", "Digital tillsyn på natten för 90 brukare, till mars 2028.",
     "nämnden", "SN 2026-02-19 § 18", None, 3_000),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 2_000, 30_500, 2_600, 5_100, 100, 35_400),
    ("510", 14_000, 184_000, 4_200, 25_300, 500, 191_000),
    ("511", 62_000, 311_000, 64_500, 42_800, 1_700, 350_600),
    ("512", 3_000, 78_200, 1_900, 8_500, 400, 83_300),
    ("513", 71_000, 268_000, 27_500, 76_000, 500, 292_000),
    ("550", 24_000, 61_500, 4_300, 72_100, 100, 111_000),
    ("610", 19_000, 33_800, 3_700, 7_450, 50, 25_400),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Inventarier till särskilt boende", "investering", 3_000, 3_000, 2_500),
    ("Trygghetslarm och digital tillsyn", "investering", 2_500, 2_000, 1_500),
    ("Sängar, lyftar och andra hjälpmedel", "investering", 1_500, 1_500, 1_500),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("SN-1", "Andel besök som utförs av brukarens eget lag", "%", "högre", "Planeringssystemet", "månad",
     "68", "2025", "80", "85", "85"),
    ("SN-3", "Delade turer per månad i funktionsstöd", "antal", "lägre", "Schemasystemet", "månad",
     "312", "2025", "240", "200", "180"),
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
            "titel": "Volymer som budgeten bygger på",
            "innehall": prosa("""
                - Beviljade timmar i hemtjänst: 412 000 (2026: 396 000)
                - Platser på särskilt boende: 436, oförändrat
                - Platser i gruppbostad: 128 (2026: 122)
                - Årsplatser i familjehem: 41
                - Hushåll med försörjningsstöd, medel per månad: 385 (2026: 405)
            """),
        },
    ],
}
