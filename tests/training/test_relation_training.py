"""The relation model's training: its examples are the run time's, and it repeats itself."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from graph.errors import InvalidInput
from graph.model import Article
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.extractor import Extractor
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.network import Floats, Scores
from loaders.extraction.relations.pairs import PairTable
from loaders.extraction.relations.windows import Window
from loaders.training.gold import Item, Label, read, unlabelled
from loaders.training.relations.arguments import arguments
from loaders.training.relations.example import End, Example
from loaders.training.relations.examples import Examples
from loaders.training.relations.figures import Point, curve, lowest
from loaders.training.relations.labels import MODES, UNKNOWN, targets
from loaders.training.relations.masks import Names, masked_words
from loaders.training.relations.verdicts import Verdict, verdicts
from loaders.training.relations.watcher import numbered

_TEXT = (
    "Rwanda sent weapons to the M23 rebels on Friday. Uganda attacked Kenya, which did not back"
    " them.\n\nThe Kenyan army captured Goma from M23 fighters. It said Rwandan troops withdrew"
    " from Uganda."
)
_ACTORS = ("Rwanda", "Uganda", "Kenya", "M23 rebels", "Turkey", "the Sudanese army")
_VERBS = ("attacked", "backed", "sent troops to", "captured Goma from", "sent weapons to")


def test_a_text_with_labels_is_not_learnt_without_them(tmp_path: Path) -> None:
    labelled, every = tmp_path / "labelled.jsonl", tmp_path / "every.jsonl"
    one, two = (_item(f"Rwanda backs {name}.", name=name) for name in ("M23", "Uganda"))
    labelled.write_text(one.model_dump_json() + "\n")
    every.write_text(one.model_dump_json() + "\n" + two.model_dump_json() + "\n")
    assert [item.id for item in unlabelled([every], [labelled])] == ["Uganda"]


@cache
def _examples() -> Examples:
    return Examples()


def _label(relation: str, subject: str, target: str, flag: str = "", **said: str | None) -> Label:
    plain = {"polarity": "affirmed", "modality": "actual", "speaker": None, "event": None}
    ends = {"relation": relation, "subject": subject, "object": target, "flag": flag}
    return Label.model_validate(plain | {"mode": None} | ends | said)


def _item(text: str, *labels: Label, name: str = "one") -> Item:
    return Item(id=name, text=text, published="2012-11-21", claims=labels)


def _random_items(number: int) -> list[Item]:
    random = Random(number)
    items = []
    for place in range(number):
        subject, target = random.sample(_ACTORS, 2)
        text = f"{subject[:1].upper()}{subject[1:]} {random.choice(_VERBS)} {target} in May."
        label = _label("opposes", subject.removeprefix("the "), target, mode="armed")
        items.append(_item(text, label, name=str(place)))
    return items


class _Recorder:
    """Stands for the run time's network and keeps what it is shown."""

    name, thresholds = "recorder", dict.fromkeys(RELATIONS, 0.9)

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = numbered(labels)
        self.windows: list[list[str]] = []
        self.tables: list[PairTable] = []

    def read(self, window: Window) -> Floats:
        self.windows.append([token.text for token in window.words])
        return np.zeros((len(window.words), 4, 1), np.float32)

    def mode(self, relation: Relation, scores: Floats) -> str:
        return next(mode for of, mode in MODES if of is relation)

    def score(self, roles: Floats, pairs: PairTable) -> Scores:
        self.tables.append(pairs)
        return Scores(
            *(np.full((len(pairs.words), size), 0.5, np.float32) for size in (4, 2, 5, 28))
        )


def test_examples_are_what_the_judge_is_shown() -> None:
    made = _examples()
    extractor = Extractor(method="frames", threshold=0.9)
    recorder: Any = _Recorder(made.encoder.labels)  # Any: it stands for a network
    extractor._network = recorder
    extractor.read(Article(text=_TEXT, published="2012-11-21"))
    examples = list(made.of(_item(_TEXT)))
    assert [example.id for example in examples] == ["one/0", "one/1"]
    shown = [[word.text for word in example.words] for example in examples]
    assert shown == recorder.windows
    for column in ("words", "between", "labels", "features", "flags"):
        ours = np.concatenate([getattr(example.table, column) for example in examples])
        theirs = np.concatenate([getattr(table, column) for table in recorder.tables])
        assert np.array_equal(ours, theirs)


