"""whobacks doctor: what is configured, and what answers."""

from collections.abc import Callable
from importlib.metadata import version

import typer
from pydantic import SecretStr

from api.failures import in_words
from api.guard import check_reach
from api.reading import Reader
from api.settings import PREFIX, Settings, read_settings
from api.text.layout import columns
from api.wiring import open_store, sqlite_path, without_user
from graph.errors import WhobacksError
from queries.stats import Stats

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


@COMMAND.command()
def doctor() -> None:
    """Say what is configured and what answers; nothing is changed, secrets are not shown."""
    settings = read_settings()
    rows = [("whobacks", version("whobacks")), *_configured(settings)]
    checks = (("store", _store), ("network", _network), ("extractor", _extractor))
    answers = [(name, *_answer(check, settings)) for name, check in checks]
    print("\n".join(columns(rows + [(name, text) for name, text, _ in answers])))
    if not all(good for _, _, good in answers):
        raise typer.Exit(1)


def _configured(settings: Settings) -> list[tuple[str, str]]:
    return [
        (f"{PREFIX}{name.upper()}", _shown(getattr(settings, name)))
        for name in Settings.model_fields
    ]


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return "set, not shown"
    return "not set" if value is None else without_user(str(value))


def _answer(check: Callable[[Settings], str], settings: Settings) -> tuple[str, bool]:
    try:
        return check(settings), True
    except (WhobacksError, OSError) as error:
        return f"FAILED: {in_words(error)}", False


def _store(settings: Settings) -> str:
    path = sqlite_path(settings)
    if path is not None and not path.exists():
        return f"{path} is not there yet; `whobacks load` makes it"
    store = open_store(settings)
    try:
        store.check()
        counts = store.ask(Stats())
    finally:
        store.close()
    return f"{store.kind} answers: {counts.articles:,} articles, {counts.claims:,} claims"


def _network(settings: Settings) -> str:
    check_reach(settings)
    key = "needs the API key" if settings.api_key else "needs no key, from this machine alone"
    return f"{settings.host} port {settings.port}: writing {key}"


def _extractor(settings: Settings) -> str:
    return Reader(settings.pipeline).name
