"""Answers of no that are not findings in a workbook: what was asked for is not there, or may not be done now."""

from service.findings import Finding, Level, Sentence, register

ANSWERS: dict[str, Sentence] = {
    "redan-data": Sentence(
        "Det finns redan en databas i {mapp}, och den skrivs inte över.",
        "Flytta undan katalogen, eller ange en ny med --data.",
    ),
    "inte-sakerhetskopia": Sentence(
        "{fil} är ingen hel säkerhetskopia från Målkedjan.", "Ange en fil som malkedjan backup har skrivit."
    ),
    "nyare-sakerhetskopia": Sentence(
        "{fil} är skriven av en senare version av Målkedjan.", "Installera den versionen och lägg tillbaka kopian där."
    ),
    "installningar-saknas": Sentence(
        "Det finns inga inställningar för {ar}.",
        "Skicka först in arbetsboken ”Inställningar” (malkedjan workbook installningar --ar {ar}).",
    ),
    "halltider-saknas": Sentence(
        "Det finns inga hålltider för {ar}; inställningarna som gäller är för {annat}.",
        "Ta fram arbetsboken ”Inställningar” för {ar}, där hålltiderna är flyttade, och lämna in den.",
    ),
    "mrp-saknas": Sentence(
        "Det finns ingen mål- och resursplan för {ar} att utgå från.",
        "Skicka först in arbetsboken ”Mål- och resursplan”.",
    ),
    "inget-ar-att-oppna-fran": Sentence(
        "{ar} kan inte öppnas: det finns ingen antagen mål- och resursplan för {forra} att föra över från.",
        "Anta planen för {forra} först, eller ta fram tomma arbetsböcker med malkedjan workbook.",
    ),
    "plan-saknas": Sentence("Det finns ingen {plan}.", "Skicka in arbetsboken först, eller kontrollera nämnd och år."),
    "okand-namnd": Sentence("Nämnden ”{namnd}” finns inte i inställningarna.", "Välj en av: {val}."),
    "ingen-verksamhetsplan": Sentence(
        "{namnd} ska enligt inställningarna inte ha någon verksamhetsplan.", "Ändra i inställningarna om det är fel."
    ),
    "okand-period": Sentence(
        "En uppföljning gäller en period; angiven är {period}.", "Ange --period med ett av: {val}."
    ),
    "annan-period": Sentence(
        "{titel} skrivs inte för en sådan period; angiven är {period}.", "Ange --period med ett av: {val}."
    ),
    "kommunens-rapport": Sentence(
        "{titel} gäller hela kommunen, inte en nämnd; angiven är {namnd}.",
        "Utelämna --namnd, eller skriv nämndens egen delarsrapport eller arsberattelse.",
    ),
    "forslag-till-uppfoljning": Sentence(
        "En uppföljning har inga förslag vid sidan av sig (”{forslag}”).", "Lämna in den utan förslagets namn."
    ),
    "vp-inte-antagen": Sentence(
        "Det finns ingen antagen verksamhetsplan {ar} för {namnd} att följa upp.",
        "Anta verksamhetsplanen först, eller kontrollera nämnd och år.",
    ),
    "ingen-rapport": Sentence(
        "Det finns ingen inlämnad {plan}.", "Lämna in uppföljningen först, eller kontrollera period, nämnd och år."
    ),
    "revidering-utan-skal": Sentence(
        "{plan} är antagen. En ny inlämning är en revidering och behöver ett skäl.",
        "Ange varför planen revideras (--reason).",
    ),
    "inte-utkast": Sentence(
        "{plan} är {tillstand} och kan inte lämnas in.", "Skicka in en ny arbetsbok om något ska ändras."
    ),
    "inte-att-kasta": Sentence(
        "{plan} är {tillstand} och kan inte kastas.", "Bara ett utkast kan kastas. Skicka in en ny arbetsbok i stället."
    ),
    "beslutet-kan-inte-lasas": Sentence(
        "Beslutet är inte infört.", "Beslutsdagen skrivs ÅÅÅÅ-MM-DD och paragrafen med siffror."
    ),
    "inte-inlamnad": Sentence("{plan} är {tillstand} och kan inte antas.", "Planen ska vara inlämnad innan den antas."),
    "varningar-att-kvittera": Sentence(
        "{antal} måste kvitteras innan {plan} kan lämnas in.",
        "Läs igenom dem och lämna in igen med kvittering (--acknowledge).",
    ),
    "mrp-utan-nummer": Sentence(
        "Mål- och resursplanen för {ar} är inte inlämnad, så resultatens nummer kan ännu ändras.",
        "Vänta med att lämna in verksamhetsplanen tills mål- och resursplanen är inlämnad.",
    ),
    "andrad-under-tiden": Sentence(
        "{plan} har ändrats av någon annan under tiden.", "Läs igenom den nya inlämningen och försök igen."
    ),
    "andrad-vid-inlasning": Sentence(
        "{plan} har ändrats av någon annan medan arbetsboken lästes, så arbetsboken är inte inläst.",
        "Se hur planen står nu och skicka in arbetsboken igen.",
    ),
    "fel-kvar": Sentence("{antal} hindrar att {plan} lämnas in.", "Rätta i arbetsboken och skicka in den igen."),
    "redan-inlast": Sentence("Samma fil är redan inläst ({nar}, av {av}).", "Inget har ändrats."),
    "inget-andrat": Sentence(
        "Inget har ändrats sedan version {version}. {plan} står kvar som den är.",
        "Skulle något ändras, så kontrollera att det är sparat i filen och skicka in den igen.",
    ),
    "arbetsboken-bygger-pa-aldre": Sentence(
        "Arbetsboken togs fram ur en tidigare version av mål- och resursplanen. "
        "Det här har ändrats sedan dess: {skillnader}.",
        "Kontrollera planen mot ändringarna, eller ta fram arbetsboken på nytt.",
    ),
    "arbetsboken-bygger-pa-okand": Sentence(
        "Arbetsboken togs fram ur en mål- och resursplan som inte finns i den här installationen, kanske ur en "
        "testmiljö.",
        "Kontrollera att mål, resultat och ramar är rätt, eller ta fram arbetsboken på nytt här.",
    ),
    "pdf-bara-av-word": Sentence(
        "{dokument} är en Excel-arbetsbok, och PDF skrivs bara av Word-dokument.",
        "Skriv den utan --pdf, eller spara den som PDF från Excel.",
    ),
    "inga-dokument": Sentence(
        "Det finns inga sådana dokument för {ar}.", "Kontrollera år, slag, nämnd och period; planerna ska vara inlästa."
    ),
    "batch-pagar": Sentence(
        "Samma körning pågår redan ({id}) och skriver i {mapp}.", "Vänta tills den är klar, eller avbryt den först."
    ),
    "ingen-batch": Sentence(
        "Det finns ingen avbruten körning att fortsätta.", "Starta en ny (malkedjan batch --ar ÅR)."
    ),
    "batch-klar": Sentence("Körningen är redan klar.", "Starta en ny om något har ändrats."),
    "okand-batch": Sentence("Det finns ingen körning {id}.", "Kontrollera beteckningen."),
    "mallen-gar-inte": Sentence("Mallen kan inte användas: {fel}", "Rätta mallen, eller ta bort den egna."),
    "okant-dokument": Sentence("Det finns inget dokument av slaget ”{slag}”.", "Välj en av: {val}."),
    "ogiltigt-forslag": Sentence(
        "Ett förslag kan inte heta ”{forslag}”.",
        "Använd bokstäver, siffror, mellanslag och bindestreck, högst 40 tecken. Enbart ett tal är en versions namn.",
    ),
    "ogiltigt-namn": Sentence(
        "Ett styrdokument kan inte heta ”{namn}”.",
        "Ange ett kort namn (--namn) med bokstäver, siffror, mellanslag och bindestreck, till exempel internkontroll.",
    ),
    "tabell-utan-kapitel": Sentence(
        "Tabellen ”{tabell}” ska stå i kapitlet ”{found}”, som inte finns.",
        "Skriv kapitlets rubrik som i bladet Kapitel.",
    ),
    "kapitel-saknas": Sentence("Dokumentet har inga kapitel.", "Skriv minst ett kapitel."),
    "forsta-nivan": Sentence("Det första kapitlet har nivå {found}.", "Börja med ett kapitel på nivå 1."),
    "tva-forslag": Sentence("Det finns inget förslag ”{forslag}”.", "Välj ett av: {val}."),
    "ingen-version": Sentence("Det finns ingen version eller inget förslag ”{namn}”.", "Välj ett av: {val}."),
    "inte-docx": Sentence(
        "{fil} är sparad i Words gamla format (.doc) eller skyddad med lösenord.",
        "Öppna filen i Word, ta bort ett eventuellt lösenord, spara den som Word-dokument (.docx) och jämför igen.",
    ),
    "kan-inte-jamforas": Sentence(
        "{fil} kan inte jämföras: {skal}.", "Spara som Word-dokument (.docx) utan makron och jämför igen."
    ),
    "sparade-andringar": Sentence(
        "{fil} innehåller redan spårade ändringar. De har räknats som godkända i jämförelsen.",
        "Godkänn eller avvisa dem i Word och jämför igen om det ska vara på annat sätt.",
    ),
    "okant-tal": Sentence(
        "Talet ”{tal}” finns inte i planerna för {ar}.",
        "Skriv ett nummer (2.3, M2.3a), ett belopp i tkr (1 121 300) eller en andel (0,4 %) som i handlingen.",
    ),
    "okand-fil": Sentence(
        "{fil} är inte en handling som Målkedjan har skrivit här.",
        "Kontrollera att det är rätt fil och rätt datakatalog.",
    ),
    "ingen-handling-vald": Sentence("Ingen fil är vald.", "Välj Word-, Excel- eller PDF-filen som ska kontrolleras."),
    "fel-mallformat": Sentence(
        "Mallen för {slag} är en fil för {format}, och den här filen är något annat.",
        "Välj rätt fil, eller rätt --kind.",
    ),
    "fel-mallfil": Sentence("{fil} kan inte vara mallen.", "Välj en fil som slutar på .{ending}."),
    "mall-har-fel": Sentence(
        "Mallen för {dokument} har fel och kan inte godkännas.", "Rätta felen i mallen och ladda upp den igen."
    ),
    "okand-mall": Sentence("Det finns ingen mall {id} för {dokument}.", "Välj en av: {val}."),
    "figurer-saknas": Sentence(
        "Inget har lästs in från ekonomisystemet för {ar} {period}.",
        "Läs in ett uttag (malkedjan figures FIL --ar {ar} --period {period}).",
    ),
    "mote-saknas": Sentence("Det finns inget sammanträde ”{mote}”.", "Välj ett av: {val}."),
    "mote-finns": Sentence("Sammanträdet {mote} finns redan.", "Öppna det under Möten, eller välj en annan dag."),
    "arendet-borta": Sentence(
        "Någon annan har tagit bort det du skrev om ur mötets arbetsbok.", "Lägg upp det igen och för in texten där."
    ),
    "handling-utan-innehall": Sentence("Ingen handling är vald.", "Välj vilken handling Målkedjan ska skriva."),
    "ingen-fil-vald": Sentence("Ingen fil är vald.", "Välj en eller flera filer, eller dra dem till rutan."),
    "rubrik-saknas": Sentence("Ärendet har ingen rubrik.", "Skriv en rubrik."),
    "arbetsboken-skrev-over": Sentence(
        "Sedan arbetsboken hämtades har {av} ändrat {vad}. Det har den här inlämningen skrivit över.",
        "Jämför med inlämningen före och för in det som ska gälla.",
    ),
    "annan-namnds-mote": Sentence(
        "Sammanträdet {mote} är inte ”{found}”s.", "Skriv {ratt}, eller lägg upp ett möte för den andra nämnden."
    ),
    "motesdag-saknas": Sentence("Mötet har ingen dag.", "Välj dag (ÅÅÅÅ-MM-DD)."),
    "mote-andrat": Sentence(
        "Sammanträdet {mote} har ändrats av någon annan under tiden.", "Läs vad som är ändrat och försök igen."
    ),
    "mote-hallet": Sentence(
        "Sammanträdet {mote} är hållet, och listan kan inte längre ändras här.",
        "Hämta arbetsboken, rätta i den och lämna in den.",
    ),
    "motets-handling": Sentence(
        "{titel} hör till ett sammanträde.", "Skriv den med malkedjan meeting package, minutes eller extract."
    ),
    "mote-utan-dag": Sentence("Sammanträdet {mote} har ingen nämnd eller dag.", "Fyll i bladet Sammanträde."),
    "paragraf-upptagen": Sentence(
        "§ {paragraf} har redan getts.",
        "Ange ingen första paragraf (--paragraf), så fortsätter numren efter de senaste.",
    ),
    "inte-hallet": Sentence(
        "Sammanträdet {mote} är inte hållet: ärendena har inga paragrafer.",
        "Markera det som hållet först (malkedjan meeting held).",
    ),
    "okand-paragraf": Sentence("§ {paragraf} finns inte i sammanträdet {mote}.", "Välj en av: {val}."),
    "okant-arende": Sentence("Ärendet ”{arende}” finns inte på listan.", "Välj en av: {val}."),
    "kan-inte-visas": Sentence(
        "{fil} kan inte visas som sidor och ligger bara i zip-filen: {skal}", "Byt fil om den ska synas i paketet."
    ),
    "plan-andrad-efter-utskick": Sentence(
        "{plan} har ändrats sedan den skickades ut och antas inte av sig själv.",
        "Skicka ut den nya, eller för in beslutet i planen (malkedjan adopt).",
    ),
    "utfall-saknas": Sentence(
        "Ärendet ”{rubrik}” antar {plan}, men bladet Ärenden säger inte att det beslutades enligt förslaget.",
        "Fyll i Utfall och markera mötet som hållet igen (malkedjan meeting held).",
    ),
    "ingen-pdf": Sentence(
        "Paketet skrevs utan PDF: {skal}", "Installera LibreOffice, eller gör PDF-filerna av Word-filerna."
    ),
    "handling-anmarkning": Sentence("{fil}: {text}", ""),
    "okand-enhet": Sentence("Enheten ”{enhet}” finns inte hos nämnden.", "Välj en av: {val}."),
}

register(ANSWERS)


class Refused(Exception):
    """An answer of no, with its findings."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.code for finding in findings))
        self.findings = findings


def answer(code: str, level: Level = Level.FEL, **details: str) -> Finding:
    """A finding without a place in any workbook."""
    return Finding(code, level, details=details)


def refused(code: str, **details: str) -> Refused:
    """The exception for a single answer of no."""
    return Refused(Finding(code, Level.FEL, details=details))


def counted(number: int, one: str, many: str) -> str:
    """`1 varning`, `3 varningar`."""
    return f"{number} {one if number == 1 else many}"


def first_capital(text: str) -> str:
    """The text with a capital first; the rest as it is (`Verksamhetsplan 2027 för BN`)."""
    return text[:1].upper() + text[1:]
