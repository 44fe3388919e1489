"""Sentences on decisions, the årshjul and the rule set itself."""

from ..sentences import Sentence

BESLUT: dict[str, Sentence] = {
    "R00": Sentence("Beslutet saknar {saknas}.", "Komplettera uppgifterna; först då kan planen antecknas som antagen."),
    "R02-ar": Sentence(
        "Planen gäller {ar} men är prövad mot reglerna för {reglernas_ar}.",
        "Lämna in inställningar för {ar}, om reglerna är ändrade.",
    ),
    "R02-okand": Sentence(
        "Regeln finns inte, så den ändrade nivån har ingen verkan.", "Skriv en beteckning som R37 eller R45-matbart."
    ),
    "R02-hogst": Sentence(
        "{regel} gäller datum eller ordval och kan aldrig stoppa en plan.", "Välj högst nivån {mest}."
    ),
    "R02-monster": Sentence(
        "Mönstret används inte: {skal}.", "Förenkla mönstret, eller skriv ordet och välj slaget ord."
    ),
    "R11-organ": Sentence("Beslutet om {avser} ska fattas av kommunstyrelsen.", "Rätta organet om det är fel."),
    "R11-saknas": Sentence(
        "Kommunstyrelsens tidsplan för arbetet med {ar} är inte införd.",
        "För in beslutet i inställningarna, på bladet Beslut.",
    ),
    "R12-saknas": Sentence(
        "Kommunstyrelsens beslut om anvisningar och ramar för {ar} är inte infört.",
        "För in beslutet i inställningarna, på bladet Beslut.",
    ),
    "R12-februari": Sentence("Anvisningar och ramar beslutades inte i februari {ar}.", "Rätta datumet om det är fel."),
    "R13-juni": Sentence(
        "Fullmäktige beslutade {found}, inte i juni {ar}.", "Rätta datumet om det är fel; annars gäller beslutet."
    ),
    "R13-organ": Sentence(
        "Mål- och resursplanen är beslutad av {found}, inte av kommunfullmäktige.", "Rätta organet om det är fel."
    ),
    "R13-valar": Sentence(
        "{ar} är valår: det nyvalda kommunfullmäktige ska besluta om budgeten.",
        "För in beslutet på det här bladet när det är fattat.",
    ),
    "R13-bekraftelse": Sentence(
        "Det nyvalda fullmäktige beslutar mellan {tidigast} och {senast}.", "Rätta datumet om det är fel."
    ),
    "R20-sent": Sentence(
        "Planen beslutades {found}; sista dag var {senast}.",
        "Rätta datumet om det är fel; annars gäller beslutet, men för sent.",
    ),
    "R20-organ": Sentence("Planen är beslutad av {found}, men den är {namnd}s.", "Rätta organet om det är fel."),
    "R56": Sentence(
        "Årshjulet har ingen hålltid för handlingen {handling}.",
        "Skriv när den ska beslutas, med ”{handling}” under Följs genom.",
    ),
    "R58": Sentence("Årshjulet har inga hålltider för {vem}.", "Skriv minst en hålltid."),
    "R58-nar": Sentence("”{hall}” har varken dag eller månad.", "Fyll i Senast, eller Månad om dagen inte är bestämd."),
    "R58-manad": Sentence("Månaden är en annan än i dagen {dag}. Dagen gäller.", "Ta bort månaden, eller rätta dagen."),
    "R77": Sentence(
        "Årshjulet säger inte när nämnderna rapporterar sina planer till kommunstyrelsen.",
        "Skriv en hålltid, till exempel ”Nämnderna rapporterar verksamhetsplanerna till kommunstyrelsen”.",
    ),
    "L11-monster": Sentence(
        "Diarienumret är inte skrivet som {monster}.", "Rätta numret, eller mönstret i inställningarna."
    ),
    "L11-ar": Sentence("Diarienumret är från {ar}, men planen gäller {planar}.", "Kontrollera årtalet i numret."),
    "L11-beslut-monster": Sentence(
        "Beslutets diarienummer ”{found}” är inte skrivet som {monster}.",
        "Rätta numret, eller mönstret i inställningarna.",
    ),
    "L11-beslut-ar": Sentence(
        "Beslutets diarienummer är från {ar}, men planen gäller {planar}.", "Kontrollera årtalet i numret."
    ),
    "L11-lista": Sentence("Diarienumret är inte skrivet som {monster}.", "Rätta numret, eller nämndens mönster."),
}
