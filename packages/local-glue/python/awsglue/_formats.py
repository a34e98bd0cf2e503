"""Files. AWS Glue Developer Guide, "Data format options for inputs and outputs"."""

from functools import reduce

from pyspark.sql import types as T

from awsglue._unsupported import UnsupportedError, refuse_options

READABLE = ("csv", "json", "orc", "parquet")

# Options that change how fast Glue works, not what it reads or writes.
SPEED_ONLY = {
    "attachFilename",
    "blockSize",
    "compression",
    "optimizePerformance",
    "pageSize",
    "useGlueParquetWriter",
}


def format_name(name):
    """``glueparquet`` is Parquet by a writer of Glue's own."""
    text = (name or "").lower()
    text = "parquet" if text == "glueparquet" else text
    if text not in READABLE:
        raise UnsupportedError(f"the format {name!r}", f"use {', '.join(READABLE)}")
    return text


def is_true(value):
    return str(value).lower() == "true"


def reader(spark, format, format_options):
    """A DataFrameReader for a format and its ``format_options``."""
    name = format_name(format)
    given = dict(format_options or {})
    read = spark.read.format(name)
    if name == "csv":
        known = {
            "separator",
            "escaper",
            "quoteChar",
            "multiline",
            "multiLine",
            "withHeader",
            "skipFirst",
            "encoding",
        }
        refuse_options("the format csv", given, known | SPEED_ONLY)
        quote = given.get("quoteChar", '"')
        # A quote within quotes is doubled.
        escape = given.get("escaper") or ('"' if quote in (-1, "-1") else quote)
        read = (
            read.option("sep", given.get("separator", ","))
            # -1 turns quoting off.
            .option("quote", "" if quote in (-1, "-1") else quote)
            .option("escape", escape)
            .option("multiLine", is_true(given.get("multiline", given.get("multiLine"))))
            .option("header", is_true(given.get("withHeader")) or is_true(given.get("skipFirst")))
            .option("encoding", given.get("encoding", "UTF-8"))
        )
    elif name == "json":
        refuse_options("the format json", given, {"multiline", "multiLine"} | SPEED_ONLY)
        read = read.option("multiLine", is_true(given.get("multiline", given.get("multiLine"))))
    else:
        refuse_options(f"the format {name}", given, SPEED_ONLY)
    return read


def file_groups(spark, paths, recurse, source):
    """[(paths, base)]: what is read together, and the folder that partitions are told from."""
    if source is None:
        return [(list(paths), None)]
    # Each path by itself: it is the base of the partition columns in its folders' names.
    found = source.new_files_of(spark, [([path], recurse) for path in paths])
    return [(files, path) for path, files in zip(paths, found, strict=True) if files]


def load(read, groups, recurse):
    """What a DataFrameReader reads of the groups; None without any."""
    if recurse:
        read = read.option("recursiveFileLookup", True)
    frames = [
        (read.option("basePath", base) if base else read).load(files) for files, base in groups
    ]
    if not frames:
        return None
    return reduce(lambda one, two: one.unionByName(two, allowMissingColumns=True), frames)


def read_files(spark, paths, format, format_options, recurse, source=None):
    """The files below the paths. CSV columns are strings; without a header col0, col1, ...

    With a BookmarkedSource only its new files; no columns where there is none.
    """
    options = dict(format_options or {})
    read = reader(spark, format, options)
    frame = load(read, file_groups(spark, paths, recurse, source), recurse)
    if frame is None:
        return spark.createDataFrame([], T.StructType([]))
    if format_name(format) == "csv" and not is_true(options.get("withHeader")):
        frame = frame.toDF(*_names_by_position(frame.columns))
    return frame


def _names_by_position(columns):
    """Glue's names of columns without a header; those of partitions keep theirs."""
    spark_names = [f"_c{number}" for number in range(len(columns))]
    return [
        f"col{number}" if name in spark_names or "_c0" not in columns else name
        for number, name in enumerate(columns)
    ]


def write_files(frame, path, format, format_options, partition_keys, compression=None):
    """Adds files below the path, as Glue's writers do: nothing that is there is replaced."""
    name = format_name(format)
    given = dict(format_options or {})
    write = frame.write.format(name).mode("append")
    codec = compression or given.get("compression")
    if codec:
        write = write.option("compression", codec)
    if name == "csv":
        refuse_options(
            "the format csv",
            given,
            {"separator", "quoteChar", "escaper", "writeHeader"} | SPEED_ONLY,
        )
        quote = given.get("quoteChar", '"')
        # A quote within quotes is doubled.
        escape = given.get("escaper") or ('"' if quote in (-1, "-1") else quote)
        write = (
            write.option("sep", given.get("separator", ","))
            .option("header", is_true(given.get("writeHeader", True)))
            .option("quote", "\u0000" if quote in (-1, "-1") else quote)
            .option("escape", escape)
        )
    else:
        refuse_options(f"the format {name}", given, SPEED_ONLY)
    if partition_keys:
        write = write.partitionBy(*partition_keys)
    write.save(path)
