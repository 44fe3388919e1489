"""What is said of meetings on their pages: what is missing, and answers of no about packages and what follows."""

from service.findings import Sentence, register

MEETING_ANSWERS: dict[str, Sentence] = {
    "skrivelse-saknas": Sentence(
        "Ärende {nummer}, ”{rubrik}”, har ingen tjänsteskrivelse.", "Skriv den, eller ändra typ om ingen behövs."
    ),
    "handlingens-plan-fel": Sentence(
        "Bilaga {nummer} visar {plan}, ett utkast med {antal} kvar.",
        "Rätta planen och lämna in den, annars går den ut med felen.",
    ),
    "handlingens-plan-utkast": Sentence(
        "Bilaga {nummer} visar {plan}, ännu ett utkast.", "Lämna in planen; bara en inlämnad plan kan antas."
    ),
    "handling-aldre": Sentence(
        "Bilaga {nummer} är låst till version {version} av {plan}, och version {senaste} finns.",
        "Töm rutan Version, så följer den senaste med.",
    ),
    "utskick-sent": Sentence(
        "Kallelsen skulle ha skickats senast {dag}.", "Gör paketet, skicka det och markera det som utskickat."
    ),
    "utskick-nara": Sentence(
        "Kallelsen ska skickas senast {dag}.", "Gör paketet, skicka det och markera det som utskickat."
    ),
    "andrat-efter-utskick": Sentence(
        "{antal} är nya, ändrade eller borttagna sedan utskicket {dag}.",
        "Gör ett nytt paket: tilläggshandlingarna är det som ska skickas.",
    ),
    "mote-att-halla": Sentence(
        "Sammanträdet var {dag} och är inte markerat som hållet.",
        "Fyll i vad som beslutades och markera det som hållet, så ges paragraferna.",
    ),
    "utfall-ej-ifyllt": Sentence("Ärende {nummer}, ”{rubrik}”, saknar utfall.", "Välj vad som beslutades."),
    "beslut-saknas": Sentence(
        "Ärende {nummer}, ”{rubrik}”, fick ett annat beslut än förslaget, som inte är skrivet.", "Skriv beslutet."
    ),
    "beslut-oskrivet": Sentence(
        "Ärende {nummer}, ”{rubrik}”, har varken förslag eller beslut, så protokollet har en tom rad.",
        "Skriv beslutet.",
    ),
    "narvaro-saknas": Sentence("Ingen närvaro är ifylld.", "Skriv vilka som var med, och i vilken roll."),
    "justerare-saknas": Sentence("Ingen justerare är ifylld.", "Skriv vem som justerar utöver ordföranden."),
    "justera": Sentence("Protokollet ska justeras senast {dag}.", "Skriv dagen när det är gjort."),
    "justera-sent": Sentence(
        "Protokollet skulle ha justerats senast {dag}.", "Låt justera det och skriv dagen."
    ),
    "anslag": Sentence("Anslaget ska sättas upp senast {dag}.", "Skriv dagen när det är gjort."),
    "anslag-sent": Sentence("Anslaget skulle ha satts upp senast {dag}.", "Sätt upp det och skriv dagen."),
    "utdrag-kvar": Sentence("{antal} är inte skickade.", "Hämta dem, skicka dem och markera dem som skickade."),
    "annat-utfall": Sentence("Ärendet fick utfallet ”{utfall}”.", ""),
    "arendets-handlingar-utgar": Sentence(
        "Ärende {nummer} utgår, så {antal} ingår inte i paketet.", "Ta tillbaka ärendet om något ska gå ut."
    ),
    "handling-inte-inlagd": Sentence("{fil} är inte inlagd. {skal}"),
    "paketets-storlek": Sentence(
        "Storleken på delarna går inte att välja så.", "Skriv ett antal MB, högst {mest}, eller lämna rutan tom."
    ),
    "paketet-inte-klart": Sentence("Paketet är inte klart.", "Vänta tills det är gjort och markera det sedan."),
    "paketet-undanhallet": Sentence(
        "En handling i paketet har fått sekretess sedan det gjordes. Därför visas här bara kallelsen.",
        "De öppna handlingarna finns i nästa utskick; fråga nämndsekreteraren om du behöver dem innan dess.",
    ),
    "paketet-borttaget": Sentence(
        "Paketets filer är borttagna: ett nyare har ersatt det.", "Gör ett nytt paket om något ska skickas."
    ),
    "nyare-utskickat": Sentence(
        "Ett nyare paket är redan utskickat.", "Gör ett nytt paket om något ska skickas igen."
    ),
    "paketet-avbrots": Sentence(
        "Paketet kunde inte göras: arbetet avbröts {antal} gånger.",
        "Gör det igen. Händer det en gång till, gör det utan PDF eller byt ut filen som är störst.",
    ),
    "paketet-hindras": Sentence("Paketet kunde inte göras. {text}", ""),
    "paketet-gick-inte": Sentence(
        "Paketet kunde inte göras. Så här säger programmet: {fel}",
        "Försök igen. Händer det en gång till, visa texten för den som sköter tjänsten.",
    ),
    "inte-varit": Sentence(
        "Sammanträdet är {dag} och har inte varit än.", "Markera det som hållet den dagen eller senare."
    ),
}  # fmt: skip

register(MEETING_ANSWERS)
