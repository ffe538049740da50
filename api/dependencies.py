"""What handlers are given: the store, the settings, the reader of this service."""

from typing import Annotated

from fastapi import Depends, Request

from api.reading import Reader
from api.settings import Settings
from graph.store import Store


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _reader(request: Request) -> Reader:
    reader: Reader = request.app.state.reader
    return reader


OpenStore = Annotated[Store, Depends(_store)]
CurrentSettings = Annotated[Settings, Depends(_settings)]
ArticleReader = Annotated[Reader, Depends(_reader)]
