"""HTML: one file for a report, by pyvis; it needs no network and lets nothing in it run."""

import base64
import hashlib
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.exporters.drawing import canvas, vis_network
from graph.exporters.exporter import Exporter
from graph.exporters.marks import RELATION_MARKS, STATUS_MARKS, legend_of
from graph.exporters.swatches import key
from graph.subgraph import Subgraph

_FOLDER = "exporters/snapshot"


def export(subgraph: Subgraph) -> bytes:
    """Return a page with the drawing, its legend and every tie with its quotes, in UTF-8.

    Scripts and styles are in it, and its Content-Security-Policy lets no others run or load.
    Links lead only to http and https addresses.
    """
    net = canvas(subgraph)
    net.templateEnv = _environment(subgraph)
    net.templateEnv.globals["drawn_options"] = net.options
    net.path = "snapshot.html"
    page: str = net.generate_html()
    return page.encode()


def _environment(subgraph: Subgraph) -> Environment:
    environment = Environment(
        loader=PackageLoader("graph", _FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    style, code = _asset("snapshot.css"), _asset("snapshot.js")
    vis = vis_network().read_text(encoding="utf-8").replace("\r\n", "\n")
    environment.filters["web_link"] = web_link
    environment.globals.update(
        subgraph=subgraph, key=_key(subgraph), relations=RELATION_MARKS, marks=STATUS_MARKS,
        style=style, code=code, vis=vis, policy=_policy(style, vis, code),
    )  # fmt: skip
    return environment


def _asset(name: str) -> str:
    return (files("graph") / _FOLDER / name).read_text(encoding="utf-8")


def _key(subgraph: Subgraph) -> object:
    return key(
        legend_of(
            {node.kind for node in subgraph.nodes},
            {tie.relation for tie in subgraph.ties},
            {tie.status for tie in subgraph.ties},
        )
    )


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)};"
        " img-src data: blob:; base-uri 'none'; form-action 'none';"
        " require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def web_link(address: str | None) -> str | None:
    """Return the address when it is http or https with a host; None for anything else."""
    try:
        parts = urlsplit(address or "")
    except ValueError:  # such as a bracket that never closes
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


EXPORTER = Exporter("html", "text/html", ".html", export)
