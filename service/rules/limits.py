"""The limits that rules are tried against. The regler give no numbers: these are only proposals."""

from decimal import Decimal

from service.chain.limits import DELVIS, TREND, Limit
from service.chain.plans import Installningar

MAL_ANTAL = Limit("inriktningsmål, högst antal", 7, "Fler inriktningsmål än så ger en varning (R37).")
MAL_MINST_ORD = Limit("inriktningsmål, minst ord", 3, "Ett inriktningsmål med färre ord ger en varning (R33).")
MAL_HOGST_ORD = Limit("inriktningsmål, högst ord", 40, "Ett inriktningsmål med fler ord ger en varning (R33).")
MAL_OCH = Limit("inriktningsmål, antal och", 2, "Så många ”och” i ett mål ger frågan om det är flera mål (R33).")
RESULTAT_PER_MAL = Limit("resultat per nämnd och mål, högst", 5, "Fler resultat än så ger en varning (R46).")
RESULTAT_PER_NAMND = Limit("resultat per nämnd, högst", 12, "Fler resultat än så ger en varning (R46).")
RESULTAT_MINST_ORD = Limit("resultat, minst ord", 5, "Ett resultat med färre ord är knappast specifikt (R45).")
LIKHET = Limit("likhet, procent", 80, "Så lik en annan text får ett resultat inte vara utan varning (R47).")
FORANDRING = Limit("förändring per år, procent", 20, "En större förändring av ett mått om året ska motiveras (R45).")
AKTIVITETER = Limit("aktiviteter per resultat, högst", 8, "Fler aktiviteter än så ger en varning (R52).")
AKTIVITET_AR = Limit("aktivitet oförändrad, år", 2, "En aktivitet som stått kvar så länge ger en varning (R69).")
TEXT_ORD = Limit("text, högst ord", 400, "En längre text i verksamhetsplanen ger en upplysning (R70).")
PAMINNELSE_1 = Limit("påminnelse, första, dagar före", 60, "Så långt före en hålltid påminns den första gången.")
PAMINNELSE_2 = Limit("påminnelse, andra, dagar före", 30, "Så långt före en hålltid påminns den andra gången.")
PAMINNELSE_3 = Limit("påminnelse, tredje, dagar före", 7, "Så långt före en hålltid påminns den sista gången.")
PAMINNELSER = (PAMINNELSE_1, PAMINNELSE_2, PAMINNELSE_3)
AVVIKELSE = Limit(
    "budgetavvikelse, procent", 2, "En verksamhet som avviker mer än så från budgeten ska ha en kommentar (R64)."
)

LIMITS = (
    MAL_ANTAL, MAL_MINST_ORD, MAL_HOGST_ORD, MAL_OCH, RESULTAT_PER_MAL, RESULTAT_PER_NAMND, RESULTAT_MINST_ORD, LIKHET,
    FORANDRING, AKTIVITETER, AKTIVITET_AR, TEXT_ORD, DELVIS, TREND, AVVIKELSE, *PAMINNELSER,
)  # fmt: skip

DEFAULT_GRANSER: tuple[tuple[str, Decimal, str], ...] = tuple(
    (limit.namn, Decimal(limit.varde), limit.betydelse) for limit in LIMITS
)


def reminders(installningar: Installningar) -> tuple[int, ...]:
    """How many days before a hålltid one is reminded of it, longest first; those set to 0 are off."""
    days = {int(limit.of(installningar)) for limit in PAMINNELSER}
    return tuple(sorted(days - {0}, reverse=True))
