"""
Checks answers against botocore's service model, before botocore's own parser drops what it does
not know.

Every function returns deviations as text, `path: what is wrong`. Nothing is checked that the model
does not say.
"""

import base64
import binascii
import datetime
import json
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape

import regex_java

INTEGER_BITS = {"integer": 32, "long": 64}


def deviations(operation: OperationModel, status: int, headers: Mapping, body) -> list[str]:
    """
    What in a successful answer the operation's model does not allow.

    `body` is bytes; anything else is a stream of bytes, whose content the model leaves open.
    """
    protocol = operation.service_model.resolved_protocol
    if protocol == "json":
        return list(_json_body(operation, body))
    if protocol == "query":
        return list(_query_body(operation, body))
    if protocol == "rest-xml":
        return list(_rest_xml(operation, status, headers, body))
    raise NotImplementedError(f"The protocol {protocol}")


# JSON


def _json_body(operation: OperationModel, body: bytes) -> Iterator[str]:
    document = json.loads(body) if body else {}
    if operation.output_shape is None:
        if document:
            yield f"{operation.name}: has no output, and answers {document}"
        return
    yield from _json(operation.output_shape, document, operation.name)


def _json(shape: Shape, value, path: str) -> Iterator[str]:
    if isinstance(shape, StructureShape):
        yield from _json_structure(shape, value, path)
    elif isinstance(shape, ListShape):
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no list"
            return
        yield from _length(shape, len(value), path)
        for index, element in enumerate(value):
            yield from _json(shape.member, element, f"{path}[{index}]")
    elif isinstance(shape, MapShape):
        if not isinstance(value, dict):
            yield f"{path}: {value!r} is no map"
            return
        yield from _length(shape, len(value), path)
        for key, entry in value.items():
            yield from _text(shape.key, key, f"{path} key")
            yield from _json(shape.value, entry, f"{path}.{key}")
    elif shape.type_name == "timestamp":
        yield from _json_timestamp(shape, value, path)
    else:
        yield from _json_scalar(shape, value, path)


def _json_structure(shape: StructureShape, value, path: str) -> Iterator[str]:
    if shape.is_document_type:
        return
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no structure"
        return
    if shape.is_tagged_union and len(value) != 1:
        yield f"{path}: a union with the members {sorted(value)}"
    members = {
        member.serialization.get("name", name): member for name, member in shape.members.items()
    }
    required = {
        shape.members[name].serialization.get("name", name) for name in shape.required_members
    }
    for name in sorted(required - value.keys()):
        yield f"{path}.{name}: required, and missing"
    for name, each in value.items():
        if name not in members:
            yield f"{path}.{name}: {shape.name} has no such member"
        elif each is None:
            yield f"{path}.{name}: null instead of absent"
        else:
            yield from _json(members[name], each, f"{path}.{name}")


def _json_scalar(shape: Shape, value, path: str) -> Iterator[str]:
    expected = {
        "string": str,
        "character": str,
        "blob": str,
        "boolean": bool,
        "integer": int,
        "long": int,
        "float": (int, float),
        "double": (int, float),
    }[shape.type_name]
    is_number_for_boolean = isinstance(value, bool) and expected is not bool
    if not isinstance(value, expected) or is_number_for_boolean:
        yield f"{path}: {value!r} is no {shape.type_name}"
    elif shape.type_name == "blob":
        try:
            base64.b64decode(value, validate=True)
        except binascii.Error:
            yield f"{path}: {value!r} is no Base64"
    elif isinstance(value, str):
        yield from _text(shape, value, path)
    elif not isinstance(value, bool):
        yield from _number(shape, value, path)


def _json_timestamp(shape: Shape, value, path: str) -> Iterator[str]:
    if shape.serialization.get("timestampFormat", "unixTimestamp") == "unixTimestamp":
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{path}: {value!r} is no timestamp in seconds"
    else:
        yield from _iso8601(value, path)


# XML


