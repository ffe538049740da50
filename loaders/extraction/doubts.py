"""Why a finding makes no claim."""

from spacy.tokens import Token

from graph.errors import InvalidClaim
from graph.model import Actor, Entity
from graph.vocabulary import ActorKind, PlaceKind, Relation, check
from loaders.extraction.actors import Actors
from loaders.extraction.context import Context
from loaders.extraction.epithets import in_passing, is_epithet
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import case_of, children, leads_a_list

_FRIENDLY = "friendly fire"
_ARMED = (ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.COALITION, ActorKind.UNKNOWN)
_AT_HOME = (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.ARMED_GROUP)
_OFFICES = (ActorKind.STATE, ActorKind.GOVERNMENT)
_DIRECTIONS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_AT_A_PLACE = (Relation.CAPTURED, Relation.DEPLOYED_TO)


class Doubts:
    """Looks at the findings of one article when their ends are known."""

    def __init__(self, context: Context, lexicon: Lexicon, actors: Actors) -> None:
        """Ask `actors` for whom a common noun acts."""
        self._context = context
        self._lexicon = lexicon
        self._actors = actors

    def of(self, finding: Finding, subject: Actor | None, target: Entity | None) -> str | None:
        """Return why a finding makes no claim, to be read after "but"; None: it makes one."""
        if subject is None or target is None:
            return _missing(subject, target)
        if subject.id == target.id:
            return f"of {subject.name} with itself"
        if finding.relation is Relation.OPPOSES and self._is_his_own(finding, subject, target):
            return f"it would be {subject.name}'s own"
        if _is_stranger(subject):
            return f"{subject.name} is a person that no file holds"
        if finding.relation in _AT_A_PLACE and _is_its_own(subject, target):
            return f"of {subject.name} at home, in the whole country"
        return (
            self._support(finding, target)
            or _by_mistake(finding, self._lexicon)
            or self._moved(finding, subject)
            or self._deployment(finding, subject, target)
            or self._target(finding, target)
            or _not_in_vocabulary(finding, subject, target)
        )

    def of_pair(self, finding: Finding, subject: Actor, target: Entity) -> str | None:
        """Return why what the relation model found makes no claim."""
        if _is_stranger(subject):
            return f"{subject.name} is a person that no file holds"
        if finding.relation is Relation.OPPOSES and self._is_his_own(finding, subject, target):
            return f"it would be {subject.name}'s own"
        if finding.relation is Relation.BACKS and self._is_relief(finding):
            return "the help is for people and backs nobody"
        if finding.relation is Relation.CAPTURED and self._is_passed(finding):
            return f"{target.name} only tells where or which way"
        if finding.relation in _AT_A_PLACE and _is_its_own(subject, target):
            return f"of {subject.name} at home, in the whole country"
        if is_epithet(finding, self._lexicon) or in_passing(finding, self._lexicon):
            return f"it only describes {target.name}"
        if finding.object is not None and leads_a_list(finding.object):
            return f"{target.name} does something else itself"
        return _by_mistake(finding, self._lexicon) or _not_in_vocabulary(finding, subject, target)

    def _is_his_own(self, finding: Finding, subject: Actor, target: Entity) -> bool:
        """Say whether "his" may mean the doer: "X insulted Y and expelled *his* envoy"."""
        whose = children(finding.object, "nmod:poss") if finding.object is not None else []
        own = any(word.pos_ == "PRON" for word in whose)
        return own and subject.country is not None and subject.country == target.country

    def _support(self, finding: Finding, target: Entity) -> str | None:
        if finding.relation is not Relation.BACKS:
            return None
        if self._is_relief(finding):
            return "the help is for people and backs nobody"
        if self._is_split(finding, target):
            return f"{target.name} has rival governments, and not which of them"
        return None

    def _is_relief(self, finding: Finding) -> bool:
        given = [t for t in (finding.theme, finding.trigger, *finding.passed) if t is not None]
        given += [t for verb in given for t in children(verb, "obj")]
        return any(
            self._lexicon.within(child, "relief")
            for token in given
            for child in children(token, "amod", "compound")
        )

    def _is_passed(self, finding: Finding) -> bool:
        """Say whether a place only tells where: "a village near X", "south of X"."""
        word = finding.object
        if word is not None and word.dep_ == "appos" and not case_of(word):
            word = word.head  # "south of the capital X"
        while word is not None and case_of(word) == "of":
            word = word.head  # "towards the heart of X"
            if word.lower_ in _DIRECTIONS and (case_of(word) == "to" or not children(word, "det")):
                return True
        return word is not None and self._lexicon.has(case_of(word), "beside")

    def _is_split(self, finding: Finding, target: Entity) -> bool:
        """Say whether arms went to a country that has rival governments: it is not said to whom."""
        if finding.theme is None or target.kind is not ActorKind.STATE or not target.country:
            return False
        context = self._context
        return context.registry.government(target.country, context.published) is not None

    def _deployment(self, finding: Finding, subject: Actor, target: Entity) -> str | None:
        if finding.relation is not Relation.DEPLOYED_TO:
            return None
        word = finding.subject
        forces = word is not None and self._are_forces(word)
        if subject.kind is ActorKind.PERSON and not forces and finding.theme is None:
            return f"{subject.name} is one person, and no forces"
        home = subject.kind in _AT_HOME and subject.country == target.country
        if finding.abroad and subject.country and home:
            return f"of {subject.name} at home, in {target.name}"
        return None

    def _moved(self, finding: Finding, subject: Actor) -> str | None:
        """Doubt that a state or a person moved, where its forces are to have done it."""
        word = finding.subject
        if not finding.moving or word is None or subject.kind in _ARMED:
            return None
        if not namings_of(word) or self._are_forces(word) or self._is_army(word):
            return None
        return f"{subject.name} is no armed side, and not that its forces moved"

    def _are_forces(self, word: Token) -> bool:
        """Say whether a word means forces, or one of those they are of: "troops from A and B"."""
        return (
            self._lexicon.within(word, "forces")
            or (case_of(word) in ("of", "from") and self._lexicon.within(word.head, "forces"))
            or (word.dep_ == "conj" and self._are_forces(word.head))
        )

    def _is_army(self, name: Token) -> bool:
        """Say whether a state goes by its army's name here: "Kenya Defence Forces"."""
        return self._lexicon.has(name.text.split()[-1].casefold(), "forces")

    def _target(self, finding: Finding, target: Entity) -> str | None:
        if finding.no_country and target.kind in (PlaceKind.COUNTRY, ActorKind.STATE):
            return f"{target.name} is a whole country"
        if not isinstance(target, Actor):
            return None
        if _is_stranger(target) and not finding.stranger:
            return f"{target.name} is a person that no file holds"
        if finding.object_class and not self._is_side(finding, target, finding.object_class):
            return f"its object is no side of {target.name}"
        return None

    def _is_side(self, finding: Finding, target: Actor, sides: str) -> bool:
        """Say whether the object's word means a side, and not a person or thing of its country."""
        word = finding.object
        if word is None:
            return True
        if namings_of(word) and target.kind not in _OFFICES:
            return True
        return self._lexicon.among(word, sides) or self._actors.stand_in(word) is not None


def _missing(subject: Actor | None, target: Entity | None) -> str:
    if subject is None and target is None:
        return "not who did it to whom or what"
    return "not who did it" if subject is None else "not to whom or what"


def _is_stranger(actor: Actor) -> bool:
    return not actor.reviewed and actor.kind is ActorKind.PERSON


def _is_its_own(subject: Actor, target: Entity) -> bool:
    """Say whether a place is the whole of the state that is said to be there."""
    return (
        subject.kind is ActorKind.STATE
        and target.kind is PlaceKind.COUNTRY
        and subject.country is not None
        and subject.country == target.country
    )


def _by_mistake(finding: Finding, lexicon: Lexicon) -> str | None:
    if finding.relation is not Relation.OPPOSES:
        return None
    trigger = finding.trigger
    told = [word for verb in (trigger, trigger.head) for word in children(verb, "advmod")]
    if any(lexicon.within(word, "accidents") for word in told):
        return "it was by mistake"
    return "it was friendly fire" if _FRIENDLY in trigger.sent.text else None


def _not_in_vocabulary(finding: Finding, subject: Actor, target: Entity) -> str | None:
    try:
        check(finding.relation, finding.mode, subject.id, target.id)
    except InvalidClaim as error:
        return str(error)
    return None
