"""Transforms as classes. AWS Glue Developer Guide, "AWS Glue PySpark transforms reference".

Each is called by ``Name.apply(...)`` or as ``Name()(...)``.
"""

from awsglue._unsupported import module_attribute

__all__ = [
    "ApplyMapping",
    "DropFields",
    "DropNullFields",
    "Filter",
    "FlatMap",
    "Join",
    "Map",
    "MapToCollection",
    "Relationalize",
    "RenameField",
    "ResolveChoice",
    "SelectFields",
    "SelectFromCollection",
    "Spigot",
    "SplitFields",
    "SplitRows",
    "Unbox",
    "UnnestFrame",
]


def __getattr__(name):
    return module_attribute(__name__, name)


class GlueTransform:
    def __call__(self, *args, **kwargs):
        return type(self).apply(*args, **kwargs)

    @classmethod
    def name(cls):
        return cls.__name__


class ApplyMapping(GlueTransform):
    @classmethod
    def apply(cls, frame, mappings, case_sensitive=False, transformation_ctx="", **_):
        return frame.apply_mapping(mappings, case_sensitive)


class SelectFields(GlueTransform):
    @classmethod
    def apply(cls, frame, paths, transformation_ctx="", **_):
        return frame.select_fields(paths)


class DropFields(GlueTransform):
    @classmethod
    def apply(cls, frame, paths, transformation_ctx="", **_):
        return frame.drop_fields(paths)


class RenameField(GlueTransform):
    @classmethod
    def apply(cls, frame, old_name, new_name, transformation_ctx="", **_):
        return frame.rename_field(old_name, new_name)


class ResolveChoice(GlueTransform):
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


class DropNullFields(GlueTransform):
    @classmethod
    def apply(cls, frame, transformation_ctx="", **_):
        return frame.drop_null_fields()


class Filter(GlueTransform):
    @classmethod
    def apply(cls, frame, f, transformation_ctx="", **_):
        return frame.filter(f)


class Map(GlueTransform):
    @classmethod
    def apply(cls, frame, f, transformation_ctx="", **_):
        return frame.map(f)


class Join(GlueTransform):
    @classmethod
    def apply(cls, frame1, frame2, keys1, keys2, transformation_ctx="", **_):
        return frame1.join(keys1, keys2, frame2)


class SelectFromCollection(GlueTransform):
    @classmethod
    def apply(cls, dfc, key, transformation_ctx="", **_):
        return dfc[key]


class MapToCollection(GlueTransform):
    """Another transform on each frame of a collection."""

    @classmethod
    def apply(cls, dfc, BaseTransform, frame_name="frame", transformation_ctx="", **base_kwargs):
        return dfc.map(
            lambda frame, _context: BaseTransform.apply(**{frame_name: frame}, **base_kwargs)
        )


class FlatMap(GlueTransform):
    """The same, where the transform may make a collection of each frame."""

    @classmethod
    def apply(cls, dfc, BaseTransform, frame_name="frame", transformation_ctx="", **base_kwargs):
        return dfc.flatmap(
            lambda frame, _context: BaseTransform.apply(**{frame_name: frame}, **base_kwargs)
        )


class SplitFields(GlueTransform):
    @classmethod
    def apply(cls, frame, paths, name1=None, name2=None, transformation_ctx="", **_):
        return frame.split_fields(paths, name1 or f"{frame.name}1", name2 or f"{frame.name}2")


class SplitRows(GlueTransform):
    @classmethod
    def apply(cls, frame, comparison_dict, name1="frame1", name2="frame2", **_):
        return frame.split_rows(comparison_dict, name1, name2)


class UnnestFrame(GlueTransform):
    @classmethod
    def apply(cls, frame, transformation_ctx="", **_):
        return frame.unnest()


class Relationalize(GlueTransform):
    @classmethod
    def apply(cls, frame, staging_path=None, name="roottable", options=None, **_):
        return frame.relationalize(name, staging_path, options)


class Unbox(GlueTransform):
    @classmethod
    def apply(
        cls,
        frame,
        path,
        format,
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
        **options,
    ):
        return frame.unbox(path, format, **options)


class Spigot(GlueTransform):
    @classmethod
    def apply(cls, frame, path, options=None, transformation_ctx="", **_):
        return frame.spigot(path, options)
