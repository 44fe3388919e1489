"""The documentation of the API: a page made of its own description, in Swedish and English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, current_app, render_template

from service import api

from .guards import open_to_all

blueprint = Blueprint("api_sidan", __name__)
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its method and path, what it does in Swedish and English, what it takes and what it gives."""

    method: str
    path: str
    swedish: str
    english: str
    parameters: tuple[Mapping[str, Any], ...]
    takes: str
    gives: str
    open: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Calls that belong together."""

    heading: str
    calls: tuple[Call, ...]


@blueprint.get("/api")
@open_to_all
def page() -> str:
    """The page."""
    spec = api.openapi(current_app)
    return render_template("api.html", groups=list(_groups(spec)), shapes=list(_shapes(spec)), prefix=api.PREFIX)


def _groups(spec: Mapping[str, Any]) -> Iterator[Group]:
    for tag in spec["tags"]:
        calls = (
            _call(method, path, operation, [*operations.get("parameters", ()), *operation.get("parameters", ())])
            for path, operations in spec["paths"].items()
            for method, operation in operations.items()
            if method != "parameters" and tag["name"] in operation["tags"]
        )
        yield Group(tag["description"], tuple(calls))


def _call(method: str, path: str, operation: Mapping[str, Any], parameters: list[Mapping[str, Any]]) -> Call:
    body = operation.get("requestBody", {}).get("content", {})
    good = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    return Call(
        method.upper(), path, operation["summary"], operation.get("description", ""), tuple(parameters),
        _named(body) if _JSON in body else " | ".join(body), _named(good.get("content", {})),
        operation.get("security") == [],
    )  # fmt: skip


def _named(content: Mapping[str, Any]) -> str:
    """The shape of a body by its name, or its media type."""
    schema = content.get(_JSON, {}).get("schema", {})
    many = "$ref" in schema.get("items", {})
    name = (schema["items"] if many else schema).get("$ref", "").rpartition("/")[2]
    return (f"[{name}]" if many else name) or " | ".join(content)


def _shapes(spec: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Every shape with its fields: name, type, and what is said of it."""
    for name, schema in spec["components"]["schemas"].items():
        yield name, [(field, _type(of), _words(of)) for field, of in schema.get("properties", {}).items()]


def _type(of: Mapping[str, Any]) -> str:
    if "$ref" in of:
        return str(of["$ref"].rpartition("/")[2])
    if of.get("type") == "array":
        return f"[{_type(of['items'])}]"
    for choice in of.get("anyOf", of.get("allOf", ())):
        return _type(choice)
    kind = of.get("type", "")
    words = " | ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words} ({of['format']})" if "format" in of else words


def _words(of: Mapping[str, Any]) -> str:
    heading = of.get("title", "")
    said = of.get("description", "")
    choices = ", ".join(str(choice) or "(tom)" for choice in of.get("enum", ()) if choice is not None)
    parts = [heading if heading != said else "", said, f"En av: {choices}" if choices else ""]
    return ". ".join(part.rstrip(".") for part in parts if part)
