"""Sentences on meetings: the summons, the papers, the minutes."""

from ..sentences import Sentence

MOTEN: dict[str, Sentence] = {
    "L8": Sentence(
        "Fullmäktiges kallelse ska ut minst en vecka före sammanträdet, senast {senast}; utskicket är {found}.",
        "Flytta utskicket om det går.",
    ),
    "L8-efter": Sentence("Utskicket {found} är inte före sammanträdet {dag}.", "Rätta dagen."),
    "L9-justering": Sentence(
        "Protokollet är justerat {found}; det ska göras efter mötet och senast {senast}.", "Rätta dagen om den är fel."
    ),
    "L9-anslag": Sentence(
        "Anslaget är satt upp {found}; det ska göras efter justeringen, senast {senast}.", "Rätta dagen om den är fel."
    ),
    "L10-lucka": Sentence(
        "Efter § {efter} kommer § {nasta}; däremellan finns ingen paragraf här.",
        "För in mötet som saknas, eller notera varför numren hoppar.",
    ),
    "L10-ordning": Sentence(
        "§ {paragraf} gavs vid ett senare sammanträde ({dag}) än det här, som har högre nummer.",
        "Inget behöver göras; paragrafer ges en gång och ändras inte.",
    ),
    "L11-arende": Sentence(
        "Diarienumret är inte skrivet som {monster}.", "Rätta numret, eller mönstret i inställningarna."
    ),
    "L12-arende": Sentence(
        "”{titel}” hör till ärendet ”{found}”, som inte finns på listan.", "Skriv beteckningen som på bladet Ärenden."
    ),
    "L12-skrivelse": Sentence(
        "Tjänsteskrivelsen hör till ärendet ”{found}”, som inte finns på listan.",
        "Skriv beteckningen som på bladet Ärenden.",
    ),
    "L12-filnamn": Sentence("”{titel}” är en fil men säger inte vilken.", "Skriv filens namn."),
    "L12-antas": Sentence(
        "”{titel}” är en fil, och bara en plan som Målkedjan skriver kan antas genom beslutet.",
        "Välj verksamhetsplan eller en annan plan under Innehåll, eller töm rutan Antas.",
    ),
    "L12-fil": Sentence(
        "Filen ”{found}” är inte inlagd.",
        "Lägg in den på ärendets sida (eller med malkedjan meeting add), eller rätta filnamnet.",
    ),
    "L12-hanvisning": Sentence("Hänvisningen {found} leder inte till någon bilaga.", "Rätta hänvisningen."),
    "L12-losfil": Sentence(
        "Filen ”{found}” är inlagd men hör inte till något ärende, och följer inte med.",
        "Skriv filens namn på bladet Handlingar, eller lägg in den igen på ärendets sida eller med --arende.",
    ),
    "L12-nummer": Sentence(
        "Beteckningen ”{found}” kan förväxlas med ett nummer på listan.", "Välj ett ord, till exempel ”taxa”."
    ),
    "L12-dubbel": Sentence(
        "Två bilagor har beteckningen ”{found}”; en hänvisning leder till den första.",
        "Ge ”{titel}” en egen beteckning.",
    ),
    "R77-utdrag": Sentence(
        "Planen antas, men beslutet skickas inte till kommunstyrelsen.", "Skriv Kommunstyrelsen bland mottagarna."
    ),
    "L8-forslag": Sentence(
        "Ärendet ”{rubrik}” har inget förslag till beslut.", "Skriv en att-sats, eller ändra typen."
    ),
}
