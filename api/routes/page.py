"""The page at `/`, its scripts and styles: all from the installed packages, none from elsewhere."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

from fastapi import APIRouter, FastAPI, HTTPException, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.exporters import exporters
from graph.exporters.drawing import vis_network
from graph.exporters.swatches import key

_WEB = files("api") / "web"
_VIS = "vis-network.min.js"
_MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    environment = Environment(
        loader=PackageLoader("api", "web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    html = environment.get_template("index.html").render(key=key(), formats=list(exporters()))
    scripts_and_styles = _static()

    def page() -> Response:
        return Response(html, media_type="text/html")

    def static(name: str) -> Response:
        if name not in scripts_and_styles:
            raise HTTPException(404)
        kind = _MEDIA_TYPES[PurePath(name).suffix]
        return Response(scripts_and_styles[name].read_bytes(), media_type=kind)

    routes = APIRouter(include_in_schema=False)
    routes.get("/")(page)
    routes.get("/static/{name}")(static)
    app.include_router(routes)


def _static() -> dict[str, Traversable]:
    """Return the files by the names under which they are served."""
    ours = (_WEB / "static").iterdir()
    found = {file.name: file for file in ours if PurePath(file.name).suffix in _MEDIA_TYPES}
    return {**found, _VIS: vis_network()}
