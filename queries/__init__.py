"""The questions: <question>.py says what one means, .sql and .cypher ask each store the same."""

from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from pkgutil import iter_modules

from pydantic import BaseModel

from graph.store import Question

STATEMENTS: Traversable = files(__name__)


def questions() -> dict[str, type[Question[BaseModel]]]:
    """Return every question class by name: the QUESTION of each module in this folder."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    classes = [module.QUESTION for module in modules if hasattr(module, "QUESTION")]
    return {question.name: question for question in classes}