def test_the_end_of_a_sentence_that_is_too_long_is_in_no_example() -> None:
    text = "Turkey backs " + "Rwanda and " * 400 + "Kenya."
    (example,) = _examples().of(_item(text))
    assert len(example.words) < 400
    assert example.table.words.max() < len(example.words)


def _pairs(example: Example, relation: Relation, numbers: Sequence[int]) -> set[tuple[str, str]]:
    ends = [example.ends[number] for number in numbers]
    return {(one.subject.mention, one.object(relation).mention) for one in ends}


def test_labels_become_bags_of_pairs() -> None:
    labels = (
        _label("backs", "Rwanda", "M23", mode="weapons"),
        _label("opposes", "Kenya", "Uganda", "s", modality="planned"),
        _label("backs", "Kenya", "M23", "?", polarity="denied"),
        _label("opposes", "Rwanda", "Uganda", "x"),
        _label("captured", "Turkey", "Goma"),
    )
    first = next(_examples().of(_item(_TEXT)))
    (found,) = targets([first], labels)
    backs, opposes, denied = found.bags
    assert _pairs(first, Relation.BACKS, backs.pairs) == {("Rwanda", "the M23 rebels")}
    assert _pairs(first, Relation.OPPOSES, opposes.pairs) == {
        ("Uganda", "Kenya"), ("Kenya", "Uganda"), ("Uganda", "which"), ("which", "Uganda"),
    }  # fmt: skip
    assert [bag.required for bag in found.bags] == [True, True, False]
    assert (backs.polarity, backs.modality, MODES[backs.mode][1]) == (0, 0, "weapons")
    assert (opposes.modality, opposes.mode, denied.polarity) == (1, UNKNOWN, 1)
    assert not found.negative[list(opposes.pairs), 1].any()
    # the trap's pairs, and all that no label names, state nothing
    stated = {(bag.relation, pair) for bag in found.bags for pair in bag.pairs}
    assert found.negative.sum() == first.valid.sum() - len(stated)


def _of_rwanda(example: Example) -> list[int]:
    """Return the pairs in which Rwanda may back somebody."""
    every = enumerate(example.ends)
    return [n for n, one in every if one.subject.name == "Rwanda" and example.valid[n, 0]]


def test_pairs_within_a_sentence_are_preferred() -> None:
    text = "Rwanda backs M23. M23 thanked Rwanda."
    (example,) = _examples().of(_item(text))
    (bag,) = targets([example], [_label("backs", "Rwanda", "M23")])[0].bags
    crossing = example.table.features[:, 2]
    assert len(bag.pairs) == 2 and not crossing[list(bag.pairs)].any()
    kept = targets([example], [_label("backs", "Rwanda", "M23")])[0].negative
    every = _of_rwanda(example)
    assert len(every) == 4 and not kept[every, 0].any()
    assert set(bag.pairs) < set(every)


def test_of_several_windows_the_one_with_the_wording_is_learnt() -> None:
    text = "Rwanda met the M23.\n\nKigali armed the M23 last year.\n\nKigali met the M23."
    examples = list(_examples().of(_item(text)))
    label = _label("backs", "Kigali|Rwanda", "M23")
    assert not any(found.bags for found in targets(examples, [label]))  # two have its wording
    label = _label("backs", "Rwanda", "M23")
    bags = [len(found.bags) for found in targets(examples, [label])]
    assert bags == [1, 0, 0]
    for example, found in zip(examples, targets(examples, [label]), strict=True):
        assert not found.negative[_of_rwanda(example), 0].any()


def test_names_are_masked_and_now_and_then_swapped() -> None:
    examples = [example for item in _random_items(20) for example in _examples().of(item)]
    names = Names(examples)
    known = {tuple(w.pieces): w.mask for e in examples for w in e.words if w.mask}
    swapped = masked = 0
    for seed in range(20):
        first, again = Random(seed), Random(seed)
        for example in examples:
            shown = names.shown(example, first)
            assert shown == names.shown(example, again)
            plain = list(masked_words(example))
            for word, pieces, mask in zip(example.words, shown, plain, strict=True):
                if pieces != mask:
                    assert known[tuple(pieces)] == word.mask
                swapped += pieces != mask
                masked += word.mask is not None
    assert 0.1 < swapped / masked < 0.2


def _verdict(subject: str, target: str, probability: float, **said: Any) -> Verdict:
    first, second = (End(f"actor:{name.casefold()}", name, name) for name in (subject, target))
    meaning = {"polarity": Polarity.AFFIRMED, "modality": Modality.ACTUAL, "mode": "troops"} | said
    return Verdict(Relation.BACKS, first, second, probability, **meaning)