def _query_body(operation: OperationModel, body: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(body)
    if _local(root) != f"{operation.name}Response":
        yield f"{operation.name}: the root is {_local(root)}"
        return
    children = {_local(child): child for child in root}
    if "ResponseMetadata" not in children:
        yield f"{operation.name}: no ResponseMetadata"
    shape = operation.output_shape
    if shape is None:
        return
    wrapper = shape.serialization.get("resultWrapper")
    yield from _xml(shape, [children[wrapper]] if wrapper else [root], operation.name)


def _rest_xml(operation: OperationModel, status: int, headers: Mapping, body) -> Iterator[str]:
    path = operation.name
    expected = operation.http.get("responseCode", 200)
    if status not in {expected, 200, 204, 206}:
        yield f"{path}: the status {status}, not {expected}"
    shape = operation.output_shape
    yield from _headers(shape, headers, path)
    if operation.has_streaming_output:
        return
    if shape is None or not _body_members(shape):
        if body:
            yield f"{path}: a body of {len(body)} bytes, where the model has none"
        return
    root = ElementTree.fromstring(body)
    payload = shape.serialization.get("payload")
    if payload:
        yield from _xml(shape.members[payload], [root], f"{path}.{payload}")
        return
    if operation.name == "GetBucketLocation":
        # The model nests an element that S3 does not: botocore has a handler of its own for it.
        if _local(root) != "LocationConstraint":
            yield f"{path}: the root is {_local(root)}"
        return
    expected_root = shape.serialization.get("name")
    if expected_root and _local(root) != expected_root:
        yield f"{path}: the root is {_local(root)}, not {expected_root}"
    yield from _xml(shape, [root], path)


def _body_members(shape: StructureShape) -> dict[str, Shape]:
    return {
        name: member
        for name, member in shape.members.items()
        if "location" not in member.serialization
    }


def _headers(shape: StructureShape | None, headers: Mapping, path: str) -> Iterator[str]:
    known = {"x-amz-request-id", "x-amz-id-2"}
    prefixes = []
    present = {name.lower(): value for name, value in headers.items()}
    for name, member in (shape.members if shape else {}).items():
        location = member.serialization.get("location")
        header = member.serialization.get("name", name).lower()
        if location == "headers":
            prefixes.append(header)
        elif location == "header":
            known.add(header)
            if header in present:
                yield from _header(member, present[header], f"{path}.{name}")
            elif name in shape.required_members:
                yield f"{path}.{name}: required, and missing"
    for header in present:
        is_known = header in known or any(header.startswith(prefix) for prefix in prefixes)
        if header.startswith("x-amz-") and not is_known:
            yield f"{path}: the header {header} is not in the model"


def _header(shape: Shape, text: str, path: str) -> Iterator[str]:
    if shape.type_name == "timestamp":
        try:
            datetime.datetime.strptime(text, "%a, %d %b %Y %H:%M:%S GMT")
        except ValueError:
            yield f"{path}: {text!r} is no HTTP date"
    else:
        yield from _xml_text(shape, text, path)


def _xml(shape: Shape, elements: list, path: str) -> Iterator[str]:
    """`elements` is one element, but for a flattened list or map."""
    element = elements[0]
    if isinstance(shape, StructureShape):
        yield from _xml_structure(shape, element, path)
    elif isinstance(shape, ListShape):
        name = shape.member.serialization.get("name", "member")
        items = elements if shape.serialization.get("flattened") else list(element)
        yield from _length(shape, len(items), path)
        for index, item in enumerate(items):
            if not shape.serialization.get("flattened") and _local(item) != name:
                yield f"{path}[{index}]: the element is {_local(item)}, not {name}"
            yield from _xml(shape.member, [item], f"{path}[{index}]")
    elif len(element):
        yield f"{path}: elements in a {shape.type_name}"
    else:
        yield from _xml_text(shape, element.text or "", path)


def _xml_structure(shape: StructureShape, element, path: str) -> Iterator[str]:
    members = {}
    for name, member in _body_members(shape).items():
        if member.serialization.get("xmlAttribute"):
            continue
        flattened_name = (
            member.member.serialization.get("name")
            if isinstance(member, ListShape) and member.serialization.get("flattened")
            else None
        )
        members[flattened_name or member.serialization.get("name", name)] = name
    found: dict[str, list] = {}
    for child in element:
        found.setdefault(_local(child), []).append(child)
    for tag, children in found.items():
        if tag not in members:
            yield f"{path}.{tag}: {shape.name} has no such member"
            continue
        member = shape.members[members[tag]]
        if len(children) > 1 and not member.serialization.get("flattened"):
            yield f"{path}.{tag}: {len(children)} times"
        yield from _xml(member, children, f"{path}.{tag}")
    for name in shape.required_members:
        if name in members.values() and not any(members.get(tag) == name for tag in found):
            yield f"{path}.{name}: required, and missing"


def _xml_text(shape: Shape, text: str, path: str) -> Iterator[str]:
    kind = shape.type_name
    if kind == "boolean":
        if text not in {"true", "false"}:
            yield f"{path}: {text!r} is no boolean"
    elif kind == "timestamp":
        yield from _iso8601(text, path)
    elif kind in INTEGER_BITS:
        if not re.fullmatch(r"-?\d+", text):
            yield f"{path}: {text!r} is no {kind}"
        else:
            yield from _number(shape, int(text), path)
    elif kind in {"float", "double"}:
        try:
            yield from _number(shape, float(text), path)
        except ValueError:
            yield f"{path}: {text!r} is no {kind}"
    elif kind == "string":
        yield from _text(shape, text, path)


def _local(element) -> str:
    return element.tag.rpartition("}")[2]


# Constraints that every protocol has


def _text(shape: Shape, value: str, path: str) -> Iterator[str]:
    values = shape.metadata.get("enum")
    if values and value not in values:
        yield f"{path}: {value!r} is none of {values}"
    yield from _length(shape, len(value), path)
    pattern = shape.metadata.get("pattern")
    if pattern and not regex_java.compile(pattern).fullmatch(value):
        yield f"{path}: {value!r} does not match {pattern}"


def _length(shape: Shape, length: int, path: str) -> Iterator[str]:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if (low is not None and length < low) or (high is not None and length > high):
        yield f"{path}: a length of {length}, not {low} to {high}"


def _number(shape: Shape, value: float, path: str) -> Iterator[str]:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if (low is not None and value < low) or (high is not None and value > high):
        yield f"{path}: {value}, not {low} to {high}"
    bits = INTEGER_BITS.get(shape.type_name)
    if bits and not -(2 ** (bits - 1)) <= value < 2 ** (bits - 1):
        yield f"{path}: {value} does not fit into {bits} bits"


def _iso8601(value, path: str) -> Iterator[str]:
    if not isinstance(value, str) or not re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", value
    ):
        yield f"{path}: {value!r} is no timestamp in ISO 8601"
