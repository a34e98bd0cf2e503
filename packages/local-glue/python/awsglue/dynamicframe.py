"""DynamicFrame. AWS Glue Developer Guide, "DynamicFrame class".

Here it is a DataFrame with the methods of a DynamicFrame. A column has one
type: where Glue would keep a choice of several, Spark has settled on one
already, and resolveChoice casts.
"""

import operator
import warnings

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._paths import parts_of, place, structs
from awsglue._types import conform, quoted, spark_type
from awsglue._unsupported import UnsupportedError, instance_attribute, module_attribute

COMPARISONS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def __getattr__(name):
    return module_attribute(__name__, name)


class DynamicFrame:
    def __init__(self, frame: DataFrame, glue_ctx, name: str = ""):
        self._frame = frame
        self.glue_ctx = glue_ctx
        self.name = name

    def __getattr__(self, name):
        return instance_attribute("DynamicFrame", name)

    def _with(self, frame: DataFrame) -> "DynamicFrame":
        return DynamicFrame(frame, self.glue_ctx, self.name)

    @classmethod
    def fromDF(cls, dataframe, glue_ctx, name=""):
        return cls(dataframe, glue_ctx, name)

    def toDF(self, options=None):
        if options:
            raise UnsupportedError("options of DynamicFrame.toDF", "cast with resolveChoice")
        return self._frame

    def count(self):
        return self._frame.count()

    def schema(self):
        """The columns, as a StructType of Spark."""
        return self._frame.schema

    def printSchema(self):
        self._frame.printSchema()

    def show(self, num_rows=20):
        """Prints rows as JSON, one a line."""
        for row in self._frame.toJSON().take(num_rows):
            print(row)

    def getNumPartitions(self):
        return self._frame.rdd.getNumPartitions()

    def repartition(self, num_partitions, transformation_ctx="", **_):
        return self._with(self._frame.repartition(num_partitions))

    def coalesce(self, num_partitions, shuffle=False, transformation_ctx="", **_):
        reduced = self._frame.repartition if shuffle else self._frame.coalesce
        return self._with(reduced(num_partitions))

    def union(self, frame2, transformation_ctx="", **_):
        """The rows of both; columns are matched by name."""
        return self._with(self._frame.unionByName(frame2.toDF(), allowMissingColumns=True))

    def select_fields(self, paths, transformation_ctx="", **_):
        """Only the named columns; a path into a struct gives a struct with that field."""
        names = [paths] if isinstance(paths, str) else list(paths)
        for name in names:
            self._check(name)
        return self._with(self._frame.select(*[self._column(name) for name in names]))

    def drop_fields(self, paths, transformation_ctx="", **_):
        names = [paths] if isinstance(paths, str) else list(paths)
        frame = self._frame
        for name in names:
            head, *fields = parts_of(name)
            if fields and self._has(head):
                inner = ".".join(quoted(field) for field in fields)
                frame = frame.withColumn(head, F.col(quoted(head)).dropFields(inner))
            else:
                frame = frame.drop(head)
        return self._with(frame)

    def rename_field(self, oldName, newName, transformation_ctx="", **_):
        old, *fields = parts_of(oldName)
        if fields:
            raise UnsupportedError("DynamicFrame.rename_field inside a struct", oldName)
        self._check(oldName)
        return self._with(self._frame.withColumnRenamed(old, parts_of(newName)[0]))

    def apply_mapping(self, mappings, case_sensitive=False, transformation_ctx="", **_):
        """Columns chosen, renamed and cast: (source, source type, target, target type) each.

        A target with dots is a field of a struct, which all mappings into it make together;
        backticks keep the dots of a name (AWS Glue Developer Guide, "apply_mapping").
        """
        chosen = {}
        for mapping in mappings:
            if len(mapping) == 2:
                source, target, type_name = mapping[0], mapping[1], None
            elif len(mapping) == 4:
                source, _source_type, target, type_name = mapping
            else:
                raise ValueError(
                    f"apply_mapping: {mapping!r} is not (source, source type, target, target type)"
                )
            self._check(source, case_sensitive)
            column = self._column(source)
            if type_name:
                actual = self._frame.select(column).schema[0].dataType
                column = conform(column, actual, spark_type(type_name))
            place(chosen, target, column)
        return self._with(self._frame.select(*structs(chosen)))

    def resolveChoice(
        self, specs=None, choice="", database=None, table_name=None, transformation_ctx="", **_
    ):
        """Casts columns: specs of (column, "cast:type"), or to the types of a catalog table."""
        if specs and choice:
            raise ValueError("resolveChoice takes specs or choice, not both")
        frame = self._frame
        if choice == "match_catalog":
            from awsglue._catalog import get_table

            columns = get_table(database, table_name)["StorageDescriptor"]["Columns"]
            present = {field.name.lower() for field in frame.schema.fields}
            specs = [
                (column["Name"], f"cast:{column['Type']}")
                for column in columns
                if column["Name"].lower() in present
            ]
        elif choice:
            # For the columns that have a choice of types, which none has here.
            if choice.partition(":")[0] not in ("cast", "make_cols", "make_struct", "project"):
                raise ValueError(f"resolveChoice: there is no choice {choice!r}")
            return self
        for name, action in specs or []:
            kind, _colon, type_name = action.partition(":")
            if kind != "cast" or not type_name:
                raise UnsupportedError(f"the action {action!r} of resolveChoice", "use cast:type")
            self._check(name)
            column, *fields = parts_of(name)
            if fields:
                raise UnsupportedError("resolveChoice inside a struct", name)
            field = next(f for f in frame.schema.fields if f.name.lower() == column.lower())
            cast = conform(F.col(quoted(field.name)), field.dataType, spark_type(type_name))
            frame = frame.withColumn(field.name, cast)
        return self._with(frame)

    def drop_null_fields(self):
        """Without the columns that are null in every row. Reads the data once."""
        names = self._frame.columns
        if not names:
            return self
        filled = self._frame.agg(
            *[F.count(F.col(quoted(name))).alias(str(n)) for n, name in enumerate(names)]
        ).first()
        kept = [quoted(name) for n, name in enumerate(names) if filled[str(n)] > 0]
        return self._with(self._frame.select(*kept))

    def filter(self, f, transformation_ctx="", **_):
        """Rows, as dictionaries, for which the function is true."""
        schema = self._frame.schema
        kept = self._frame.rdd.filter(lambda row: bool(f(row.asDict(recursive=True))))
        return self._with(self._frame.sparkSession.createDataFrame(kept, schema))

    def map(self, f, transformation_ctx="", preservesPartitioning=False, **_):
        """Each row, as a dictionary, replaced by what the function returns. Reads twice."""
        session = self._frame.sparkSession
        records = self._frame.rdd.map(
            lambda row: f(row.asDict(recursive=True)), preservesPartitioning
        ).filter(lambda record: record is not None)
        records.cache()
        if records.isEmpty():
            return self._with(session.createDataFrame([], self._frame.schema))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            inferred = session.createDataFrame(records, samplingRatio=1.0).schema
        return self._with(session.createDataFrame(records, _settled(inferred, self._frame.schema)))

    def join(self, paths1, paths2, frame2, transformation_ctx="", **_):
        """Rows of both with equal keys (inner).

        All columns stay; one of ``frame2`` whose name is taken gets a dot before it.
        """
        if len(paths1) != len(paths2):
            raise ValueError(f"join: {paths1} and {paths2} are not equally many keys")
        for path in paths1:
            self._check(path)
        for path in paths2:
            frame2._check(path)
        taken = {name.lower() for name in self._frame.columns}
        renamed = {
            name: f".{name}" if name.lower() in taken else name for name in frame2.toDF().columns
        }
        right = frame2.toDF().toDF(*renamed.values())
        condition = None
        for path1, path2 in zip(paths1, paths2, strict=True):
            head, *fields = parts_of(path2)
            head = next(new for old, new in renamed.items() if old.lower() == head.lower())
            other = right[quoted(head)]
            for field in fields:
                other = other.getField(field)
            equal = self._column(path1) == other
            condition = equal if condition is None else condition & equal
        return self._with(self._frame.join(right, condition, "inner"))

    def unnest(self, transformation_ctx="", **_):
        """Fields of structs become columns, named by their path with dots."""
        columns = []

        def add(column, data_type, name):
            if not isinstance(data_type, T.StructType):
                columns.append(column.alias(name))
                return
            for field in data_type.fields:
                add(column.getField(field.name), field.dataType, f"{name}.{field.name}")

        for field in self._frame.schema.fields:
            add(self._frame[quoted(field.name)], field.dataType, field.name)
        return self._with(self._frame.select(*columns))

    def split_fields(self, paths, name1, name2, transformation_ctx="", **_):
        """A collection of two frames: the named columns, and all others."""
        names = {parts_of(path)[0].lower() for path in paths}
        for path in paths:
            if len(parts_of(path)) > 1:
                raise UnsupportedError("DynamicFrame.split_fields inside a struct", path)
            self._check(path)
        parts = {True: [], False: []}
        for column in self._frame.columns:
            parts[column.lower() in names].append(quoted(column))
        return DynamicFrameCollection(
            {
                name1: self._with(self._frame.select(*parts[True])),
                name2: self._with(self._frame.select(*parts[False])),
            },
            self.glue_ctx,
        )

    def split_rows(self, comparison_dict, name1, name2, transformation_ctx="", **_):
        """A collection of two frames: the rows for which all comparisons hold, and all others.

        Comparisons are {column: {operator: value}} with the operators = != < <= > >=.
        """
        condition = F.lit(True)
        for path, comparisons in comparison_dict.items():
            self._check(path)
            for symbol, value in comparisons.items():
                if symbol not in COMPARISONS:
                    raise ValueError(f"split_rows: {symbol!r} is none of {sorted(COMPARISONS)}")
                condition = condition & COMPARISONS[symbol](self._column(path), F.lit(value))
        holds = F.coalesce(condition, F.lit(False))
        return DynamicFrameCollection(
            {
                name1: self._with(self._frame.where(holds)),
                name2: self._with(self._frame.where(~holds)),
            },
            self.glue_ctx,
        )

    def mergeDynamicFrame(self, stage_dynamic_frame, primary_keys, transformation_ctx="", **_):
        """The staged rows, and those of this frame whose keys are not among them."""
        for key in primary_keys:
            self._check(key)
            stage_dynamic_frame._check(key)
        staged = stage_dynamic_frame.toDF()
        kept = self._frame.join(
            staged.select(*[quoted(key) for key in primary_keys]).distinct(),
            list(primary_keys),
            "left_anti",
        )
        # The join puts its keys first.
        kept = kept.select(*[quoted(name) for name in self._frame.columns])
        return self._with(kept.unionByName(staged, allowMissingColumns=True))

    def errorsCount(self):
        """Always 0: a row that cannot be read fails the job or is null, as Spark has it."""
        return 0

    def _has(self, name, case_sensitive=False):
        if case_sensitive:
            return name in self._frame.columns
        return name.lower() in {column.lower() for column in self._frame.columns}

    def _check(self, path, case_sensitive=False):
        head, *fields = parts_of(path)
        if not self._has(head, case_sensitive):
            raise ValueError(f"there is no column {path!r}; there are {self._frame.columns}")
        kind = next(f for f in self._frame.schema.fields if f.name.lower() == head.lower()).dataType
        for field in fields:
            kind = kind.elementType if isinstance(kind, T.ArrayType) else kind
            inner = kind.fields if isinstance(kind, T.StructType) else []
            found = next((each for each in inner if each.name.lower() == field.lower()), None)
            if found is None and not isinstance(kind, T.MapType):
                raise ValueError(
                    f"there is no field {path!r}: {field!r} is not among "
                    f"{[each.name for each in inner]}"
                )
            kind = found.dataType if found else kind.valueType

    def _column(self, path):
        """A column of this frame, or a field of one, under the name of its last part."""
        head, *fields = parts_of(path)
        column = self._frame[quoted(head)]
        for field in fields:
            column = column.getField(field).alias(field)
        return column