def test_figures_count_as_the_scorecard_does() -> None:
    item = _item(
        _TEXT,
        _label("backs", "Rwanda", "M23", mode="troops"),
        _label("backs", "Uganda", "M23", polarity="denied", mode="weapons"),
        _label("backs", "Kenya", "M23", "?"),
        _label("backs", "M23", "Kenya", "x"),
    )
    found = [
        _verdict("Rwanda", "M23", 0.95),
        _verdict("Uganda", "M23", 0.8),
        _verdict("M23", "Kenya", 0.6),
        _verdict("Turkey", "M23", 0.4, modality=Modality.PLANNED),
    ]
    points = {point.threshold: point for point in curve([item], {"one": found})}
    assert points[0.9].figures() == {
        "threshold": 0.9, "claims": 1, "poison": 0, "precision": 1, "recall": 0.5,
        "polarity": 1, "modality": 1, "mode": 1,
    }  # fmt: skip
    assert points[0.3].figures() == {
        "threshold": 0.3, "claims": 4, "poison": 2, "precision": 0.5, "recall": 1,
        "polarity": 0.5, "modality": 1, "mode": 0.5,
    }  # fmt: skip
    chosen = lowest(points.values())
    assert isinstance(chosen, Point) and chosen.threshold == 0.61
    assert lowest(curve([item], {})) is None
    of_other = curve([item], {"one": found}, Relation.OPPOSES)
    assert {point.claims for point in of_other} == {0}
    of_own = curve([item], {"one": found}, Relation.BACKS)
    assert [point.claims for point in of_own] == [point.claims for point in points.values()]


def test_the_likeliest_verdict_on_two_ends_is_kept() -> None:
    (example,) = _examples().of(_item("Rwanda backs M23. M23 thanked Rwanda."))
    size = len(example.ends)
    scores = Scores(*(np.zeros((size, width), np.float32) for width in (4, 2, 5, 28)))
    same = _of_rwanda(example)
    scores.relations[same, 0] = [0.2, 0.9, 0.4, 0.3]
    scores.polarity[same[1]] = (0.4, 0.6)
    scores.modes[same[1], 3] = 1
    (verdict,) = verdicts([(example, scores)])["one"]
    assert (verdict.subject.mention, verdict.object.mention) == ("Rwanda", "M23")
    assert verdict.probability == pytest.approx(0.9)
    assert (verdict.polarity, verdict.mode) == (Polarity.DENIED, MODES[3][1])


def test_items_are_read_gzipped_and_a_bad_line_is_named(tmp_path: Path) -> None:
    item = _item(_TEXT, _label("backs", "Rwanda", "M23"))
    good = tmp_path / "good.jsonl.gz"
    with gzip.open(good, "wt", encoding="utf-8") as file:
        file.write(item.model_dump_json())
    assert list(read(good)) == [item]
    bad = tmp_path / "bad.jsonl"
    bad.write_text(item.model_dump_json() + '\n{"id": "two", "text": "?", "claims": []}\n')
    with pytest.raises(InvalidInput, match="bad.jsonl:2: published"):
        list(read(bad))


def _fresh(seed: int) -> Any:  # Any: torch is absent where types are checked
    """Make a network of one layer whose answers differ widely."""
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    network = import_module("loaders.training.relations.network")
    made = network.Network(len(numbered(_examples().encoder.labels)), len(MODES), 1)
    with torch.no_grad():
        made.flagged.weight[:-1].normal_()
        made.out.weight.mul_(10)
    return made


def _scored(given: Iterator[tuple[Example, Scores]]) -> dict[str, Floats]:
    return {
        example.id: np.concatenate(
            [scores.relations, scores.polarity, scores.modality, scores.modes], axis=1
        )
        for example, scores in given
    }


