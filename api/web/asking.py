"""What is typed into the question bar."""

import re

from api.web.seen import MOST_BACKERS
from graph.errors import InvalidInput, UnknownName
from graph.store import Store
from queries.answers import Ties
from queries.who_backs import WhoBacks

_WHO_BACKS = re.compile(
    r"(?:who|which\s+\w+)\s+(?:all\s+)?"
    r"(?:backs?|supports?|(?:is|are)\s+(?:backing|supporting))\s+(?P<name>.+)"
    r"|(?:the\s+)?(?:backers|supporters)\s+of\s+(?P<of>.+)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:who|whom|whose|what|where|when|why|how|which)\s", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)


def actor_in(text: str) -> str:
    """Return whose backers are asked for: `who backs X?`, `backers of X`, or X alone.

    Raises InvalidInput for any other question.
    """
    asked = " ".join(text.split()).rstrip("?!. ")
    if match := _WHO_BACKS.fullmatch(asked):
        return (match["name"] or match["of"]).strip("\"'“”‘’ ")
    if not asked or _OTHER.match(asked):
        raise InvalidInput(f"{text!r} is not understood here; write: who backs NAME")
    return asked


def ask(store: Store, text: str) -> Ties:
    """Return the backers that the text asks for; raises what the question raises."""
    name = actor_in(text)
    try:
        return store.ask(WhoBacks(actor=name, limit=MOST_BACKERS))
    except UnknownName:
        bare = _THE.sub("", name, count=1)
        if not _THE.match(name) or not bare:
            raise
        return store.ask(WhoBacks(actor=bare, limit=MOST_BACKERS))
