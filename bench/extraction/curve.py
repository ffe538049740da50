"""Precision against recall: the shipped extractor over its threshold."""

from collections.abc import Iterator
from typing import Protocol

from api.reading import Extracts
from bench.extraction.results import CurvePoint
from bench.extraction.rows import reader
from bench.extraction.scoring import score
from bench.extraction.sets import GoldSet

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
_SIZE, _EDGE = 420, 48
_SPAN = _SIZE - 2 * _EDGE


class AtThreshold(Protocol):
    """What gives the shipped extractor with another threshold."""

    def at(self, threshold: float) -> Extracts:
        """Return it."""
        ...


def curve(rows: AtThreshold, gold: GoldSet) -> Iterator[CurvePoint]:
    """Yield a point for each threshold, as soon as the set is read with it."""
    for threshold in THRESHOLDS:
        read = reader(rows.at(threshold))
        found = score(gold.items, {item.id: read(item) for item in gold.items})
        yield CurvePoint(
            threshold=threshold, total=found.total, poison_per_100=found.poison_per_100
        )


def drawn(points: tuple[CurvePoint, ...]) -> str:
    """Return the curve as SVG: recall to the right, precision upwards, both from 0 to 1."""
    spots = [(p, _right(p.total.recall or 0), _up(p.total.precision or 0)) for p in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for _, x, y in spots)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}"'
            ' font-family="sans-serif" font-size="11">',
            "<title>Precision against recall over the threshold</title>",
            f'<rect width="{_SIZE}" height="{_SIZE}" fill="white"/>',
            *_grid(),
            f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>',
            *(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#1f5fa8">'
                f"<title>threshold {p.threshold}: precision {p.total.precision},"
                f" recall {p.total.recall}, poison {p.poison_per_100} in 100</title></circle>"
                for p, x, y in spots
            ),
            "</svg>",
            "",
        ]
    )


def _grid() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        share = tenth / 10
        x, y = _right(share), _up(share)
        for x1, y1, x2, y2 in ((x, _up(0), x, _up(1)), (_right(0), y, _right(1), y)):
            yield f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{_up(0) + 16:.1f}" text-anchor="middle">{share}</text>'
        yield f'<text x="{_right(0) - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{share}</text>'
    yield f'<text x="{_SIZE / 2}" y="{_SIZE - 10}" text-anchor="middle">recall</text>'
    yield f'<text x="{_EDGE}" y="{_EDGE - 14}" text-anchor="middle">precision</text>'


def _right(share: float) -> float:
    return _EDGE + share * _SPAN


def _up(share: float) -> float:
    return _SIZE - _EDGE - share * _SPAN
