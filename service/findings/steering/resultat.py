"""Sentences on the förväntade resultat, their mått and the uppdragsdialog."""

from ..sentences import Sentence

RESULTAT: dict[str, Sentence] = {
    "R06-resultat": Sentence(
        "Resultatet hör till ett inriktningsmål som har utgått: ”{mal}”.",
        "Knyt resultatet till ett mål som gäller, eller låt även resultatet utgå.",
    ),
    "R14-saknas": Sentence(
        "Det finns ingen anteckning från uppdragsdialogen med {namnd}.",
        "Skriv en rad för {kod}: dag, vilka som var med och vad ni kom fram till.",
    ),
    "R14-tom": Sentence("Anteckningen från dialogen med {namnd} säger inte {saknas}.", "Komplettera anteckningen."),
    "R15": Sentence(
        "Resultatet stämdes av efter fullmäktiges beslut {beslut}.",
        "Rätta dagen om den är fel; dialogen hålls före beslutet.",
    ),
    "R43-saknas": Sentence(
        "{namnd} svarar för målet ”{mal}” men har inget förväntat resultat under det.",
        "Skriv minst ett resultat för nämnden, eller ta bort den som ansvarig för målet.",
    ),
    "R43-kf": Sentence(
        "Kommunfullmäktige kan inte äga ett förväntat resultat.",
        "Skriv koden för den nämnd som ska uppnå resultatet.",
    ),
    "R43-inaktiv": Sentence(
        "Nämnden {namnd} finns inte {ar}.", "Välj en nämnd som finns, eller rätta nämnden i inställningarna."
    ),
    "R44": Sentence(
        "Resultatet börjar med ”{verb}” och läses som en aktivitet.",
        "Skriv vad som ska ha uppnåtts, inte vad som ska göras.",
    ),
    "R45-specifikt": Sentence(
        "Resultatet är bara {antal} ord och knappast specifikt.",
        "Skriv med minst {minst} ord vad som ska ha uppnåtts, för vem och när.",
    ),
    "R45-matbart": Sentence(
        "Resultatet har inget mått med målvärde och går därför inte att följa upp.",
        "Lägg till ett mått på bladet Mått och fyll i ett målvärde; utan det kan planen inte lämnas in.",
    ),
    "R45-utmanande": Sentence(
        "Målvärdet är inte bättre än basvärdet {bas}, fast {riktning} är bättre.",
        "Höj ambitionen, eller kontrollera målvärdet och Bättre när.",
    ),
    "R45-realistiskt": Sentence(
        "Målvärdet är {procent} procent från basvärdet {bas} per år; över {mest} procent ska motiveras.",
        "Kontrollera talet, eller skriv under Motivering varför det är möjligt.",
    ),
    "R45-tidsatt": Sentence(
        "Resultatet ”{resultat}” har ingen period.",
        "Fyll i Period från och Period till; utan dem kan planen inte lämnas in.",
    ),
    "R45-utanfor": Sentence(
        "Resultatets period ligger utanför inriktningsmålets ({period}).",
        "Rätta perioden, eller målets giltighet om det är den som är fel.",
    ),
    "R45-accepterat": Sentence(
        "Det framgår inte att resultatet är avstämt i uppdragsdialogen med {namnd}.",
        "Fyll i dagen för dialogen under Avstämt i dialog.",
    ),
    "R46-mal": Sentence(
        "{namnd} har {antal} resultat under samma mål; kommunen har satt gränsen vid {mest}.",
        "Behåll de viktigaste; resten kan bli aktiviteter eller mått.",
    ),
    "R46-namnd": Sentence(
        "{namnd} har {antal} förväntade resultat; kommunen har satt gränsen vid {mest}.",
        "Behåll de viktigaste; resten kan bli aktiviteter eller mått.",
    ),
    "R47-mal": Sentence(
        "Resultatet upprepar inriktningsmålet ”{annat}”.",
        "Skriv vad just nämnden ska ha uppnått, så att det går att mäta.",
    ),
    "R47-resultat": Sentence(
        "Resultatet är nästan detsamma som ”{annat}”.", "Slå ihop de två, eller skriv vad som skiljer dem åt."
    ),
    "R47-lag": Sentence(
        "Resultatet upprepar en lag eller författning (”{ord}”).",
        "Lagen gäller ändå: skriv vad ni vill uppnå utöver den.",
    ),
    "R48": Sentence(
        "Måttet ”{matt}” ska bli {found}, men på {nummer} ska samma mått bli {riktning} under samma tid.",
        "Ändra det ena, så att resultaten inte strider mot varandra; annars kan planen inte lämnas in.",
    ),
    "R49-kostnad": Sentence(
        "Resultaten för {namnd} kostar tillsammans {summa} tkr, men ramen är {ram} tkr.",
        "Sänk kostnaderna eller se över resultaten.",
    ),
    "R50-verksamhet": Sentence(
        "Det framgår inte vilka verksamheter resultatet ”{resultat}” gäller.",
        "Skriv verksamheternas koder; utan dem kan planen inte lämnas in.",
    ),
    "R50-period": Sentence("Perioden slutar innan den börjar ({fran}).", "Rätta den dag som är fel."),
    "R55-uppgift": Sentence(
        "Måttet ”{matt}” saknar uppgift om {rubrik}.",
        "Fyll i {rubrik}; utan det går måttet inte att följa upp.",
    ),
}
