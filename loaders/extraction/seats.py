"""The place that a known name is: a country, or the seat that stands for its government."""

from spacy.tokens import Token

from graph.model import Place
from graph.vocabulary import ActorKind, PlaceKind
from loaders.extraction.context import Context
from loaders.extraction.mentions import namings_of


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
    for naming in namings_of(token):
        countries = [naming.entry.country] if naming.entry.country else []
        for seat in naming.entry.metonyms:
            if found := context.registry.place(seat.name, countries):
                return found
    return None
