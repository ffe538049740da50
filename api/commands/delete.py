"""whobacks delete: an article and its claims out of the graph."""

from typing import Annotated

import typer

from api.settings import read_settings
from api.wiring import open_store
from queries.article import unknown

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


@COMMAND.command()
def delete(
    article: Annotated[str, typer.Argument(help="Id of the article, as `ask articles` lists it.")],
) -> None:
    """Remove an article and its claims; what others say of the same is derived anew."""
    store = open_store(read_settings())
    try:
        if not store.delete_article(article):
            raise unknown(article)
    finally:
        store.close()
    print(f"{article} deleted")
