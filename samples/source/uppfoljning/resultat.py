"""What the nämnder write of each result: during the year, at its end, of its effects, and what they do about it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Analysis during the year and at its end, effects, action and who answers for it. `egen` is the nämnd's judgement
    where it is another than the figures give, by period."""

    lage: str
    slut: str
    effekter: str
    atgard: str = ""
    ansvarig: str = ""
    egen: Mapping[str, str] | None = None


# fmt: off
RESULTAT: Mapping[str, Text] = {
    "BUN-1": Text(
        "Andelen med godkänt i alla ämnen ökar, men matematiken håller tillbaka resultatet på två skolor.",
        "74,6 procent nådde godkänt i alla ämnen, 1,8 procentenheter fler än 2025. Matematiken håller tillbaka.",
        "Lovskolan nådde 64 elever. 41 av dem fick godkänt i ett ämne som de annars hade riskerat.",
        "Fortsätt lovskolan i matematik och lägg två förstelärare på de skolor som ligger lägst.",
        "Verksamhetschef grundskola"),
    "BUN-2": Text(
        "Närvaroteamen började senare än planerat på en av tre skolor, eftersom en tjänst var obesatt till oktober.",
        "Frånvaron minskade till 10,2 procent. De två skolor där teamen var fulltaliga hela hösten nådde målet.",
        "På skolorna med team har 38 elever kommit tillbaka till undervisningen; jämförelseskolorna är oförändrade.",
        "Bemanna det tredje närvaroteamet fullt ut och kartlägg inom en månad på alla skolor.", "Chef elevhälsan"),
    "BUN-3": Text(
        "Vikariepoolen och rotationsschemat har gett lugnare bemanning. Förkylningsperioden i början av året var lång.",
        "Sjukfrånvaron blev 7,9 procent, den lägsta på sex år.",
        "Barnen möter färre vikarier: antalet timmar med tillfällig personal har minskat med en femtedel.",
        "Låt rotationsschemat omfatta fler förskolor.", "Verksamhetschef förskola"),
    "BUN-4": Text(
        "Den intensiva lästräningen har följt planen på alla skolor.",
        "78 procent nådde kravnivån i alla delprov. Flickor och pojkar ligger nu nära varandra i läsning.",
        "Fler elever läser med flyt i årskurs 1, vilket syns tidigast hos elever med annat modersmål.",
        "Fortsätt med lästräningen.", "Verksamhetschef grundskola"),
    "KS-1": Text(
        "Bytet av bilar följer leasingavtalens slutdatum.", "71 procent av personbilarna är laddbara.",
        "Bilarna har ersatt 8 800 mil med bensin och diesel i tjänsten.", "Tidigarelägg bytet av tio bilar.",
        "Administrativ chef"),
    "KS-2": Text(
        "Omfördelningen av chefsuppdrag är klar i kansliet men dröjer i vård och omsorg, där två tjänster är vakanta.",
        "86 procent av cheferna har högst 30 underställda. Fem enheter i vård och omsorg har fler.",
        "Chefer i de grupper som blivit mindre håller dubbelt så många medarbetarsamtal.",
        "Tillsätt två enhetschefer och dela de fem största enheterna.", "HR-chef"),
    "KS-3": Text(
        "Läsårets resultat redovisas av förbundet först i mars nästa år.",
        "Läsårets resultat redovisas av förbundet i mars och kan därför inte bedömas.",
        "Avhopp följs upp med förbundet varje kvartal; effekten kan bedömas när läsåret är redovisat."),
    "KS-4": Text(
        "Enkäten görs under hösten.", "Index steg till 80, men ledarskapet når inte fram i de största enheterna.",
        "Grupper med färre medarbetare per chef har höjt sitt index mest.",
        "Ge chefer för stora enheter stöd av HR i arbetet med enkätens resultat.", "HR-chef"),
    "KS-5": Text(
        "Ny samtalsstyrning har fått fler samtal besvarade direkt.", "77 procent av samtalen fick sitt svar direkt.",
        "Den som ringer väntar i genomsnitt 16 sekunder kortare än 2025.",
        "Utöka svarsdatabasen med bygglov och miljö.", "Chef kontaktcenter"),
    "SN-1": Text(
        "Fyra av tio lag saknar fast personal på kvällar, och fler vikarier möter varje brukare.",
        "Kontinuiteten försämrades till 16 medarbetare. Lagen delades in men kunde inte bemannas.",
        "Brukarna märker inte någon förbättring ännu. I de två lag som är fullt bemannade är värdet 12.",
        "Anställ åtta undersköterskor på kvällar och planera turer lagvis.", "Avdelningschef hemtjänst"),
    "SN-2": Text(
        "De nya platserna på arbetsmarknadsenheten är fyllda och planerna görs i tid.",
        "48 hushåll lämnade försörjningsstöd för egen försörjning.",
        "Varje hushåll som lämnar stödet sparar i genomsnitt 96 tkr om året, men framför allt ökar deras egen makt.",
        "Fortsätt med plan inom 30 dagar.", "Enhetschef"),
    "SN-3": Text(
        "Korttidsfrånvaron minskar inom funktionsstöd men ökar på särskilt boende.",
        "Sjukfrånvaron är oförändrad, 9,2 procent. Arbetet med delade turer har inte börjat ge resultat.",
        "Effekten har uteblivit: uppföljningen varje månad har inte följts av ändrade scheman.",
        "Ta bort delade turer på fyra enheter och ge cheferna schemastöd.", "Verksamhetschef"),
    "SN-4": Text(
        "Brukarundersökningen redovisas efter årsskiftet.",
        "89 procent känner sig trygga, två procentenheter fler än 2025.",
        "Kvällsrondens fasta tider nämns oftast av dem som känner sig tryggare.",
        "Inför fast omvårdnadskontakt på de två boenden som ligger lägst.", "Avdelningschef särskilt boende"),
    "SBN-1": Text(
        "Styrsystem är bytta i fem av åtta fastigheter; leveransen av de sista är försenad.",
        "159 kWh per kvadratmeter, en enhet från målet. De tre sista styrsystemen kom i november.",
        "I de fem första fastigheterna har elanvändningen sjunkit med tolv procent.",
        "Driftsätt de tre sista styrsystemen och trimma dem under eldningssäsongen.", "Fastighetschef"),
    "SBN-2": Text(
        "Vägningen varje vecka visar var svinnet uppstår.", "Svinnet blev 37 gram per portion.",
        "Den minskade mängden motsvarar 21 ton mat under året.", "Ta bort den andra serveringsraden.", "Kostchef"),
    "SBN-3": Text(
        "Mer svensk gris och baljväxter sänker klimatpåverkan, men nötköttet i äldreomsorgen väger tungt.",
        "1,66 kilo koldioxidekvivalenter per kilo, tre fjärdedelar av vägen till målet.",
        "Matsedeln har förändrats utan att mer mat slängs.", "Byt fyra rätter i äldreomsorgens matsedel.", "Kostchef"),
    "SBN-4": Text(
        "Frånvaron är lägre i kök än i lokalvård, där arbetet är tungt och ensamt.",
        "3,6 procent, mot 4,1 år 2025. Lokalvården når inte målet.",
        "I kök med roterande uppgifter har korttidsfrånvaron nästan halverats.",
        "Inför rotation i lokalvården.", "Enhetschef lokalvård"),
    "SBN-5": Text(
        "Belysningsfel tar för lång tid, eftersom entreprenören samlar dem till en runda i månaden.",
        "82 procent avhjälptes inom tio dagar.", "Antalet påminnelser från invånare har minskat med en tredjedel.",
        "Ändra avtalet så att belysning rättas varje vecka.", "Gatuchef"),
    "BN-1": Text(
        "Enkla ärenden beslutas nu direkt; de som kräver intyg tar fortfarande lång tid.", "Mediantiden blev 27 dagar.",
        "Tre av tio sökande får besked inom två veckor.", "Begär intyg redan vid första samtalet.", "Enhetschef"),
    "BN-2": Text(
        "Fler ansökningar är kompletta och handläggs därför snabbare.", "Mediantiden blev 23 dagar.",
        "Sökande behöver komplettera färre gånger.", "Förbättra checklistan i e-tjänsten.", "Bygglovschef"),
    "MHN-1": Text(
        "Besöken hos de största energianvändarna följer planen.", "61 objekt har en aktuell åtgärdsplan.",
        "Planerna omfattar åtgärder som beräknas spara 1 900 MWh om året.", "Boka resterande besök.", "Miljöinspektör"),
    "MHN-2": Text(
        "Kontrollerna är jämnt fördelade över året.", "96 procent av kontrollerna är gjorda.",
        "Anläggningar med upprepade avvikelser är färre än året innan.", "Prioritera riskklass 1 och 2.",
        "Livsmedelsinspektör"),
    "MHN-3": Text(
        "Många ansökningar kommer in samtidigt på våren.", "Mediantiden blev 34 dagar, två dagar från målet.",
        "Fastighetsägare får besked i tid för byggsäsongen i högre grad än förut.",
        "Handlägg kompletta ansökningar i egen kö.", "Miljöinspektör"),
    "KFN-1": Text(
        "Bokbussen besöker alla låg- och mellanstadieskolor.", "9,7 böcker per barn.",
        "Störst är ökningen på skolor utan eget bibliotek.", "Fortsätt besöken.", "Bibliotekschef"),
    "KFN-2": Text(
        "Deltagarna blir fler sedan träffpunkten i Brålanda öppnade. Nämnden räknar med att nya motionsgrupper lyfter "
        "året till målet.",
        "441 deltagare per månad. De nya motionsgrupperna kom i gång först i november.",
        "Deltagare svarar att de träffar andra oftare; var tredje bor ensam.",
        "Starta motionsgrupper i Vargön och Frändefors redan i januari.", "Fritidschef",
        egen={"T2": "bedöms uppfyllas"}),
    "KFN-3": Text(
        "De utökade tiderna gäller sedan den 1 mars.", "Biblioteken är bemannade 168 timmar i veckan.",
        "Var femte besökare kommer på de nya tiderna.", "Behåll tiderna.", "Bibliotekschef"),
    "KFN-4": Text(
        "Handläggningen har blivit snabbare sedan ansökan flyttades till e-tjänsten.",
        "92 procent betalades ut inom 30 dagar.", "Föreningarna kan planera säsongen tidigare.",
        "Påminn om kompletteringar inom en vecka.", "Föreningskonsulent"),
    "OFN-1": Text(
        "Granskningen bedrevs med extra personal under våren.", "96 procent var granskade den 31 augusti.",
        "Fel upptäcks ett halvår tidigare än förut.", "Behåll extra personal mars–maj.", "Överförmyndarhandläggare"),
    "OFN-2": Text(
        "Läkarintyg dröjer och drar ut på tiden.", "Mediantiden blev 39 dagar, mot 44 år 2025.",
        "Den enskilde får god man något tidigare, men skillnaden är liten.",
        "Begär intyg samma dag som ärendet kommer in och påminn efter tio dagar.", "Överförmyndarhandläggare"),
}
# fmt: on
