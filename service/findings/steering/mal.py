"""Sentences on the vision and the inriktningsmål."""

from ..sentences import Sentence

MAL: dict[str, Sentence] = {
    "R04-ingen": Sentence(
        "Ingen vision gäller den {dag}.",
        "Fyll i kommunfullmäktiges vision, eller rätta dagarna då den gäller; planen kan inte lämnas in utan vision.",
    ),
    "R04-flera": Sentence(
        "Fler än en vision gäller den {dag}.", "Ange under Gäller till när den äldre visionen upphör."
    ),
    "R27": Sentence(
        "Det framgår inte när kommunfullmäktige fastställde visionen.", "Fyll i beslutets datum och paragraf."
    ),
    "R31": Sentence(
        "Visionen är inte preciserad i något inriktningsmål.",
        "Skriv minst ett inriktningsmål; utan det går planen inte att lämna in.",
    ),
    "R09": Sentence("Planen saknar {avsnitt}.", "Fyll i bladet; planen kan inte lämnas in utan {avsnitt}."),
    "R17-ingen": Sentence(
        "Inriktningsmålet ”{mal}” har ingen ansvarig nämnd.",
        "Skriv koden för minst en nämnd; fullmäktige ska utse vem som svarar för målet.",
    ),
    "R17-inaktiv": Sentence(
        "Nämnden {namnd} finns inte {ar}.", "Välj en nämnd som finns, eller rätta nämnden i inställningarna."
    ),
    "R17-beslut": Sentence(
        "Det framgår inte när kommunfullmäktige fastställde inriktningsmålet.",
        "Fyll i datum och paragraf. Om målet beslutas först med den här planen kan du lämna det tomt så länge.",
    ),
    "R32": Sentence(
        "Inriktningsmålet ägs av {namnd}, men inriktningsmål är kommunfullmäktiges.",
        "Skriv koden för kommunfullmäktige; det som nämnden vill uppnå skrivs som förväntat resultat.",
    ),
    "R33-kort": Sentence("Inriktningsmålet är bara {antal} ord.", "Skriv med minst {minst} ord vad som ska uppnås."),
    "R33-langt": Sentence(
        "Inriktningsmålet är {antal} ord långt.",
        "Korta det till högst {mest} ord; förklara hellre under Beskrivning.",
    ),
    "R33-meningar": Sentence(
        "Inriktningsmålet är mer än en mening.", "Skriv målet som en mening; förklara hellre under Beskrivning."
    ),
    "R33-och": Sentence(
        "Ordet ”och” står {antal} gånger. Är det flera mål i ett?",
        "Dela upp målet om det går att nå bara delar av det.",
    ),
    "R33-punkt": Sentence("Inriktningsmålet slutar inte med punkt.", "Sätt punkt, så att målen skrivs lika."),
    "R34": Sentence(
        "Inriktningsmålet är mycket konkret: {konkret}.",
        "Skriv målet övergripande, och lägg tal, datum och platser i mått och förväntade resultat.",
    ),
    "R35": Sentence(
        "Inriktningsmålet visar ingen riktning.",
        "Skriv med ett ord som öka, minska, fler eller bättre vart ni vill.",
    ),
    "R36": Sentence(
        "Målet innehåller den allmänna frasen ”{fras}” (ord {position}).",
        "Skriv i stället vad som ska öka, minska eller förändras.",
    ),
    "R37": Sentence(
        "Planen har {antal} inriktningsmål; kommunen har satt gränsen vid {mest}.",
        "Behåll de särskilt viktiga, eller motivera att de är så många.",
    ),
    "R38": Sentence(
        "Inriktningsmålet talar om pengar (”{ord}”).",
        "Målen har inga egna pengar: skriv beloppet i driftbudgeten i stället.",
    ),
    "R39": Sentence(
        "Inriktningsmålet beslutades ett annat år än året efter valet.",
        "Rätta datumet om det är fel; året efter valet var {ar}.",
    ),
    "R40-saknas": Sentence(
        "Det framgår inte hur länge inriktningsmålet gäller.", "Fyll i Gäller från och Gäller till."
    ),
    "R40-langd": Sentence(
        "Inriktningsmålet gäller {period}, inte i fyra år.", "Fyra år slutar {ratt}; rätta dagen om den är fel."
    ),
    "R40-utanfor": Sentence(
        "Inriktningsmålet gäller {period}, alltså inte {ar}.",
        "Rätta tiden, eller markera målet som utgånget.",
    ),
    "R41-skal": Sentence(
        "Inriktningsmålet ”{mal}” är ändrat under mandatperioden, men skälet saknas.",
        "Skriv de särskilda skälen för revideringen; utan dem kan planen inte lämnas in.",
    ),
    "R41-text": Sentence(
        "Lydelsen före revideringen saknas eller stämmer inte.",
        "Skriv den lydelse som gällde före revideringen{tidigare}.",
    ),
    "R42-saknas": Sentence(
        "Målets text är ändrad, men det framgår inte när fullmäktige beslutade om det.",
        "Fyll i dagen under Reviderat.",
    ),
    "R42-sent": Sentence(
        "Målet är reviderat efter {senast}, som var sista dag för den här planen.",
        "Rätta datumet om det är fel; annars gäller beslutet, men senare än reglerna tänker sig.",
    ),
    "R55-mal": Sentence(
        "Inriktningsmålet har inget mått.",
        "Lägg till minst ett mått på bladet Mått, med kommunfullmäktige som ägare.",
    ),
    "R55-agare": Sentence(
        "Inget av måtten på inriktningsmålet ”{mal}” ägs av kommunfullmäktige.",
        "Skriv koden för kommunfullmäktige som ägare till minst ett av dem.",
    ),
}
