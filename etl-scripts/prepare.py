"""Copies those sources of a pipeline that cannot, or shall not, be read where they lie.

The first step of the workflow where there is one, a Python shell job. Each
source that `pipeline.yaml` says to copy ends up in `raw/<source>/` of the data
bucket, last of all with `raw/<source>/_files.json`: the copies, where they came
from and, of CSV, the header of each.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--DATA_BUCKET`, and `--MODULES_URI`, the archive of modules. A Python shell job
takes modules only as wheels, so this script fetches the archive by itself.
"""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

import boto3


def fetch_modules(s3: Any, uri: str, folder: str) -> None:
    """Lets Python import the modules of an archive in S3, from a copy in a folder."""
    bucket, key = uri.removeprefix("s3://").split("/", 1)
    archive = os.path.join(folder, "modules.zip")
    s3.download_file(bucket, key, archive)
    sys.path.insert(0, archive)


def run(s3: Any, pipeline: dict[str, Any], data_bucket: str) -> None:
    """Copies the sources that are to be copied."""
    from copying import replace_source
    from loaded import choice_of

    for index, source in enumerate(pipeline["sources"]):
        if source.get("copy"):
            choice = choice_of(s3, pipeline, index, data_bucket)
            count = replace_source(s3, source, index, data_bucket, choice)
            print(f"{source['name']}: copied {count} object(s) from {source['uri']}")


def main() -> None:
    from awsglue.utils import getResolvedOptions  # Glue's own; absent in tests

    options = getResolvedOptions(sys.argv, ["PIPELINE_URI", "DATA_BUCKET", "MODULES_URI"])
    s3 = boto3.client("s3")
    with tempfile.TemporaryDirectory() as folder:
        fetch_modules(s3, options["MODULES_URI"], folder)
        from pipeline import read_pipeline

        run(s3, read_pipeline(s3, options["PIPELINE_URI"]), options["DATA_BUCKET"])


if __name__ == "__main__":
    main()
