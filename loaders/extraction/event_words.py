"""Nouns that name an event, and the words that stand between an event and its time."""

from spacy.tokens import Token

_EVENTS = frozenset((
    "ambush", "assault", "attack", "battle", "blast", "blockade", "campaign", "capture", "clash",
    "collapse", "conflict", "conquest", "counter-offensive", "counterattack",
    "counteroffensive", "coup", "crackdown", "crash", "crisis", "death", "defeat", "dispute",
    "departure", "drawdown", "entry", "fall", "fight", "flight", "genocide", "hijack",
    "incident", "incursion", "insurgency", "intervention", "kidnap", "launch", "massacre",
    "murder", "mutiny", "offensive", "onslaught", "operation", "overthrow", "presence",
    "pullout", "putsch", "raid", "rebellion", "rescue", "retreat", "return", "revolt",
    "revolution", "riot", "seizure", "siege", "skirmish", "standoff", "storming", "strike", "surge",
    "uprising", "violence", "visit", "war", "withdrawal",
))  # fmt: skip
_ENDINGS = ("tion", "sion", "ment", "ing", "strike", "fire", "fight")
_NO_EVENTS = ("government", "nation", "organization", "organisation", "building", "coalition",
              "settlement", "population", "station", "region", "administration", "document",
              "statement", "opposition", "delegation", "agreement", "meeting", "mission", "evening",
              "morning", "beginning", "parliament", "spring")  # fmt: skip
_TIMES = frozenset(
    ("end", "ends", "close", "beginning", "start", "middle", "half", "night", "morning", "evening")
    + ("afternoon", "spring", "summer", "autumn", "fall", "winter", "weekend", "week", "month")
    + ("year", "day", "days", "hours", "starting", "beginning", "quarter", "anniversary")
)
_FROM = ("starting", "beginning")


def is_event(noun: Token) -> bool:
    """Say whether a noun, or the last word of a name, names what happens."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    word = noun.lower_.rsplit(" ", 1)[-1]
    singular = {word, word.removesuffix("s"), word.removesuffix("es")}
    if singular & _EVENTS:
        return True
    return any(w.endswith(_ENDINGS) and w not in _NO_EVENTS for w in singular)


def is_time(word: Token) -> bool:
    """Say whether a word only tells which part of a time is meant: "the *end* of May"."""
    return word.lower_ in _TIMES and (word.pos_ != "VERB" or word.lower_ in _FROM)


def is_news(verb: Token) -> bool:
    """Say whether a verb tells of the day's news in the present: "captures", "are killed"."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    if helpers:
        return helpers[0] in ("is", "are", "has", "have")
    return verb.pos_ == "VERB" and verb.lower_.endswith("s")