def test_the_run_time_answers_as_the_network(tmp_path: Path) -> None:
    network = _fresh(1)
    export = import_module("loaders.training.relations.export")
    predicted = import_module("loaders.training.relations.prediction").predicted
    answered = import_module("loaders.training.relations.runtime").answered
    made = _examples()
    examples = [one for item in (*_random_items(30), _item(_TEXT)) for one in made.of(item)]
    own = _scored(predicted(network, examples))
    for exact, tolerance in ((True, 1e-3), (False, 0.2)):
        folder = tmp_path / str(exact)
        export.export(network, folder, full_precision=exact)
        export.describe(folder, "trial", dict.fromkeys(RELATIONS, 0.5), made.encoder.labels, {})
        theirs = _scored(answered(folder, made.encoder, examples))
        assert theirs.keys() == own.keys()
        worst = max(float(np.abs(theirs[name] - own[name]).max()) for name in own)
        assert worst < tolerance
    told = json.loads((tmp_path / "False" / "relations.json").read_text(encoding="utf-8"))
    assert told["modes"][0] == ["backs", "troops"] and len(told["modes"]) == 28
    with np.load(tmp_path / "False" / "relations.pairs.npz") as weights:
        assert weights["flags"].shape == (18, 160) and weights["flagged"].shape == (18, 4)
        assert len(weights["labels"]) == 2 * len(told["labels"])
        assert {weights[name].dtype for name in weights.files} == {np.dtype(np.float16)}


def test_equal_seeds_train_equal_models(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    training = import_module("loaders.training.relations.training")
    export = import_module("loaders.training.relations.export")
    lessons = [
        training.Lesson(example, targets([example], item.claims)[0], None)
        for item in _random_items(30)
        for example in _examples().of(item)
    ]

    def trained(seed: int, name: str) -> dict[str, bytes]:
        network, folder = _fresh(seed), tmp_path / name
        plan = training.Plan(
            seed=seed, epochs=2, rate=1e-3, head_rate=1e-3, pieces=100, half=True,
            known_shapes=True, steps=4,
        )  # fmt: skip
        network.load_state_dict(training.Training(network, plan, lessons).run())
        export.export(network, folder)
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}

    first, again, other = trained(1, "first"), trained(1, "again"), trained(2, "other")
    assert list(first) == ["relations.int8.onnx", "relations.pairs.npz"]
    assert first == again
    assert all(first[name] != other[name] for name in first)


def test_the_loss_is_that_of_the_likelihood() -> None:
    torch = pytest.importorskip("torch")
    loss = import_module("loaders.training.relations.loss")
    network = import_module("loaders.training.relations.network")
    labels = import_module("loaders.training.relations.labels")
    relations = torch.tensor([[0.5, -1.0, 0.0, 0.0], [-2.0, 1.5, 0.0, 0.0]])
    answers = network.Answers(relations, *(torch.zeros(2, n) for n in (2, 5, 28)))
    negative = np.zeros((2, 4), bool)
    negative[0, 1] = True
    bag = labels.Bag(0, (0, 1), False, 0, 0, UNKNOWN)
    p = 1 / (1 + np.exp(-relations.numpy()))
    stated = 1 - (1 - p[0, 0]) * (1 - p[1, 0])
    right = -np.log(1 - p[0, 1]) - 0.5 * np.log(stated) + 0.3 * (np.log(2) + np.log(5))
    found = loss.by_labels(answers, [labels.Targets(negative, [bag])])
    assert float(found) == pytest.approx(right / 2.5)
    valid = torch.tensor([[True, False, False, False]] * 2)
    said = torch.zeros(2, 39)
    said[0, 0], said[:, 4], said[:, 6], said[:, 11] = 0.8, 1, 1, 1
    right = -0.8 * np.log(p[0, 0]) - 0.2 * np.log(1 - p[0, 0]) - np.log(1 - p[1, 0])
    right += 0.3 * 0.8 * (np.log(2) + np.log(5) + np.log(28))
    assert float(loss.by_teachers(answers, valid, said)) == pytest.approx(right / 2.8)


def test_teachers_are_taken_together() -> None:
    teachers = import_module("loaders.training.relations.teachers")
    (example,) = _examples().of(_item("Rwanda backs M23."))
    every = []
    for chance in (0.5, 0.9):
        widths = {4: chance, 2: 0.5, 5: 0.2, 28: 0.0}
        size = len(example.ends)
        scores = Scores(*(np.full((size, n), value, np.float32) for n, value in widths.items()))
        every.append(teachers.said([(example, scores)]))
    both = teachers.together(every, example)
    assert both[:, :4] == pytest.approx(0.75, abs=1e-3)  # odds of 1 and 9: of 3
    assert both[:, 11:] == pytest.approx(1 / 28, abs=1e-3)
    assert teachers.together([], example) is None


