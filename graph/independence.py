"""Who tells something independently: a fold, so that old claims need not be read again."""

from base64 import b64encode
from functools import lru_cache
from hashlib import blake2b

# Groups of marks: `mark,mark|mark,mark`. A text, not sets: it is searched and kept as it is, and
# most claims touch one or two of its groups.
Groups = str

_BYTES = 6  # 48 bits: far more than the claims about one tie need


def mark(*parts: str | None) -> str:
    """Return 8 characters that stand for `parts` and for nothing else."""
    whole = repr(parts).encode()
    return b64encode(blake2b(whole, digest_size=_BYTES).digest()).decode()


def marks(origin: str, quote: str) -> Groups:
    """Return the group of one claim: what makes it one with others is its origin or its wording."""
    return f"{_of_origin(origin)},{mark('wording', *quote.casefold().split())}"


def unite(groups: Groups, others: Groups) -> Groups:
    """Return both, those groups made one that share a mark.

    There are as many as there are independent origins, in whatever order they were united.
    """
    for other in others.split("|") if others else ():
        its_marks = other.split(",")
        known = [one for one in its_marks if one in groups]
        if known:
            groups = _joined(groups, known, [one for one in its_marks if one not in known])
        else:
            groups = f"{groups}|{other}" if groups else other
    return groups


def size(groups: Groups) -> int:
    """Return how many groups there are."""
    return groups.count("|") + 1 if groups else 0


@lru_cache(maxsize=4096)
def _of_origin(origin: str) -> str:
    return mark("origin", origin)


def _joined(groups: Groups, known: list[str], new: list[str]) -> Groups:
    """Return `groups`, those that hold the `known` marks made one with the `new` marks in it."""
    touched = {_holding(groups, one) for one in known}
    apart = [group for group in groups.split("|") if group not in touched]
    return "|".join((*apart, ",".join((*touched, *new))))


def _holding(groups: Groups, one: str) -> str:
    """Return the group that a mark is in."""
    at = groups.index(one)
    end = groups.find("|", at)
    return groups[groups.rfind("|", 0, at) + 1 : end if end >= 0 else None]
