"""How the files of a table of the Data Catalog are written, as sources say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from source_files import SourceError

_LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
_OPEN_CSV = "org.apache.hadoop.hive.serde2.OpenCSVSerde"

_FORMATS: Mapping[str, str] = {
    "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe": "parquet",
    "org.apache.hadoop.hive.ql.io.orc.OrcSerde": "orc",
    "org.apache.hadoop.hive.serde2.avro.AvroSerDe": "avro",
    _LAZY: "csv",
    _OPEN_CSV: "csv",
    "org.openx.data.jsonserde.JsonSerDe": "json",
    "org.apache.hive.hcatalog.data.JsonSerDe": "json",
    "org.apache.hadoop.hive.serde2.JsonSerDe": "json",
}

# Text of other formats than lines, as sequence files, has the same SerDe.
_TEXT = "org.apache.hadoop.mapred.TextInputFormat"


def _kind(table: Mapping[str, Any]) -> str | None:
    """What a table is that is no folder of files; None where it is one."""
    parameters = table.get("Parameters") or {}
    if (table.get("TableType") or "").upper() == "VIRTUAL_VIEW":
        return "a view"
    for key in ("table_type", "spark.sql.sources.provider"):
        named = parameters.get(key, "").lower()
        if named in ("iceberg", "delta", "hudi"):
            return f"a table of {named.capitalize()}"
    return None


def _csv(library: str, told: Mapping[str, str], names: list[str], field: str) -> dict[str, Any]:
    skipped = told.get("skip.header.line.count", "0")
    if skipped not in ("0", "1"):
        raise SourceError(
            f"{field}: skips {skipped} lines of each file, and a run skips at most one: name the "
            "files by uri"
        )
    encoding = told.get("serialization.encoding", told.get("encoding", "UTF-8"))
    if encoding.upper().replace("-", "") != "UTF8":
        raise SourceError(f"{field}: is written in {encoding}: name the files by uri, with copy")
    # Columns go by position, whatever a header says.
    csv = {"header": skipped == "1", "names": names}
    if library == _LAZY:
        quoted = told.get("areColumnsQuoted", "false") == "true"
        return {
            **csv,
            "delimiter": told.get("field.delim", "\x01"),
            "quote": '"' if quoted else "none",
            "nullWords": ["", told.get("serialization.null.format", "\\N")],
        }
    quote = told.get("quoteChar", '"')
    return {
        **csv,
        "delimiter": told.get("separatorChar", ","),
        "quote": quote,
        "escape": "doubled" if told.get("escapeChar", "\\") == quote else "backslash",
    }


def _keys(told: Mapping[str, str], names: list[str]) -> dict[str, str]:
    """What columns are called in JSON: the catalog has only their small letters."""
    mapped = {name: told[f"mapping.{name}"] for name in names if f"mapping.{name}" in told}
    # Crawlers write down the keys as they found them.
    found = {path.lower(): path for path in told.get("paths", "").split(",")}
    return {**{name: found[name] for name in names if name in found}, **mapped}


def as_files(table: Mapping[str, Any], source: Mapping[str, Any], field: str) -> dict[str, Any]:
    """A source as if it named the files of its table. Raises SourceError for what is not read."""
    kind = _kind(table)
    if kind:
        raise SourceError(f"{field}: is {kind}, and a run reads tables of files: choose another")
    storage = table["StorageDescriptor"]
    serde = storage.get("SerdeInfo") or {}
    library = serde.get("SerializationLibrary", "")
    kind = _FORMATS.get(library)
    if kind is None or (kind in ("csv", "json") and storage.get("InputFormat", _TEXT) != _TEXT):
        raise SourceError(
            f"{field}: is read by {library or 'no SerDe'} of {storage.get('InputFormat')}, and a "
            "run reads Avro, CSV, JSON, ORC and Parquet: choose another table"
        )
    names = [column["Name"].lower() for column in storage["Columns"]]
    there = [*names, *(key["Name"].lower() for key in table.get("PartitionKeys") or [])]
    missing = [column["name"] for column in source["columns"] if column["name"] not in there]
    if missing:
        raise SourceError(
            f"{field}: has no column {', '.join(missing)}; its columns are {', '.join(there)}"
        )
    told = {
        **(serde.get("Parameters") or {}),
        **(storage.get("Parameters") or {}),
        **(table.get("Parameters") or {}),
    }
    files = {**source, "format": kind}
    if kind == "csv":
        return {**files, "csv": _csv(library, told, names, field)}
    if kind == "json":
        keys = _keys(told, names)
        files["columns"] = [
            {"key": keys[column["name"]], **column} if column["name"] in keys else column
            for column in source["columns"]
        ]
    return files
