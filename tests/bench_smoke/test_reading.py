"""The bench of reading in small, in a process of its own, and the news that it reads."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from bench.news import endless, news
from bench.reading_results import ReadingResults

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parent.parent.parent


def test_a_small_run_measures_everything(tmp_path: Path) -> None:
    output = tmp_path / "reading.json"
    command = [sys.executable, "-m", "bench.reading", "--speed-articles=3", "--rounds=3"]
    command += ["--starts=1", "--articles=2", f"--output={output}"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    results = ReadingResults.model_validate_json(output.read_text(encoding="utf-8"))
    assert [(one.articles, set(one.seconds)) for one in results.rounds] == [
        (1, {"claims", "parser", "stock"})
    ] * 3
    assert all(0 < one.sentences < 100 for one in results.rounds)
    assert results.ratio("stock") == 1 and results.ratio("claims") > 0
    assert [peak.articles for peak in results.peaks] == [2]
    assert 50 < results.peaks[0].peak_mib < 2_000
    assert "| text -> claims | " in done.stdout


def test_news_comes_from_a_table_or_from_the_bundled_articles(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text('date,text\n2020-01-07,"Sirte fell,\nagain."\n2020-01-08,\n', encoding="utf-8")
    (article,) = news(table)
    assert (article.text, article.published) == ("Sirte fell,\nagain.", "2020-01-07")
    assert len(news(None)) == 11


def test_each_article_of_endless_news_has_new_names() -> None:
    told = [one.text.splitlines()[-1] for one in islice(endless(news(None)), 1_000)]
    names = [word for line in told for word in line.split() if word.istitle()]
    assert len(names) == len(set(names)) == 5_000
