import importlib
import pickle

import pytest


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("awsglueml.transforms", "FillMissingValues"),
        ("awsglueml.transforms", "FindMatches"),
        ("awsglue.transforms", "FindMatches"),
        ("awsglue.context", "GlueFrameReader"),
    ],
)
def test_importing_what_is_missing_names_it(module, name):
    with pytest.raises(NotImplementedError, match=f"local-glue does not support {module}.{name}"):
        exec(f"from {module} import {name}", {})


def test_missing_methods_name_themselves(glue_context, spark):
    from awsglue.dynamicframe import DynamicFrame

    frame = DynamicFrame.fromDF(spark.range(1), glue_context, "numbers")
    for owner, call in [
        ("DynamicFrame.unnest_ddb_json", lambda: frame.unnest_ddb_json()),
        ("GlueContext.transition_s3_path", lambda: glue_context.transition_s3_path("s3://bucket/")),
        (
            "create_dynamic_frame.from_sample",
            lambda: glue_context.create_dynamic_frame.from_sample(),
        ),
    ]:
        with pytest.raises(NotImplementedError, match=f"local-glue does not support {owner}"):
            call()
    assert not hasattr(frame, "unnest_ddb_json")


def test_libraries_may_look_into_the_modules():
    module = importlib.import_module("awsglue.transforms")
    assert getattr(module, "no_such_function", None) is None
    assert getattr(module, "__path__", None) is None
    assert pickle.loads(pickle.dumps(module.Filter)) is module.Filter
