"""whobacks show: an article with its quotes marked, and its claims."""

from typing import Annotated

import typer

from api.settings import read_settings
from api.text.article import lines
from api.wiring import open_store
from graph.store import Store
from queries.article import ArticleQuestion
from queries.article_claims import ArticleClaimsQuestion
from queries.told import Told

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)
_PAGE = 500


@COMMAND.command()
def show(
    article: Annotated[str, typer.Argument(help="Id of the article, as `ask articles` lists it.")],
) -> None:
    """Show an article's text with its quotes marked, and the claims found in it."""
    store = open_store(read_settings())
    try:
        whole = store.ask(ArticleQuestion(id=article))
        told = _claims(store, article)
    finally:
        store.close()
    print("\n".join(lines(whole, told)))


def _claims(store: Store, article: str) -> list[Told]:
    found: list[Told] = []
    cursor: str | None = None
    while True:
        page = store.ask(ArticleClaimsQuestion(article=article, limit=_PAGE, cursor=cursor))
        found += page.claims
        cursor = page.next
        if cursor is None:
            return found
