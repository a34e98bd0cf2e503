"""What each kind of rule measures. AWS Glue User Guide, "DQDL rule type reference"."""

import operator

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._types import quoted
from awsglue._unsupported import UnsupportedError
from awsgluedq._dqdl import Condition, DqdlError

COMPARE = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
WHOLE = Condition("=", (1,))


def holds(condition, value):
    """Whether a measured number satisfies a condition."""
    if value is None:
        return False
    values = condition.values
    if condition.operator == "between":
        found = values[0] < value < values[1]
    elif condition.operator == "in":
        found = value in values
    elif condition.operator in COMPARE:
        found = COMPARE[condition.operator](value, values[0])
    else:
        raise DqdlError(f"DQDL: {condition.operator} is for texts, not for {value}")
    return found != condition.negated


def of_values(column, condition, data_type):
    """The condition of each row; null where the value is."""
    if condition.operator == "matches":
        # The whole text has to match.
        found = column.cast("string").rlike(f"^(?:{condition.values[0]})$")
    else:
        values = [F.lit(value) for value in condition.values]
        if isinstance(data_type, (T.DateType, T.TimestampType)):
            values = [value.cast(data_type) for value in values]
        if condition.operator == "between":
            found = (column > values[0]) & (column < values[1])
        elif condition.operator == "in":
            found = column.isin(*values)
        else:
            found = COMPARE[condition.operator](column, values[0])
    return ~found if condition.negated else found


class Measured:
    """A frame and the rule that is asked of it."""

    def __init__(self, frame, rule):
        self.rule = rule
        self.frame = frame.where(rule.where) if rule.where else frame

    def names(self, least=1):
        """The columns that the rule names. Raises a DqdlError for one that is not there."""
        there = {name.lower() for name in self.frame.columns}
        if len(self.rule.parameters) < least:
            raise DqdlError(f"{self.rule.name} needs a column")
        for name in self.rule.parameters:
            if name.lower() not in there:
                raise DqdlError(f"there is no column {name!r}; there are {self.frame.columns}")
        return list(self.rule.parameters)

    def first(self, *columns):
        return tuple(self.frame.agg(*columns).first())

    def compared(self, metric, value, condition=None):
        """(whether it holds, metrics, reason)"""
        wanted = condition or self.rule.condition
        if wanted is None:
            raise DqdlError(f"{self.rule.name} needs a condition, such as > 0")
        fine = holds(wanted, value)
        reason = None if fine else f"{metric.rpartition('.')[2]} is {value}"
        return fine, {metric: float(value)} if value is not None else {}, reason


def row_count(m):
    return m.compared("Dataset.*.RowCount", m.frame.count())


def column_count(m):
    return m.compared("Dataset.*.ColumnCount", len(m.frame.columns))


def column_exists(m):
    name = (m.rule.parameters or ("",))[0]
    there = name.lower() in {each.lower() for each in m.frame.columns}
    return there, {}, None if there else f"there is no column {name!r}"


def completeness(m):
    (name,) = m.names()
    filled, rows = m.first(F.count(F.col(quoted(name))), F.count(F.lit(1)))
    share = filled / rows if rows else 1.0
    condition = WHOLE if m.rule.name == "IsComplete" else None
    return m.compared(f"Column.{name}.Completeness", share, condition)


def _times(m, names):
    """(rows, distinct values, values that occur once), of rows without nulls in the columns."""
    keys = [F.col(quoted(name)) for name in names]
    groups = m.frame.dropna(subset=[quoted(name) for name in names]).groupBy(*keys).count()
    once = F.sum(F.when(F.col("count") == 1, 1).otherwise(0))
    found = groups.agg(F.sum("count"), F.count(F.lit(1)), once).first()
    return tuple(each or 0 for each in found)


