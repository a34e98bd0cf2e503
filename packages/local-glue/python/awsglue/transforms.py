"""Transforms as classes. AWS Glue Developer Guide, "AWS Glue PySpark transforms reference"."""

from awsglue._unsupported import module_attribute

__all__ = [
    "ApplyMapping",
    "DropFields",
    "DropNullFields",
    "Filter",
    "Join",
    "Map",
    "RenameField",
    "ResolveChoice",
    "SelectFields",
    "SelectFromCollection",
    "SplitFields",
    "SplitRows",
    "UnnestFrame",
]


def __getattr__(name):
    return module_attribute(__name__, name)


class ApplyMapping:
    @classmethod
    def apply(cls, frame, mappings, case_sensitive=False, transformation_ctx="", **_):
        return frame.apply_mapping(mappings, case_sensitive)


class SelectFields:
    @classmethod
    def apply(cls, frame, paths, transformation_ctx="", **_):
        return frame.select_fields(paths)


class DropFields:
    @classmethod
    def apply(cls, frame, paths, transformation_ctx="", **_):
        return frame.drop_fields(paths)


class RenameField:
    @classmethod
    def apply(cls, frame, old_name, new_name, transformation_ctx="", **_):
        return frame.rename_field(old_name, new_name)


class ResolveChoice:
    @classmethod
    def apply(
        cls,
        frame,
        specs=None,
        choice="",
        database=None,
        table_name=None,
        transformation_ctx="",
        **_,
    ):
        return frame.resolveChoice(specs, choice, database, table_name)


class DropNullFields:
    @classmethod
    def apply(cls, frame, transformation_ctx="", **_):
        return frame.drop_null_fields()


class Filter:
    @classmethod
    def apply(cls, frame, f, transformation_ctx="", **_):
        return frame.filter(f)


class Map:
    @classmethod
    def apply(cls, frame, f, transformation_ctx="", **_):
        return frame.map(f)


class Join:
    @classmethod
    def apply(cls, frame1, frame2, keys1, keys2, transformation_ctx="", **_):
        one = [keys1] if isinstance(keys1, str) else list(keys1)
        two = [keys2] if isinstance(keys2, str) else list(keys2)
        return frame1.join(one, two, frame2)


class SelectFromCollection:
    @classmethod
    def apply(cls, dfc, key, transformation_ctx="", **_):
        return dfc[key]


class SplitFields:
    @classmethod
    def apply(cls, frame, paths, name1, name2, transformation_ctx="", **_):
        return frame.split_fields(paths, name1, name2)


class SplitRows:
    @classmethod
    def apply(cls, frame, comparison_dict, name1, name2, transformation_ctx="", **_):
        return frame.split_rows(comparison_dict, name1, name2)


class UnnestFrame:
    @classmethod
    def apply(cls, frame, transformation_ctx="", **_):
        return frame.unnest()
