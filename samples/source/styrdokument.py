"""A governing document of the sample municipality: guidelines for the nämnder's internal control. All invented."""

from .writing import Forms, Rows, prosa, table

NAMN = "internkontroll"
FORMS: Forms = {
    "styrdokument": {
        "dokumenttyp": "riktlinjer",
        "dokumentnamn": "Riktlinjer för nämndernas internkontroll",
        "diarienummer": "KS 2026/288",
        "dokumentansvarig": "Ekonomichef",
        "giltighet": "Tills vidare, prövas vart fjärde år",
        "information": "Hur nämnderna planerar, genomför och följer upp sin internkontroll",
        "amnesomrade": "Ekonomi och styrning",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": "Mål- och resursplan, Reglemente för kommunstyrelsen",
    },
}

KAPITEL = table(
    "niva rubrik text",
    (1, "Syfte", prosa("""
        Internkontroll ska ge rimlig säkerhet för att verksamheten är ändamålsenlig, att rapporter går att lita på och
        att lagar och beslut följs. Riktlinjerna gäller alla nämnder. Vem som gör vad står i [[kapitel Ansvar]].
    """)),
    (1, "Ansvar", "Ansvaret följer linjen, från kommunstyrelsen till varje chef, se [[tabell Vem som gör vad]]."),
    (2, "Kommunstyrelsen", prosa("""
        Kommunstyrelsen ser till att kontrollen är ordnad i hela kommunen och samlar varje år nämndernas rapporter till
        en bedömning.
    """)),
    (2, "Nämnden", "Nämnden beslutar en internkontrollplan före årets början och tar emot en rapport efteråt."),
    (2, "Förvaltningen", prosa("""
        Förvaltningschefen genomför planen. Den som upptäcker en allvarlig brist

        - rättar det som kan rättas genast
        - berättar för förvaltningschefen samma dag
        - skriver ned vad som hände och varför
    """)),
    (1, "Internkontrollplanen", "Planen bygger på en riskanalys och ska vara så kort att den används."),
    (2, "Riskanalys", "Varje risk bedöms efter sannolikhet och konsekvens på en skala från ett till fyra."),
    (3, "Bedömning av risk", prosa("""
        Sannolikhet gånger konsekvens ger riskvärdet. **Nio eller mer** ska in i planen, *fyra till åtta* följs i
        verksamheten och lägre värden accepteras, enligt [[tabell Riskvärden]].
    """)),
    (2, "Kontroller", "För varje risk i planen anges vad som kontrolleras, hur ofta och av vem."),
    (1, "Uppföljning", prosa("""
        Nämnden behandlar rapporten senast i februari och skickar den till kommunstyrelsen. Mallen finns i
        [[bilaga 1]]. Blir en kontroll inte gjord ska rapporten säga varför.
    """)),
)  # fmt: skip
TABELLRADER = [
    *table(
        "kolumn_1 kolumn_2 kolumn_3",
        ("Uppgift", "Vem", "När"),
        ("Beslutar internkontrollplan", "Nämnden", "Senast i december"),
        ("Genomför kontrollerna", "Förvaltningschefen", "Under året"),
        ("Behandlar rapporten", "Nämnden", "Senast i februari"),
        ("Bedömer kommunen som helhet", "Kommunstyrelsen", "Senast i april"),
        tabell="Vem som gör vad",
        kapitel="Ansvar",
    ),
    *table(
        "kolumn_1 kolumn_2",
        ("Riskvärde", "Vad nämnden gör"),
        ("9–16", "Tar in risken i planen"),
        ("4–8", "Följer risken i verksamheten"),
        ("1–3", "Accepterar risken"),
        tabell="Riskvärden",
        kapitel="Bedömning av risk",
    ),
]
BILAGA = [
    {
        "nummer": 1,
        "titel": "Rapportens rubriker",
        "innehall": "1. Årets kontroller och vad de visade\n2. Brister och vad som är gjort åt dem\n"
        "3. Kontroller som inte är gjorda, och varför\n4. Nämndens samlade bedömning",
    },
]

ROWS: Rows = {"kapitel": KAPITEL, "tabellrad": TABELLRADER, "styr_bilaga": BILAGA}
