"""The pipeline that a job is given, and what is wrong with it."""

from __future__ import annotations

import json
import re
from typing import Any


class PipelineError(ValueError):
    """Something that `pipeline.yaml` says cannot be done. Names the field."""


def split_uri(uri: str, field: str) -> tuple[str, str]:
    """Bucket and key of `s3://bucket/key`; `field` is what an error names."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match:
        raise PipelineError(f"{field}: {uri!r} is not s3://bucket/key")
    return match[1], match[2]


def read_json(s3: Any, bucket: str, key: str) -> Any:
    """Reads a JSON object of S3."""
    return json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())


def read_pipeline(s3: Any, uri: str) -> dict[str, Any]:
    """The pipeline, defaults filled in, as the job argument `--PIPELINE_URI` names it."""
    return read_json(s3, *split_uri(uri, "--PIPELINE_URI"))
