"""Which rows the step `sample` keeps: xxHash64 as its specification has it, over all columns.

How Spark gives values to it is documented beside its function xxhash64: each
hash is the seed of the next one, the first seed is 42, and missing values
change nothing.
"""

from __future__ import annotations

import datetime
import struct
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from random_pipelines.kinds import Kind

_P1, _P2, _P3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_P4, _P5 = 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5
_ALL = 0xFFFFFFFFFFFFFFFF
_PARTS = 1_000_000_000


def _rotated(value: int, bits: int) -> int:
    value &= _ALL
    return ((value << bits) | (value >> (64 - bits))) & _ALL


def _round(own: int, word: int) -> int:
    return _rotated(own + word * _P2, 31) * _P1 & _ALL


def xxhash64(data: bytes, seed: int) -> int:
    """The hash of bytes (xxHash fast digest algorithm, XXH64)."""
    seed &= _ALL
    stripes = len(data) // 32 * 32
    if stripes:
        lanes = [seed + _P1 + _P2, seed + _P2, seed, seed - _P1]
        for at in range(0, stripes, 32):
            words = struct.unpack_from("<4Q", data, at)
            lanes = [_round(lane & _ALL, word) for lane, word in zip(lanes, words)]
        own = sum(_rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & _ALL
        for lane in lanes:
            own = ((own ^ _round(0, lane)) * _P1 + _P4) & _ALL
    else:
        own = (seed + _P5) & _ALL
    own = (own + len(data)) & _ALL
    at = stripes
    while at + 8 <= len(data):
        own ^= _round(0, struct.unpack_from("<Q", data, at)[0])
        own = (_rotated(own, 27) * _P1 + _P4) & _ALL
        at += 8
    if at + 4 <= len(data):
        own ^= struct.unpack_from("<I", data, at)[0] * _P1 & _ALL
        own = (_rotated(own, 23) * _P2 + _P3) & _ALL
        at += 4
    for byte in data[at:]:
        own ^= byte * _P5 & _ALL
        own = _rotated(own, 11) * _P1 & _ALL
    own = (own ^ (own >> 33)) * _P2 & _ALL
    own = (own ^ (own >> 29)) * _P3 & _ALL
    return own ^ (own >> 32)


def _bytes(value: Any, kind: Kind) -> bytes:
    """A value as Spark hands it to the hash: 4 bytes, 8 bytes, or those of a text."""
    if kind.name == "string":
        return value.encode()
    if kind.name in ("boolean", "int"):
        return struct.pack("<i", int(value))
    if kind.name == "date":
        return struct.pack("<i", (value - datetime.date(1970, 1, 1)).days)
    if kind.name == "timestamp":
        since = value - datetime.datetime(1970, 1, 1)
        return struct.pack("<q", since // datetime.timedelta(microseconds=1))
    if kind.name == "double":
        return struct.pack("<d", value + 0.0)
    if kind.name == "decimal":
        unscaled = int(Decimal(value).scaleb(kind.scale))
        if kind.precision <= 18:
            return struct.pack("<q", unscaled)
        size = (unscaled if unscaled >= 0 else ~unscaled).bit_length() // 8 + 1
        return unscaled.to_bytes(size, "big", signed=True)
    return struct.pack("<q", value)


def kept(
    rows: Sequence[Sequence[Any]], columns: Mapping[str, Kind], step: Mapping[str, Any]
) -> list[Sequence[Any]]:
    """The rows of a sample."""
    limit = round(step["fraction"] * _PARTS)
    sample = []
    for row in rows:
        own = xxhash64(struct.pack("<i", step.get("seed", 0)), 42)
        for value, kind in zip(row, columns.values()):
            if value is not None:
                own = xxhash64(_bytes(value, kind), own)
        signed = own - 2**64 if own >= 2**63 else own
        if signed % _PARTS < limit:
            sample.append(row)
    return sample