def test_a_teacher_that_is_not_there_is_told_before_the_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    items = tmp_path / "items.jsonl"
    items.write_text("")
    for name in ("small", "large"):
        (tmp_path / name).mkdir()
    (tmp_path / "small/model.safetensors").write_bytes(b"")
    texts = ["--items", str(items), "--dev", str(items), "--output", str(tmp_path / "out")]
    folders = ["--encoder", str(tmp_path / "small"), "--teacher", str(tmp_path / "large"), "12"]
    monkeypatch.setattr("sys.argv", ["relations", *texts, *folders])
    with pytest.raises(SystemExit):
        arguments()
    assert "large/model.safetensors is no file" in capsys.readouterr().err


def test_a_teacher_is_kept_with_how_it_was_made(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    safetensors = import_module("safetensors.torch")
    keeping = import_module("loaders.training.relations.keeping")
    training = import_module("loaders.training.relations.training")
    plan = training.Plan(
        seed=1, epochs=2, rate=1e-3, head_rate=1e-3, pieces=100, half=True, known_shapes=False
    )
    how, file = keeping.made_by("here/e5", "12", plan, 7), keeping.file_of(tmp_path / "new", 1)
    assert keeping.file_of(None, 1) is None
    safetensors.save_file({"weight": torch.arange(4.0)}, file, how)
    assert keeping.read_teacher(file, how)["weight"].tolist() == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="trained in another way"):
        keeping.read_teacher(file, keeping.made_by("here/e5", "12", plan, 8))


def test_a_model_begins_with_the_parsers_encoder(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    save_file = import_module("safetensors.torch").save_file
    begin = import_module("loaders.training.relations.beginning").begin
    parser = import_module("loaders.training.parser.network").Network(17, 40, 7, 1)
    encoder, file = _examples().encoder, tmp_path / "parser.safetensors"
    with torch.no_grad():
        parser.norm.weight.normal_()
    save_file(parser.state_dict(), file)
    network = _fresh(3)
    roles = network.roles.weight.clone()
    assert not begin(network, file, None, encoder)
    assert torch.equal(network.norm.weight, parser.norm.weight)
    assert torch.equal(network.roles.weight, roles)
    state = encoder.pieces("germany")[0][0]
    assert torch.equal(network.pieces.weight[1], parser.pieces.weight[state])
    save_file(network.state_dict(), file)
    other = _fresh(4)
    assert begin(other, file, None, encoder)
    assert torch.equal(other.roles.weight, roles)
    with torch.no_grad():
        other.layers.append(type(other.layers[0])(0.1))
    with pytest.raises(ValueError, match="layers"):
        begin(other, file, None, encoder)


def test_what_is_learnt_and_what_was_known_are_mixed() -> None:
    torch = pytest.importorskip("torch")
    kept = import_module("loaders.training.relations.beginning").kept
    begun = {"weight": torch.tensor([1.0, 2.0]), "bias": torch.tensor([0.0])}
    learnt = {"weight": torch.tensor([3.0, 2.0]), "bias": torch.tensor([4.0])}
    assert kept(begun, learnt, 0.0)["weight"].tolist() == [3.0, 2.0]
    mixed = kept(begun, learnt, 0.25)
    assert (mixed["weight"].tolist(), mixed["bias"].tolist()) == ([2.5, 2.0], [3.0])


def test_a_share_of_nothing_is_told_before_the_training(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["relations", "--items", "x", "--dev", "x", "--output", "x", "--encoder", "x"]
    monkeypatch.setattr("sys.argv", [*command, "--keep", "0.5"])
    with pytest.raises(SystemExit):
        arguments()
    assert "--init" in capsys.readouterr().err


def test_an_exported_model_is_one_to_go_on_from(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    export = import_module("loaders.training.relations.export").export
    read_shipped = import_module("loaders.training.relations.shipped").read_shipped
    begin = import_module("loaders.training.relations.beginning").begin
    network = _fresh(3)
    with torch.no_grad():
        network.flagged.weight[:-1].normal_()
        for name, weight in network.named_parameters():
            if "norm" in name:  # fresh ones are equal, and a file keeps equal weights once
                weight.add_(torch.randn_like(weight))
    export(network, tmp_path)
    own, read_back = network.state_dict(), read_shipped(tmp_path)
    assert set(read_back) == set(own)
    for name, weight in own.items():
        # a step of 7 bits is a 63rd of the largest weight of its column
        assert torch.allclose(read_back[name], weight, atol=float(weight.abs().max()) / 60), name
    other = _fresh(4)
    assert begin(other, tmp_path, None, _examples().encoder)
    assert torch.equal(other.flagged.weight, read_back["flagged.weight"])
    with pytest.raises(ValueError, match="no exported relation model"):
        read_shipped(tmp_path / "elsewhere")
