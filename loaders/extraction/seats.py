"""The place that a known name is: a country, or the seat that stands for its government."""

from spacy.tokens import Token

from graph.model import Place
from graph.vocabulary import ActorKind, PlaceKind
from loaders.extraction.context import Context
from loaders.extraction.mentions import namings_of
from loaders.registry.known_files import Entry


def known_place(token: Token, context: Context) -> Place | None:
    """Return the country, region or seat that a known name is; an army or a person is no place."""
    namings = namings_of(token)
    registry = context.registry
    kinds = {naming.entry.kind for naming in namings if naming.kind == "name"}
    if ActorKind.STATE in kinds:
        return registry.place(token.text, context.countries)
    if ActorKind.GOVERNMENT in kinds:  # "Chechnya", which is its government as well
        found = registry.place(token.text, context.countries)
        return found if found and found.kind is PlaceKind.REGION else None
    seats = [naming for naming in namings if naming.kind == "metonym"]
    if not seats:
        return None
    own = [naming.entry.country for naming in seats if naming.entry.country]
    return registry.place(token.text, [*own, *context.countries])


def capital_of(token: Token, context: Context) -> Place | None:
    """Return the first seat of what a name means ("Libyan": Tripoli)."""
    seats = (_seat(naming.entry, context) for naming in namings_of(token))
    return next(filter(None, seats), None)


def home_capital(context: Context) -> Place | None:
    """Return the seat of the country whose "the capital" is in a text that names no other."""
    state = context.registry.state_of(context.home)
    return _seat(state, context) if state else None


def _seat(entry: Entry, context: Context) -> Place | None:
    countries = [entry.country] if entry.country else []
    places = (context.registry.place(seat.name, countries) for seat in entry.metonyms)
    return next(filter(None, places), None)
