"""Keeps a part of the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from columns import column, planned
from transforms import Place

# How finely a fraction is told.
_PARTS = 1_000_000_000


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """About a `fraction` of the rows, by a hash of all columns.

    Spark's own sample takes other rows where they lie otherwise in files.
    """
    values = [column(name) for name in rows.columns]
    part = F.pmod(F.xxhash64(F.lit(step.get("seed", 0)), *values), F.lit(_PARTS))
    limit = round(step["fraction"] * _PARTS)
    return planned(rows, at.field, lambda: rows.filter(part < F.lit(limit)))
