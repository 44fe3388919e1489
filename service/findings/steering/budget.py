"""Sentences on the detaljbudget and on the municipality's budget. All amounts are in tkr."""

from ..sentences import Sentence

BUDGET: dict[str, Sentence] = {
    "R12-ram": Sentence("{namnd} har ingen rad i driftbudgeten.", "Skriv nämndens ram, även om den är 0."),
    "R12-preliminar": Sentence(
        "{namnd} saknar preliminär ram.", "Fyll i ramen som kommunstyrelsen beslutade i februari."
    ),
    "R79-tom": Sentence(
        "Detaljbudgeten har inga rader.", "Fördela ramen på verksamheterna; utan det kan planen inte lämnas in."
    ),
    "R79-minus": Sentence(
        "{rubrik} är negativt.",
        "Skriv intäkter och kostnader med plus. Är minus rätt, flytta beloppet till den andra sidan.",
    ),
    "R80-over": Sentence(
        "Detaljbudgeten på nivån ”{niva}” är {netto} tkr netto, {differens} tkr över ramen på {ram} tkr.",
        "Minska nettokostnaden med {differens} tkr; planen kan inte lämnas in förrän summan är ramen.",
    ),
    "R80-under": Sentence(
        "Detaljbudgeten på nivån ”{niva}” är {netto} tkr netto, {differens} tkr under ramen på {ram} tkr.",
        "Fördela även de {differens} tkr som återstår; planen kan inte lämnas in förrän summan är ramen.",
    ),
    "R80-niva": Sentence(
        "Det är okänt vilken anslagsbindningsnivå {verksamhet} hör till, så raden kan inte jämföras med ramen.",
        "Ange nivån för verksamheten i inställningarna: {nivaer}.",
    ),
    "R80-ram": Sentence(
        "{namnd} har ingen ram i mål- och resursplanen, så detaljbudgeten kan inte prövas.",
        "Be den som äger mål- och resursplanen att skriva in nämndens ram.",
    ),
    "L4-underskott": Sentence(
        "Budgeten har ett underskott på {resultat} tkr, men synnerliga skäl är inte angivna (kommunallagen 11 kap.).",
        "Skriv skälen, eller ändra budgeten.",
    ),
    "L4-mal": Sentence(
        "Årets resultat {ar} är {procent} procent av skatter och bidrag; det finansiella målet är {mal} procent.",
        "Ändra budgeten, eller förklara avvikelsen i planens finansiella analys.",
    ),
    "L5": Sentence(
        "Resultatbudgeten är tom för {ar}, men planen ska omfatta tre år (kommunallagen 11 kap.).",
        "Fyll i beloppen för året.",
    ),
    "L6-balans": Sentence(
        "{kolumn}: tillgångarna är {tillgangar} tkr, men eget kapital, avsättningar och skulder {skulder} tkr.",
        "Rätta skillnaden på {differens} tkr; planen kan inte lämnas in förrän balansbudgeten går ihop.",
    ),
    "L6-likvida": Sentence(
        "Kassaflödesbudgeten {ar} ger {kassaflode} tkr, men likvida medel ändras med {balans} tkr i balansbudgeten.",
        "Rätta den ena, så att de stämmer; annars kan planen inte lämnas in.",
    ),
    "L6-resultat": Sentence(
        "Kassaflödesbudgeten {ar} börjar inte med årets resultat, som är {resultat} tkr i resultatbudgeten.",
        "Skriv samma belopp; annars kan planen inte lämnas in.",
    ),
    "L7-netto": Sentence(
        "Ramar och centrala poster {ar} är {ramar} tkr, men resultatbudgetens nettokostnader {netto} tkr.",
        "Rätta skillnaden på {differens} tkr; annars kan planen inte lämnas in.",
    ),
    "L7-ramforandring": Sentence(
        "Ramförändringarna för {namnd} är tillsammans {summa} tkr, men ramen ändras med {forandring} tkr.",
        "Komplettera eller rätta posterna, så att de förklarar hela ändringen.",
    ),
}
