"""The nämnder's texts by period, their staff, and the facts of each report."""

from collections.abc import Mapping

DIARIENUMMER: Mapping[str, tuple[str, str, str]] = {
    "KS": ("KS 2027/141", "KS 2027/305", "KS 2028/22"), "BUN": ("BUN 2027/64", "BUN 2027/121", "BUN 2028/9"),
    "SN": ("SN 2027/88", "SN 2027/176", "SN 2028/14"), "SBN": ("SBN 2027/71", "SBN 2027/150", "SBN 2028/11"),
    "BN": ("BN 2027/43", "BN 2027/90", "BN 2028/6"), "MHN": ("MHN 2027/52", "MHN 2027/118", "MHN 2028/8"),
    "KFN": ("KFN 2027/33", "KFN 2027/69", "KFN 2028/5"), "OFN": ("ÖFN 2027/17", "ÖFN 2027/40", "ÖFN 2028/3"),
}  # fmt: skip

# What each nämnd says of the period; what it comes to in money is added from its figures.
SAMMANFATTNING: Mapping[str, tuple[str, str, str]] = {
    "KS": (
        "Bytet av bilar och den nya samtalsstyrningen i kontaktcenter följer planen.",
        "Invånarna får svar snabbare och fler bilar är laddbara. Chefstätheten i vård och omsorg dröjer.",
        "Invånarna får svar snabbare än på många år. Medarbetarna är mer engagerade, mest i grupper som har delats.",
    ),
    "BUN": (
        "Lovskola och lästräning har kommit i gång som planerat. De flesta resultat visar sig efter sommaren.",
        "Slutbetygen och läsningen är bättre, men frånvaron minskar för långsamt. Förskolan ställde om för sent.",
        "Fler elever nådde godkänt och läsningen når målet. Frånvaron minskade där närvaroteamen var fulltaliga.",
    ),
    "SN": (
        "Hemtjänsten är indelad i tio lag och arbetsmarknadsenheten har fått fler platser. Kvällarna är svåra att "
        "bemanna.",
        "Fler hushåll klarar sin försörjning. I hemtjänsten möter brukarna fler medarbetare än i fjol, inte färre.",
        "Tryggheten på särskilt boende har ökat. Kontinuiteten i hemtjänsten har försämrats, och det är årets "
        "viktigaste avvikelse.",
    ),
    "SBN": (
        "Bygget av förskolan Mariedal har börjat och alla kök väger sitt svinn.",
        "Matsvinnet minskar i alla kök. Fem av åtta styrsystem är bytta, och energimålet nås senare än planerat.",
        "Matsvinnet är under målet. Alla styrsystem är i drift, men för sent för att ge full effekt under året.",
    ),
    "BN": (
        "Den nya e-tjänsten används av fyra sökande av tio.",
        "Beslut om bygglov tar kortare tid, eftersom fler ansökningar är kompletta när de kommer in.",
        "Mediantiden till beslut om bygglov är 23 dagar. Arkivet är digitalt, vilket sökande märker.",
    ),
    "MHN": (
        "Tillsynen av de största energianvändarna har börjat och livsmedelskontrollen följer planen.",
        "",
        "Kontrollerna av livsmedel är i det närmaste alla gjorda. Avloppen tar fortfarande för lång tid. Nämnden "
        "lämnade ingen rapport för augusti.",
    ),
    "KFN": (
        "Bibliotekens nya öppettider har börjat gälla och tas emot väl.",
        "Utlåningen till barn ökar och bidragen betalas ut snabbare. Simhallen var stängd tre veckor.",
        "Utlåningen till barn är den högsta på femton år, och nästan alla bidrag betalas ut i tid.",
    ),
    "OFN": (
        "Granskningen av årsräkningar har fått en tidig start med två timanställda.",
        "Nästan alla årsräkningar är granskade i tid. Yttranden om god man tar fortfarande för lång tid.",
        "Årsräkningarna granskades i tid för tredje året. Yttranden om god man går fortare men inte fort nog.",
    ),
}

