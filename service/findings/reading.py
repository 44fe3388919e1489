"""Sentences for what can be wrong with a file, its sheets and its cells."""

from .sentences import Sentence, register

READING: dict[str, Sentence] = {
    # Cells: what a column of a schema can say of what stands in it.
    "tom": Sentence("{rubrik} saknas.", "Fyll i {rubrik}."),
    "inte-tal": Sentence("{rubrik} ska vara ett tal.", "Skriv bara siffror, till exempel {exempel}."),
    "tvetydigt-tal": Sentence(
        "Talet kan läsas på flera sätt ({tolkningar}).",
        "Skriv med decimalkomma och mellanslag mellan tusental, till exempel 1 234,5.",
    ),
    "inte-heltal": Sentence("{rubrik} ska vara ett heltal.", "Skriv talet utan decimaler."),
    "fel-enhet": Sentence("Enheten ”{enhet}” passar inte i {rubrik}.", "Skriv bara talet; rätt enhet är {ratt}."),
    "ingen-enhet": Sentence("Enheten ”{enhet}” passar inte i {rubrik}.", "Skriv bara talet, utan enhet."),
    "annan-enhet": Sentence("{rubrik} anges i {ratt}, inte i {enhet}.", "Skriv {forslag}."),
    "annan-enhet-ojamnt": Sentence(
        "{rubrik} anges i {ratt}, inte i {enhet}.", "Räkna om beloppet till {ratt} och skriv bara talet."
    ),
    "enhet-utan-arbetsbokens": Sentence(
        "Här står enheten ”{enhet}”, men arbetsboken säger inte vilken enhet beloppen har.",
        "Fyll i ”Belopp anges i”, och skriv bara talet här.",
    ),
    "for-manga-decimaler": Sentence("{rubrik} får ha högst {antal} decimaler.", "Avrunda talet."),
    "for-litet": Sentence("{rubrik} får inte vara mindre än {minst}.", "Rätta talet."),
    "for-stort": Sentence("{rubrik} får inte vara större än {mest}.", "Kontrollera enheten och rätta talet."),
    "inte-datum": Sentence("{rubrik} ska vara ett datum.", "Skriv som 2027-06-30 eller 30 juni 2027."),
    "inte-manad": Sentence("{rubrik} ska vara en månad.", "Skriv som {exempel} eller juni 2027."),
    "omojligt-datum": Sentence("Datumet finns inte i kalendern.", "Rätta dagen eller månaden."),
    "tvetydigt-datum": Sentence("Datumet kan läsas på flera sätt.", "Skriv som {exempel}."),
    "datum-utanfor": Sentence("Året är orimligt.", "Skriv ett datum mellan år 1900 och 2100."),
    "okant-val": Sentence("Värdet finns inte bland valen för {rubrik}.", "Välj i listan: {val}."),
    "okant-val-liknar": Sentence(
        "Värdet finns inte bland valen för {rubrik}.", "Menade du ”{forslag}”? Välj i listan."
    ),
    "inte-ja-nej": Sentence("{rubrik} ska vara ja eller nej.", "Skriv ja eller nej."),
    "inte-text": Sentence("{rubrik} ska vara text.", "Skriv med ord."),
    "for-lang": Sentence("Texten är {langd} tecken; {rubrik} rymmer {mest}.", "Korta texten."),
    "inte-kod": Sentence("{rubrik} ska vara en kod.", "Skriv koden som i listan, till exempel {exempel}."),
    "inte-ar": Sentence("{rubrik} ska vara ett årtal.", "Skriv fyra siffror, till exempel 2027."),
    "inte-kodmonster": Sentence(
        "{rubrik} går inte att tolka: ”{del_}”.",
        "Skriv en kod (4401), en början med stjärna (44*) eller ett intervall med lika långa gränser (30-39); "
        "flera skiljs åt med komma.",
    ),
    "inte-kolada-id": Sentence(
        "{rubrik} ska vara en bokstav och fem siffror.", "Skriv id som i Kolada, till exempel {exempel}."
    ),
    "inte-klockslag": Sentence("{rubrik} ska vara ett klockslag.", "Skriv till exempel 13.00."),
    "inte-paragraf": Sentence("{rubrik} ska vara ett paragrafnummer.", "Skriv till exempel 92 eller § 92."),
    "formel-utan-varde": Sentence(
        "Cellen innehåller en formel som inte har räknats ut.",
        "Öppna arbetsboken i Excel eller LibreOffice, spara den och skicka in den igen.",
    ),
    "felvarde": Sentence("Cellen innehåller ett formelfel.", "Rätta formeln eller skriv värdet."),
    "sammanfogad": Sentence(
        "Cellerna {omrade} är sammanfogade, så att raderna inte går att skilja åt.",
        "Markera dem, stäng av Sammanfoga (Excel: fliken Start; LibreOffice: Format) och fyll i varje cell.",
    ),
    "last-andrad": Sentence(
        "Cellen är låst och har ändrats; det ska stå ”{ratt}”.",
        "Återställ texten, eller begär ändringen av den som äger uppgiften.",
    ),
    "styrtecken": Sentence("Osynliga tecken i texten har tagits bort.", "Kontrollera att texten ser rätt ut."),
    "dubblett": Sentence("{rubrik} förekommer redan i cell {forsta}.", "Låt varje rad få ett eget värde."),
    "okand-hanvisning": Sentence(
        "Hänvisningen leder inte till något.", "Skriv en som finns; närmast liknar {forslag}."
    ),
    "okand-hanvisning-utan-forslag": Sentence(
        "Hänvisningen leder inte till något.", "Skriv ett nummer som finns i planen."
    ),
    "trasig-hanvisning": Sentence(
        "Hänvisningen går inte att tolka.",
        "Skriv som [[mål 2]], [[resultat 2.3]], [[aktivitet 2.3.1]], [[mått M2.3a]], [[kapitel Detaljbudget]] "
        "eller [[tabell Driftbudget]].",
    ),
    "oavslutad-hanvisning": Sentence(
        "Hänvisningen är inte avslutad.", "Avsluta den med ]], till exempel [[mål 2]], eller ta bort [[."
    ),
    "okand-rad": Sentence(
        "{rubrik} pekar på ”{found}”, som inte finns på bladet {blad}.",
        "Skriv en beteckning som finns där{forslag}.",
    ),
    "liknar-tidigare-rad": Sentence(
        "Raden liknar ”{forut}”, som inte längre finns i arbetsboken, men kan inte kännas igen säkert.",
        "Är det samma, ta fram arbetsboken på nytt och ändra i den raden så att numret följer med. "
        "Annars får den ett nytt nummer.",
    ),
    "belopp-i-annan-enhet": Sentence(
        "”Belopp anges i” har ändrats från {forr} till {nu}, men {antal} belopp står kvar som när arbetsboken hämtades "
        "(till exempel {exempel}).",
        "Är beloppen i {forr}: ändra tillbaka till {forr}. Ska arbetsboken vara i {nu}: räkna om alla belopp.",
    ),
    "belopp-i-annan-enhet-kanske": Sentence(
        "”Belopp anges i” har ändrats från {forr} till {nu}, men {antal} belopp står kvar som när arbetsboken hämtades "
        "(till exempel {exempel}).",
        "Var enheten fel förut och beloppen är i {nu}: låt dem stå. Är de i {forr}: ändra tillbaka till {forr} eller "
        "räkna om dem.",
    ),
    "provas-nar-lasbart": Sentence(
        "Summor och annat som beror på celler som inte går att läsa är inte prövade.",
        "De prövas när cellerna är rättade.",
    ),
    "mandatperiod-i-bruk": Sentence(
        "Inriktningsmålen i mål- och resursplanen för {ar} har fått sina nummer i mandatperioden som börjar {ratt}.",
        "Ange {ratt} som mandatperiodens första år. En ny mandatperiod anges i inställningarna för sitt första år.",
    ),
    "annan-rads-text": Sentence(
        "Enligt den dolda kolumn A hör {denna} hit (”{forut}”), men texten är den som {andra} hade. "
        "Kanske är raderna sorterade utan kolumn A.",
        "Sortera tillbaka dem, eller hämta arbetsboken på nytt. Antas planen så här byter {denna} innebörd.",
    ),
    "samma-text": Sentence(
        "Samma text står redan på rad {rad}, under samma rubrik i målkedjan.",
        "Ta bort den ena raden, eller skriv vad som skiljer dem åt.",
    ),
    "samma-plats-annan-text": Sentence(
        "Raden har numret {nummer}, som förut hörde till ”{forut}”, men texten är en helt annan.",
        "Om det är något nytt: skriv det på en ny rad och låt den gamla stå eller markera den som utgår.",
    ),
    "hallet-datum": Sentence(
        "Sammanträdet hölls {ratt} och har fått sina paragrafer. Dagen kan inte ändras till {found}.",
        "Skriv {ratt}. Ett annat sammanträde är en egen arbetsbok.",
    ),
    "hanvisning-foljde": Sentence(
        "{found} skrevs när numret hörde till ”{rubrik}”, som nu har nummer {nu}. Hänvisningen har följt med.",
        "Menar du ”{annan}”: skriv beteckningen {skriv}.",
    ),
    "hanvisning-enligt-listan": Sentence(
        "{found} läses som listan står i arbetsboken och leder till ”{rubrik}”. Förut hade ”{annan}” det numret.",
        "Menar du ”{annan}”: skriv beteckningen {skriv}.",
    ),
    "hanvisning-bytt": Sentence(
        "Beteckningen i {found} hör nu till ”{rubrik}”; förut hörde den till ”{annan}”.",
        "Kontrollera att hänvisningen leder rätt.",
    ),
    "fil-bytte-arende": Sentence(
        "Filen ”{found}” hör genom ärendets beteckning nu till ”{rubrik}”; förut hörde den till ”{annan}”.",
        "Ge ärendet tillbaka sin beteckning, eller lägg in filen igen till rätt ärende.",
    ),
}

register(READING)
