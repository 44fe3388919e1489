"""The word lists that a municipality starts from. Words are found in all their inflections; patterns are regular
expressions without regard to case. The regler name öka, minska, värna om, ta tillvara and tillgodose (§ 2.2)."""

from collections.abc import Mapping

RIKTNINGSORD = "riktningsord"
ALLMAN_FRAS = "allmän fras"
AKTIVITETSVERB = "aktivitetsverb"
LAGORD = "lagord"
KONKRET_ORD = "konkret ord"

_WORDS: Mapping[str, tuple[str, ...]] = {
    RIKTNINGSORD: (
        "öka", "minska", "höja", "sänka", "stärka", "förbättra", "förkorta", "förlänga", "halvera", "fördubbla",
        "utöka", "växa", "fler", "färre", "högre", "lägre", "mer", "mindre", "bättre", "större", "snabbare", "enklare",
        "lättare", "tryggare", "kortare", "längre", "tidigare",
    ),
    AKTIVITETSVERB: (
        "införa", "genomföra", "ta fram", "ta i bruk", "utreda", "starta", "påbörja", "arbeta med", "upprätta",
        "utarbeta", "anordna", "implementera", "inventera", "kartlägga", "utbilda", "planera", "följa upp",
        "fortsätta arbetet",
    ),
    LAGORD: (
        "lagstadgad", "skollagen", "socialtjänstlagen", "kommunallagen", "bygglagen", "miljöbalken", "bibliotekslagen",
        "förvaltningslagen", "arbetsmiljölagen", "diskrimineringslagen", "sjukvårdslagen",
    ),
    KONKRET_ORD: ("procent", "procentenhet"),
}  # fmt: skip

_PATTERNS: Mapping[str, tuple[str, ...]] = {
    ALLMAN_FRAS: (
        r"\bvärna(r|de|t|s|des|ts|nde)?\s+om\b",
        r"\bt(a|ar|as|og|ogs|agit|agits)\s+till\s?vara\b",
        r"\btillvarat[ao]\w*",
        r"\btillgodos[eå]\w*",
    ),
    LAGORD: (
        r"\benligt\s.{0,60}\blag(en|ar|stiftning|stiftningen)?\b",
        r"lagen\s(ska\s)?följ",
        r"\b(19|20)\d\d:\d\d?\d?\d?\b",
    ),
    KONKRET_ORD: (
        r"\d+\s?%",
        r"\d+\s?(ton|kwh|km|meter|kvm|gram|kg|dagar|veckor|månader|timmar|minuter|stycken|st)\b",
        r"\d+\s?(personer|elever|barn|brukare|platser|bostäder|bilar|företag|medarbetare)\b",
        r"\btill\s\d+",
        r"\b\d\d?\s(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
        r"\b(19|20)\d\d-\d\d-\d\d\b",
        r"\b(senast|före|under|år)\s20\d\d\b",
        r"\b(?-i:[A-ZÅÄÖ])\w+(gatan|vägen|torget|gränden)\b",
        r"\b(?!(för|grund|gymnasie|hög|folkhög|kultur|musik|sim|års)skolan)(?-i:[A-ZÅÄÖ])\w+skolan\b",
    ),
}

DEFAULT_ORD: tuple[tuple[str, str, str], ...] = (
    *((lista, ord, "ord") for lista, words in _WORDS.items() for ord in words),
    *((lista, ord, "mönster") for lista, patterns in _PATTERNS.items() for ord in patterns),
)
