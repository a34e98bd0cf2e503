"""The table of the README against the modules."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

from awsglue import transforms
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection

README = Path(__file__).parents[1] / "awsglue/README.md"
CLASSES = {each.__name__: each for each in (DynamicFrame, DynamicFrameCollection, GlueContext)}
ROWS = re.findall(r"^\| `([\w.]+)` +\| (yes|no) +\|", README.read_text(), re.M)

# What a GlueContext has of Spark's SQLContext.
OF_SPARK = {"createDataFrame", "read", "sql", "table"}


def instance(name):
    """An object of the class whose members are looked at without a session."""
    return object.__new__(CLASSES[name])


@pytest.mark.parametrize(("part", "here"), ROWS)
def test_a_row(part, here):
    owner, _dot, name = part.rpartition(".")
    if owner in CLASSES:
        if here == "yes":
            assert inspect.getattr_static(CLASSES[owner], name)
            return
        with pytest.raises(NotImplementedError, match=f"does not support {owner}.{name}"):
            getattr(instance(owner), name)
        return
    module = importlib.import_module("awsglue.transforms" if owner == "transforms" else owner)
    if here == "yes":
        assert callable(getattr(module, name).apply)
        return
    with pytest.raises(NotImplementedError, match=f"does not support {module.__name__}.{name}"):
        getattr(module, name)


def test_everything_has_a_row():
    rows = {part for part, here in ROWS if here == "yes"}
    public = {f"transforms.{name}" for name in transforms.__all__}
    for owner, each in CLASSES.items():
        names = {name for name in vars(each) if not name.startswith("_")} - OF_SPARK
        public |= {f"{owner}.{name}" for name in names}
    assert {part for part in rows if not part.startswith("aws")} == public


def test_rows_stand_once():
    parts = [part for part, _here in ROWS]
    assert len(parts) == len(set(parts)) > 70