def uniqueness(m):
    (name,) = m.names()
    rows, _distinct, once = _times(m, [name])
    condition = WHOLE if m.rule.name == "IsUnique" else None
    return m.compared(f"Column.{name}.Uniqueness", once / rows if rows else 1.0, condition)


def unique_value_ratio(m):
    (name,) = m.names()
    _rows, distinct, once = _times(m, [name])
    return m.compared(f"Column.{name}.UniqueValueRatio", once / distinct if distinct else 1.0)


def distinct_values(m):
    (name,) = m.names()
    return m.compared(f"Column.{name}.DistinctValuesCount", _times(m, [name])[1])


def primary_key(m):
    names = m.names()
    _rows, _distinct, once = _times(m, names)
    rows = m.frame.count()
    metric = f"{'Column' if len(names) == 1 else 'Multicolumn'}.{','.join(names)}.Uniqueness"
    return m.compared(metric, once / rows if rows else 1.0, WHOLE)


def _aggregate(function, metric):
    def measure(m):
        (name,) = m.names()
        (value,) = m.first(function(F.col(quoted(name)).cast("double")))
        return m.compared(f"Column.{name}.{metric}", value)

    return measure


def row_condition(rule, frame):
    """The condition of a rule on each row; None for a rule of the whole."""
    kinds = {field.name.lower(): field.dataType for field in frame.schema.fields}
    if not rule.parameters or rule.parameters[0].lower() not in kinds:
        return None
    column = F.col(quoted(rule.parameters[0]))
    kind = kinds[rule.parameters[0].lower()]
    found = None
    if rule.name == "IsComplete":
        found = column.isNotNull()
    elif rule.name == "ColumnValues" and rule.condition:
        found = of_values(column, rule.condition, kind)
    elif rule.name == "ColumnLength" and rule.condition:
        found = of_values(F.length(column), rule.condition, T.IntegerType())
    if found is None:
        return None
    return F.coalesce(found, F.lit(False))


def each_value(m):
    (name,) = m.names()
    fits = row_condition(m.rule, m.frame)
    if fits is None:
        raise DqdlError(f"{m.rule.name} needs a condition, such as > 0")
    fitting, rows = m.first(F.sum(F.when(fits, 1).otherwise(0)), F.count(F.lit(1)))
    share = (fitting or 0) / rows if rows else 1.0
    metric = f"Column.{name}.{m.rule.name}.Compliance"
    return m.compared(metric, share, m.rule.threshold or WHOLE)


def custom_sql(m):
    if not m.rule.parameters or m.rule.condition is None:
        raise UnsupportedError("CustomSql of DQDL without a condition on one number")
    m.frame.createOrReplaceTempView("primary")
    answer = m.frame.sparkSession.sql(m.rule.parameters[0]).first()
    value = None if answer is None or answer[0] is None else float(answer[0])
    return m.compared("Dataset.*.CustomSQL", value)


KINDS = {
    "ColumnCount": column_count,
    "ColumnExists": column_exists,
    "ColumnLength": each_value,
    "ColumnValues": each_value,
    "Completeness": completeness,
    "CustomSql": custom_sql,
    "DistinctValuesCount": distinct_values,
    "IsComplete": completeness,
    "IsPrimaryKey": primary_key,
    "IsUnique": uniqueness,
    "Mean": _aggregate(F.avg, "Mean"),
    "RowCount": row_count,
    "StandardDeviation": _aggregate(F.stddev_pop, "StandardDeviation"),
    "Sum": _aggregate(F.sum, "Sum"),
    "UniqueValueRatio": unique_value_ratio,
    "Uniqueness": uniqueness,
}


def measure(frame, rule):
    """(whether the rule holds, its metrics, why not). Raises UnsupportedError for its kind."""
    if rule.name not in KINDS:
        raise UnsupportedError(f"the rule {rule.name} of DQDL", f"use {', '.join(KINDS)}")
    try:
        return KINDS[rule.name](Measured(frame, rule))
    except DqdlError as error:
        return False, {}, str(error)