HANDELSER: Mapping[str, tuple[str, str, str]] = {
    "KS": (
        "- Kontaktcenter har fått ny samtalsstyrning\n- Tolv bilar har bytts till laddbara",
        "- Medarbetarenkäten är upphandlad\n- Kunskapsförbundet har beslutat om sin budget för 2028",
        "- Kommunens första enkät om medarbetarengagemang sedan 2025 är genomförd\n- Fyrtio bilar är bytta",
    ),
    "BUN": (
        "- Lovskolan på sportlovet hade 31 elever\n- Nationella prov i årskurs 9 är genomförda",
        "- Fyra avdelningar i förskolan stängde i oktober i stället för augusti\n- Två närvaroteam började i augusti",
        "- Slutbetygen blev de bästa på fem år\n- Det tredje närvaroteamet var på plats i november",
    ),
    "SN": (
        "- Hemtjänsten har delats in i tio lag\n- Arbetsmarknadsenheten har fått 20 platser",
        "- Vakanser på kvällar har ökat\n- Ett nytt gruppboende enligt LSS öppnade i juni",
        "- Digital tillsyn används av 74 brukare\n- Åtta undersköterskor anställdes i december",
    ),
    "SBN": (
        "- Byggstart för förskolan Mariedal\n- Vägning varje vecka i alla kök",
        "- Fem av åtta styrsystem är bytta\n- Skyfall skadade Dalbobergsvägen i juli",
        "- Förskolan Mariedal är tät\n- De tre sista styrsystemen togs i drift i december",
    ),
    "BN": (
        "- Ny e-tjänst för bygglov sedan februari",
        "- Sommarens ansökningar var tio procent färre än året innan",
        "- Bygglovsarkivet är digitalt från 1970 och framåt",
    ),
    "MHN": (
        "- Besöken hos de 25 största energianvändarna har börjat",
        "",
        "- Rapporten för augusti lämnades aldrig, eftersom tjänsten som controller var vakant",
    ),
    "KFN": (
        "- Biblioteken har nya öppettider sedan den 1 mars",
        "- Simhallen var stängd tre veckor för renovering\n- Träffpunkten i Brålanda öppnade",
        "- Utlåningen till barn är den högsta sedan 2012",
    ),
    "OFN": (
        "- Två timanställda granskar årsräkningar under våren",
        "- 96 procent av årsräkningarna var granskade den 31 augusti",
        "- E-tjänsten för årsräkningar används av var tredje ställföreträdare",
    ),
}

ANALYS: Mapping[str, str] = {
    "KS": "Överskottet beror på vakanser i IT och ekonomi. De tillsätts under hösten.",
    "BUN": "Underskottet finns i grundskolan, där tilläggsbelopp och resurspersonal kostar mer än budgeterat, och i "
    "förskolan, där fyra avdelningar stängde senare än planerat.",
    "SN": "Underskottet finns i särskilt boende och hemtjänst: dyr kvällsbemanning och fler beviljade timmar.",
    "SBN": "Ekonomin är i balans. Lägre elkostnad väger upp vinterväghållningen.",
    "BN": "Ekonomin är i balans. Avgifterna är något högre än budgeterat.",
    "MHN": "Ekonomin är i balans.",
    "KFN": "Ett litet överskott, eftersom simhallen var stängd i tre veckor.",
    "OFN": "Ekonomin är i balans. Arvoden betalas till största delen av huvudmännen.",
}
# In April the year was young: what is said then is another thing where the two differ.
ANALYS_T1: Mapping[str, str] = {
    "KS": "Överskottet beror på två vakanta tjänster i IT.",
    "BUN": "Grundskolans tilläggsbelopp och resurspersonal kostar mer än budgeterat. Förskolan räknar med att stänga "
    "fyra avdelningar två månader senare än planerat.",
    "SN": "Kvällsbemanningen i hemtjänsten är dyr, och fler timmar är beviljade än budgeten räknar med.",
    "SBN": "Ekonomin är i balans. En mild vinter väger upp högre byggpriser i underhållet.",
    "KFN": "Ekonomin är i balans. Simhallen har haft lägre kostnad under våren.",
}
ATGARDER: Mapping[str, str] = {
    "BUN": "- Stängda avdelningar ger full effekt från november (3 100 tkr)\n- Inköpsstopp utom läromedel (1 200 tkr)\n"
    "- Resurspersonal fördelas om mellan skolområdena, verksamhetschef grundskola, december",
    "SN": "- Fast kvällsbemanning i stället för övertid, avdelningschef hemtjänst, november (2 400 tkr)\n"
    "- Omförhandlade placeringar, avdelningschef IFO, december (1 800 tkr)\n- Prövning av vakanser varje månad",
}
FRAMATBLICK: Mapping[str, str] = {
    "KS": "Nästa mandatperiods inriktningsmål ska beredas. Kunskapsförbundets lokaler är en risk.",
    "BUN": "Barnkullarna fortsätter att minska. Nämnden behöver besluta om förskolans organisation före sommaren.",
    "SN": "Antalet invånare över 80 år ökar med 120 om året. Bemanningen på kvällar är den största risken.",
    "SBN": "Två stora byggen pågår samtidigt. Räntan och byggpriserna är de största riskerna.",
    "BN": "Ny lagstiftning om bygglov kan minska antalet ärenden och därmed avgifterna.",
    "MHN": "Fler avlopp behöver inventeras. En inspektör går i pension.",
    "KFN": "Föreningarna ställer om efter ändrade bidragsregler. Simhallens tak behöver ses över.",
    "OFN": "Antalet ärenden ökar när befolkningen blir äldre. Ställföreträdare är svåra att rekrytera.",
}
# Årsarbetare and sjukfrånvaro in total after August 2027; the other figures follow from them.
PERSONAL: Mapping[str, tuple[int, str]] = {
    "KS": (212, "4.4"), "BUN": (1_304, "7.4"), "SN": (1_248, "9.1"), "SBN": (238, "6.2"), "BN": (17, "3.9"),
    "MHN": (19, "4.1"), "KFN": (88, "5.0"), "OFN": (9, "3.2"),
}  # fmt: skip
