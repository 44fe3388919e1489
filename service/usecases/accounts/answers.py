"""Answers of no about accounts and signing in. None of them says whether an account exists to somebody outside."""

from service.findings import Sentence, register

ACCOUNT_ANSWERS: dict[str, Sentence] = {
    "fel-inloggning": Sentence(
        "E-postadressen eller lösenordet stämmer inte.",
        "Försök igen. Om du har glömt lösenordet kan en administratör ge dig en ny länk.",
    ),
    "lanken-galler-inte": Sentence(
        "Länken är redan använd eller har gått ut.", "Be en administratör om en ny länk."
    ),
    "losenord-for-kort": Sentence(
        "Lösenordet är för kort: minst {minst} tecken behövs.", "Skriv gärna några ord efter varandra."
    ),
    "losenord-for-langt": Sentence("Lösenordet är för långt: högst {mest} tecken.", "Välj ett kortare."),
    "losenord-for-enkelt": Sentence(
        "Lösenordet är för lätt att gissa.", "Välj något annat än ditt namn, din adress eller ett enda upprepat tecken."
    ),
    "losenord-olika": Sentence("De två lösenorden är inte lika.", "Skriv samma lösenord i båda fälten."),
    "fel-losenord": Sentence("Det nuvarande lösenordet stämmer inte.", "Försök igen."),
    "namn-saknas": Sentence("Namnet saknas.", "Skriv förnamn och efternamn."),
    "fel-adress": Sentence("”{adress}” är ingen e-postadress.", "Skriv den som namn@kommunen.se."),
    "namnet-upptaget": Sentence(
        "Det finns redan ett konto med namnet {namn}.",
        "Namnet står i loggen och i handlingarna och måste gå att skilja från andras. Lägg till förvaltningen.",
    ),
    "adressen-upptagen": Sentence("Det finns redan ett konto med adressen {adress}.", "Ändra det kontot i stället."),
    "roll-saknas": Sentence("Kontot har ingen roll.", "Välj minst en roll."),
    "namnd-saknas": Sentence(
        "Rollen {roll} gäller en nämnd, och ingen är vald.", "Välj minst en nämnd, eller en annan roll."
    ),
    "sista-administratoren": Sentence(
        "Kontot är det enda som får hantera användare.", "Gör först någon annan till administratör."
    ),
    "sso-gick-inte": Sentence(
        "Inloggningen gick inte att genomföra.", "Försök igen. Går det inte ändå, kontakta en administratör."
    ),
    "sso-ingen-adress": Sentence(
        "Inloggningen säger inte säkert vilken e-postadress du har.", "Kontakta en administratör."
    ),
    "sso-inget-konto": Sentence(
        "Det finns inget konto i Målkedjan för {adress}.", "Be en administratör lägga till dig."
    ),
    "nyckel-utan-namn": Sentence(
        "Nyckeln behöver ett namn på högst {mest} tecken.",
        "Skriv vad den ska användas till, till exempel ekonomisystemet."
    ),
    "nyckelns-tid": Sentence("Nyckelns giltighet går inte att välja så.", "Välj en av: {val} dagar."),
    "for-manga-nycklar": Sentence("Du har redan {mest} nycklar.", "Ta bort en som inte används."),
}  # fmt: skip

register(ACCOUNT_ANSWERS)