class DynamicFrameCollection:
    """Named DynamicFrames. AWS Glue Developer Guide, "DynamicFrameCollection class"."""

    def __init__(self, dynamic_frames, glue_ctx):
        self._frames = dict(dynamic_frames)
        self.glue_ctx = glue_ctx

    def __getitem__(self, key):
        return self._frames[key]

    def __len__(self):
        return len(self._frames)

    def keys(self):
        return self._frames.keys()

    def values(self):
        return self._frames.values()

    def select(self, key, default=None):
        return self._frames.get(key, default)

    def map(self, callable, transformation_ctx="", **_):
        """The callable gets each frame and a context, as Glue passes it."""
        return DynamicFrameCollection(
            {
                name: callable(frame, {"collection": self, "key": name})
                for name, frame in self._frames.items()
            },
            self.glue_ctx,
        )

    def __getattr__(self, name):
        return instance_attribute("DynamicFrameCollection", name)


def _settled(inferred, original):
    """The inferred columns, the original ones first and with their own types where these hold."""
    by_name = {field.name: field for field in inferred.fields}
    types = {field.name: field.dataType for field in original.fields}
    fields = []
    for name in [*(n for n in types if n in by_name), *(n for n in by_name if n not in types)]:
        found = by_name[name].dataType
        before = types.get(name)
        if isinstance(found, T.NullType):
            found = before or T.StringType()
        elif (
            (isinstance(found, T.LongType) and isinstance(before, T.IntegralType))
            or (isinstance(found, T.DoubleType) and isinstance(before, T.FloatType))
            or (isinstance(found, T.DecimalType) and isinstance(before, T.DecimalType))
        ):
            found = before
        fields.append(T.StructField(name, found))
    return T.StructType(fields)
