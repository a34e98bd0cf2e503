"""DynamicFrame. AWS Glue Developer Guide, "DynamicFrame class".

Here it is a DataFrame with the methods of a DynamicFrame; ``_choice`` says what a field of
several types is.
"""

import json

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from awsglue._choice import named, union
from awsglue._collection import DynamicFrameCollection
from awsglue._fields import change, select
from awsglue._paths import place, steps_of, structs
from awsglue._records import frame_of, plain
from awsglue._relationalize import relationalize, unnest
from awsglue._resolve import ResolveOption, cast, choice_paths, resolve
from awsglue._rows import column_at, join, merge, split, without_null_fields
from awsglue._schema_tree import tree
from awsglue._types import quoted, spark_type
from awsglue._unbox import unbox
from awsglue._unsupported import UnsupportedError, instance_attribute, module_attribute

__all__ = ["DynamicFrame", "DynamicFrameCollection", "ResolveOption"]


def __getattr__(name):
    return module_attribute(__name__, name)


def _listed(paths):
    return [paths] if isinstance(paths, str) else list(paths)


class DynamicFrame:
    def __init__(self, frame: DataFrame, glue_ctx, name: str = ""):
        self._frame = frame
        self.glue_ctx = glue_ctx
        self.name = name

    def __getattr__(self, name):
        return instance_attribute("DynamicFrame", name)

    def _with(self, frame: DataFrame) -> "DynamicFrame":
        return DynamicFrame(frame, self.glue_ctx, self.name)

    def _collection(self, frames):
        named_frames = {
            name: DynamicFrame(frame, self.glue_ctx, name) for name, frame in frames.items()
        }
        return DynamicFrameCollection(named_frames, self.glue_ctx)

    @classmethod
    def fromDF(cls, dataframe, glue_ctx, name=""):
        return cls(dataframe, glue_ctx, name)

    def toDF(self, options=None):
        """A DataFrame, with a struct of all types for each choice that no option resolves."""
        frame = self._frame
        for option in options or []:
            frame = resolve(frame, *option.spec())
        for path in choice_paths(frame.schema):
            frame = resolve(frame, path, "make_struct")
        return frame

    def count(self):
        return self._frame.count()

    def schema(self):
        """The columns, as a StructType of Spark."""
        return self._frame.schema

    def printSchema(self):
        print(tree(self._frame.schema))

    def show(self, num_rows=20):
        """Prints rows as JSON, one a line."""
        for row in self._frame.take(num_rows):
            record = plain(row, self._frame.schema)
            print(json.dumps(record, ensure_ascii=False, default=str))

    def getNumPartitions(self):
        return self._frame.rdd.getNumPartitions()

    def repartition(self, num_partitions, transformation_ctx="", **_):
        return self._with(self._frame.repartition(num_partitions))

    def coalesce(self, num_partitions, shuffle=False, transformation_ctx="", **_):
        reduced = self._frame.repartition if shuffle else self._frame.coalesce
        return self._with(reduced(num_partitions))

    def union(self, frame2, transformation_ctx="", **_):
        """The rows of both; columns are found by name, and where types differ, choices."""
        return self._with(union(self._frame, frame2._frame))

    def select_fields(self, paths, transformation_ctx="", **_):
        """Only the named fields; a path into a struct gives a struct with that field."""
        return self._with(select(self._frame, _listed(paths)))

    def drop_fields(self, paths, transformation_ctx="", **_):
        """Without the named fields; one that is not there is not missed."""
        frame = self._frame
        for path in _listed(paths):
            try:
                frame = change(frame, path, lambda _column, _field: [])
            except ValueError:
                continue
        return self._with(frame)

    def rename_field(self, oldName, newName, transformation_ctx="", **_):
        old, new = steps_of(oldName), steps_of(newName)
        if len(new) > 1 and old[:-1] != new[:-1]:
            raise UnsupportedError(
                "DynamicFrame.rename_field from one struct into another", "use apply_mapping"
            )
        frame = change(
            self._frame, oldName, lambda column, field: [named(column, field, name=new[-1])]
        )
        return self._with(frame)

    def apply_mapping(self, mappings, case_sensitive=False, transformation_ctx="", **_):
        """Columns chosen, renamed and cast: (source, source type, target, target type) each.

        A target with dots is a field of a struct, which all mappings into it make together;
        backticks keep the dots of a name (AWS Glue Developer Guide, "apply_mapping"). A choice
        is cast to the target type whatever its values are.
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
            column = column_at(self._frame, source, case_sensitive)
            if type_name:
                field = self._frame.select(column.alias("value")).schema[0]
                column = cast(column, field, spark_type(type_name))
            place(chosen, target, column)
        return self._with(self._frame.select(*structs(chosen)))

    def resolveChoice(
        self, specs=None, choice="", database=None, table_name=None, transformation_ctx="", **_
    ):
        """Resolves choices: by specs of (path, action), by one action for all, or by a table.

        Actions are cast:type, which casts any field, project:type, make_cols and make_struct;
        the choice match_catalog casts to the types of a catalog table.
        """
        if specs and choice:
            raise ValueError("resolveChoice takes specs or choice, not both")
        if choice == "match_catalog":
            specs = self._specs_of_table(database, table_name)
        elif choice:
            specs = [(path, choice) for path in choice_paths(self._frame.schema)]
            # Says what is wrong with an action that nothing needs.
            resolve(self._frame.sparkSession.range(0), "id", choice)
        frame = self._frame
        for path, action in specs or []:
            frame = resolve(frame, path, action)
        return self._with(frame)

    def _specs_of_table(self, database, table_name):
        from awsglue._catalog import get_table

        columns = get_table(database, table_name)["StorageDescriptor"]["Columns"]
        present = {name.lower() for name in self._frame.columns}
        return [
            (quoted(column["Name"]), f"cast:{column['Type']}")
            for column in columns
            if column["Name"].lower() in present
        ]

    def drop_null_fields(self, transformation_ctx="", **_):
        """Without the fields that are null in every row. Reads the data once."""
        return self._with(without_null_fields(self._frame))

    def filter(self, f, transformation_ctx="", **_):
        """Rows, as dictionaries, for which the function is true."""
        schema = self._frame.schema
        kept = self._frame.rdd.filter(lambda row: bool(f(plain(row, schema))))
        return self._with(self._frame.sparkSession.createDataFrame(kept, schema))

    def map(self, f, transformation_ctx="", preservesPartitioning=False, **_):
        """Each row, as a dictionary, replaced by what the function returns. Reads twice."""
        schema = self._frame.schema
        records = self._frame.rdd.map(
            lambda row: f(plain(row, schema)), preservesPartitioning
        ).filter(lambda record: record is not None)
        records.cache()
        return self._with(frame_of(self._frame.sparkSession, records, schema))

    def join(self, paths1, paths2, frame2, transformation_ctx="", **_):
        """Rows of both with equal keys (inner).

        All columns stay; one of ``frame2`` whose name is taken gets a dot before it.
        """
        return self._with(join(self._frame, frame2._frame, _listed(paths1), _listed(paths2)))

    def unnest(self, transformation_ctx="", **_):
        """Fields of structs become columns, named by their path with dots."""
        return self._with(unnest(self._frame))

    def relationalize(self, root_table_name, staging_path=None, options=None, **_):
        """A collection of flat frames: the root, and one for each array below it."""
        resolved = self.resolveChoice(choice="make_struct")._frame
        return self._collection(relationalize(resolved, root_table_name))

    def unbox(self, path, format, transformation_ctx="", info="", stageThreshold=0,
              totalThreshold=0, **options):  # fmt: skip
        """The texts at a path, of JSON or CSV, as what they hold. Reads the data once."""
        return self._with(unbox(self._frame, path, format, options))

    def split_fields(self, paths, name1, name2, transformation_ctx="", **_):
        """A collection of two frames: the named fields, and all others."""
        return self._collection(
            {
                name1: self.select_fields(paths)._frame,
                name2: self.drop_fields(paths)._frame,
            }
        )

    def split_rows(self, comparison_dict, name1, name2, transformation_ctx="", **_):
        """A collection of two frames: the rows for which all comparisons hold, and all others.

        Comparisons are {path: {operator: value}} with the operators = != < <= > >=.
        """
        one, others = split(self._frame, comparison_dict)
        return self._collection({name1: one, name2: others})

    def mergeDynamicFrame(self, stage_dynamic_frame, primary_keys, transformation_ctx="", **_):
        """The staged rows, and those of this frame whose keys are not among them."""
        return self._with(merge(self._frame, stage_dynamic_frame._frame, _listed(primary_keys)))

    def spigot(self, path, options=None, transformation_ctx="", **_):
        """Writes rows as JSON below the path, and is the frame itself.

        ``topk`` is how many, ``prob`` the probability of each row; without either all are written.
        """
        given = dict(options or {})
        unknown = given.keys() - {"topk", "prob"}
        if unknown:
            raise UnsupportedError(f"the option {min(unknown)!r} of DynamicFrame.spigot")
        rows = self.toDF()
        if "prob" in given:
            rows = rows.sample(float(given["prob"]))
        if "topk" in given:
            rows = rows.limit(int(given["topk"]))
        rows.write.mode("append").json(path)
        return self

    def write(
        self, connection_type, connection_options=None, format=None, format_options=None, **_
    ):
        """As ``write_dynamic_frame.from_options`` of the GlueContext."""
        return self.glue_ctx.write_dynamic_frame.from_options(
            self, connection_type, connection_options, format, format_options
        )

    # A row that cannot be read fails the job or is null, as Spark has it: there are no errors.

    def errorsCount(self):
        return 0

    def stageErrorsCount(self):
        return 0

    def assertErrorThreshold(self):
        return self

    def errorsAsDynamicFrame(self):
        none = self._frame.sparkSession.createDataFrame([], "error string")
        return DynamicFrame(none.where(F.lit(False)), self.glue_ctx, "errors")
