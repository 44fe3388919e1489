"""What every mått showed: after April, after August, the prognosis made in August, and the year. None: not measured."""

from collections.abc import Mapping

Values = tuple[str | None, str | None, str | None, str | None]
ARLIGT = "Mäts en gång om året och redovisas i årsredovisningen."

# fmt: off
MATT: Mapping[str, Values] = {
    "Gymnasieexamen inom fyra år, folkbokförda i kommunen": (None, None, "73.5", "73.4"),
    "Elever i årskurs 9 som är behöriga till yrkesprogram": (None, "83.9", "83.9", "83.9"),
    "Utsläpp av växthusgaser från kommunens fordon och energi": (None, None, "3500", "3480"),
    "Förnybar energi i kommunens lokaler": (None, "93", "94", "94"),
    "Brukare som är nöjda med hemtjänsten i sin helhet": (None, None, None, "87"),
    "Invånare 18–64 år i hushåll med försörjningsstöd": (None, None, "3.8", "3.8"),
    "Sjukfrånvaro i kommunen totalt": ("7.9", "7.3", "7.2", "7.2"),
    "Medarbetare utan någon sjukdag under året": (None, None, "36", "36"),
    "Företagens betyg på kommunens myndighetsutövning (nöjd kund-index)": (None, "73", "74", "74"),
    "E-postfrågor som besvaras inom ett dygn": ("87", "91", "91", "91"),
    "Godkänt i alla ämnen, årskurs 9": (None, "74.6", "74.6", "74.6"),
    "Meritvärde i genomsnitt, årskurs 9 (17 ämnen)": (None, "216", "216", "216"),
    "Elever med mer än 15 procents frånvaro": (None, None, "10.0", "10.2"),
    "Examen inom fyra år, Kunskapsförbundet Väst": (None, None, None, None),
    "Elever i årskurs 3 som når kravnivån i alla delprov": (None, "78", "78", "78"),
    "Utlånade barn- och ungdomsböcker per barn 0–17 år": ("3.1", "6.4", "9.6", "9.7"),
    "Energianvändning i verksamhetslokaler": (None, None, "160", "159"),
    "Matsvinn i skolrestauranger": ("41", "39", "38", "37"),
    "Laddbara personbilar": ("60", "66", "71", "71"),
    "Klimatpåverkan från inköpta livsmedel": ("1.78", "1.70", "1.68", "1.66"),
    "Tillsynsobjekt med aktuell åtgärdsplan för energi": ("51", "57", "60", "61"),
    "Medarbetare per brukare under 14 dagar i hemtjänsten": ("15", "16", "16", "16"),
    "Hushåll som lämnar försörjningsstöd för egen försörjning": ("14", "33", "47", "48"),
    "Genomsnittlig tid med försörjningsstöd": (None, "7.3", "7.1", "7.1"),
    "Äldre på särskilt boende som känner sig trygga": (None, None, None, "89"),
    "Deltagare över 65 år i träffpunkter, medel per månad": ("410", "432", "440", "441"),
    "Granskade årsräkningar den 31 augusti": (None, "96", "96", "96"),
    "Mediantid till beslut om bostadsanpassningsbidrag": ("33", "29", "28", "27"),
    "Sjukfrånvaro i förskolan": ("9.0", "8.3", "8.0", "7.9"),
    "Sjukfrånvaro i vård och omsorg": ("9.6", "9.2", "9.0", "9.2"),
    "Chefer med högst 30 direkt underställda": ("82", "84", "86", "86"),
    "Korttidsfrånvaro i kök och lokalvård (dag 1–14)": ("4.2", "3.7", "3.6", "3.6"),
    "Hållbart medarbetarengagemang (HME), totalt": (None, None, None, "80"),
    "Samtal som besvaras direkt i kontaktcenter": ("72", "76", "76", "77"),
    "Mediantid från komplett ansökan till beslut om bygglov": ("27", "25", "24", "23"),
    "Ansökningar som är kompletta när de kommer in": ("41", "44", "46", "46"),
    "Gjorda livsmedelskontroller av de planerade": ("29", "63", "95", "96"),
    "Mediantid till beslut om tillstånd till enskilt avlopp": ("38", "35", "34", "34"),
    "Bemannade öppettimmar per vecka, alla bibliotek": ("168", "168", "168", "168"),
    "Föreningsbidrag utbetalda inom 30 dagar": ("83", "88", "91", "92"),
    "Mediantid till yttrande i ärenden om god man": ("43", "40", "38", "39"),
    "Felanmälningar avhjälpta inom tio dagar": ("74", "80", "82", "82"),
    "Körda mil med bensin och diesel i tjänsten": ("12900", "23800", "33000", "32400"),
    "Väntetid i telefon, genomsnitt": ("70", "61", "60", "58"),
    "Elever som kartlagts inom en månad från tio procents frånvaro": (None, None, "61", "60"),
    "Korttidsfrånvaro i förskolan (dag 1–14)": ("5.1", "4.5", "4.3", "4.2"),
    "Andel besök som utförs av brukarens eget lag": ("69", "66", "67", "67"),
    "Delade turer per månad i funktionsstöd": ("310", "309", "311", "312"),
    "Elanvändning i de åtta skolfastigheterna": ("1510", "2610", "3800", "3790"),
    "Tallrikssvinn": ("18", "17", "16", "16"),
    "Bostadsanpassning beslutad inom 14 dagar": ("26", "29", "30", "30"),
    "Anläggningar med allvarlig avvikelse vid två kontroller i rad": ("17", "15", "14", "14"),
    "Besök på biblioteken efter kl. 17 och på lördagar, per månad": ("3100", "3400", "3500", "3560"),
}
# The prognoses made in April, where one was made: a year's mått without any stays unjudged.
PROGNOS_T1: Mapping[str, str] = {
    "Sjukfrånvaro i förskolan": "8.1", "Hushåll som lämnar försörjningsstöd för egen försörjning": "45",
    "Utlånade barn- och ungdomsböcker per barn 0–17 år": "9.5", "Gjorda livsmedelskontroller av de planerade": "95",
    "Körda mil med bensin och diesel i tjänsten": "34500", "Elanvändning i de åtta skolfastigheterna": "3850",
    "Matsvinn i skolrestauranger": "39", "Laddbara personbilar": "70",
}
SKAL: Mapping[str, str] = {
    "Examen inom fyra år, Kunskapsförbundet Väst": "Förbundet redovisar läsåret först i mars året efter.",
    "Elever med mer än 15 procents frånvaro": "Resultatet gäller höstterminen; värdet hämtas i januari.",
    "Godkänt i alla ämnen, årskurs 9": "Slutbetygen sätts i juni.",
    "Meritvärde i genomsnitt, årskurs 9 (17 ämnen)": "Slutbetygen sätts i juni.",
    "Elever i årskurs 3 som når kravnivån i alla delprov": "Proven skrivs i maj.",
    "Granskade årsräkningar den 31 augusti": "Räkningarna granskas fram till augusti.",
    "Elever som kartlagts inom en månad från tio procents frånvaro": "Arbetet börjar vid höstterminens start.",
    "Genomsnittlig tid med försörjningsstöd": "Mäts per halvår.",
}
# fmt: on
