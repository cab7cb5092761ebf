"""As much of JSON Schema as the hand-over's schema uses, so that no package is needed for it."""

import re
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = {"$schema", "$defs", "$ref", "title", "description", "type", "enum", "anyOf", "pattern", "minimum", "minLength"}
KNOWN |= {"properties", "required", "additionalProperties", "items"}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """What is wrong with `value`, each with its place. An unknown keyword is an error of the schema."""
    assert set(schema) <= KNOWN, f"this check does not know {set(schema) - KNOWN}"
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        tries = [problems(value, one, root, at) for one in schema["anyOf"]]
        return [] if [] in tries else tries[-1]
    if not _has_type(value, schema.get("type", list(TYPES))):
        return [f"{at}: {value!r} is not of type {schema['type']}"]
    return _of_plain_values(value, schema, at) + _inside(value, schema, root, at)


def _has_type(value: Any, names: str | list[str]) -> bool:
    wanted = [names] if isinstance(names, str) else names
    return any(isinstance(value, TYPES[name]) and (type(value) is not bool or name == "boolean") for name in wanted)


def _of_plain_values(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    wrong = (
        "enum" in schema and value not in schema["enum"],
        isinstance(value, str) and not re.search(schema.get("pattern", ""), value),
        isinstance(value, str) and len(value) < schema.get("minLength", 0),
        isinstance(value, int) and value < schema.get("minimum", value),
    )
    return [f"{at}: {value!r} against {schema}"] if any(wrong) else []


def _inside(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, list):
        for place, part in enumerate(value):
            found += problems(part, schema.get("items", {}), root, f"{at}[{place}]")
    if isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        found += [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, part in value.items():
            if name not in known and others is False:
                found.append(f"{at}: {name} is not known")
            else:
                found += problems(part, known.get(name, others or {}), root, f"{at}.{name}")
    return found
