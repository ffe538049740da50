"""Whom a speaker speaks for, and whether he is one end of what he says."""

from graph.model import Speaker
from graph.vocabulary import ActorKind
from loaders.extraction.context import Context


def with_party(speaker: Speaker, ends: set[str], context: Context) -> Speaker:
    """Return a speaker with whether he is, leads or speaks for one of the claim's ends."""
    return speaker.model_copy(update={"party": _party(speaker, ends, context)})


def side_of(speaker: Speaker | None, context: Context) -> str | None:
    """Return the id of the organisation that a speaker leads or speaks for."""
    if speaker is None or speaker.id is None:
        return None
    if side := context.spoken_for(speaker.id):
        return side.id
    entry = context.registry.entry(speaker.id)
    return speaker.id if entry and entry.kind is not ActorKind.PERSON else None


def _party(speaker: Speaker, ends: set[str], context: Context) -> bool | None:
    """Say whether a speaker is a party to the claim; None: the text does not name him."""
    if speaker.id is None:
        return None
    sides = {speaker.id}
    if led := context.led.get(speaker.id):
        sides.add(led.id)
    entry = context.registry.entry(speaker.id)
    if entry is not None:
        sides |= {post.id for post in (*entry.leads, *entry.part_of)}
    return bool(sides & ends)
