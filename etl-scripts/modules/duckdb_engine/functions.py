"""Functions of expressions that DuckDB computes as Spark does, by the types that they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from duckdb_engine.date_patterns import formatted, parsed
from duckdb_engine.kinds import BIGINT, BOOLEAN, DATE, DOUBLE, INT, STRING, TIMESTAMP, Kind, decimal
from duckdb_engine.operators import OPERATORS, chosen, compare, joined, tested
from duckdb_engine.spark_needed import SparkNeeded, text_of, unless
from duckdb_engine.typed import (
    Typed,
    as_one,
    bigint,
    cast,
    changed,
    integer,
    number,
    texts,
    whole,
    written,
)

Function = Callable[..., Typed]

# Characters whose upper and lower case are one character in both engines. Java makes two
# letters of some others, and looks at the letters around.
_SIMPLE_CASE = r"[\x00-\x{DE}\x{E0}-\x{FF}\x{3000}-\x{9FFF}\x{AC00}-\x{D7A3}]*"


def _text(sql: str) -> Function:
    """A text of texts."""
    return lambda *values: Typed(sql.format(*texts(*values)), STRING)


def _is(sql: str) -> Function:
    return lambda *values: Typed(sql.format(*texts(*values)), BOOLEAN)


def _size(sql: str) -> Function:
    return lambda *values: integer(sql.format(*texts(*values)))


def _case(name: str) -> Function:
    def made(value: Typed) -> Typed:
        [text] = texts(value)
        plain = f"{text} IS NULL OR regexp_full_match({text}, '{_SIMPLE_CASE}')"
        why = "letters whose case is not one letter for one"
        return Typed(unless(plain, f"{name}({text})", "VARCHAR", why), STRING)

    return made


def _part(name: str) -> Function:
    """`left` and `right`: so many characters, as a number that is written out."""

    def made(value: Typed, length: Typed) -> Typed:
        return Typed(f"{name}({texts(value)[0]}, {number(length)})", STRING)

    return made


def _substring(value: Typed, start: Typed, length: Typed | None = None) -> Typed:
    [text] = texts(value)
    end = "" if length is None else f", {number(length)}"
    return Typed(f"substring({text}, {number(start, 1)}{end})", STRING)


def _pad(name: str) -> Function:
    def made(value: Typed, length: Typed, padding: Typed | None = None) -> Typed:
        by = " " if padding is None else written(padding)
        return Typed(f"{name}({texts(value)[0]}, {number(length)}, {text_of(by)})", STRING)

    return made


def _repeat(value: Typed, times: Typed) -> Typed:
    return Typed(f"repeat({texts(value)[0]}, {number(times)})", STRING)


def _replace(value: Typed, search: Typed, by: Typed | None = None) -> Typed:
    put = "''" if by is None else texts(by)[0]
    return Typed(f"replace({texts(value)[0]}, {text_of(written(search))}, {put})", STRING)


def _instr(value: Typed, search: Typed) -> Typed:
    return integer(f"strpos({texts(value)[0]}, {text_of(written(search))})")


def _split_part(value: Typed, delimiter: Typed, part: Typed) -> Typed:
    by = text_of(written(delimiter))
    return Typed(f"split_part({texts(value)[0]}, {by}, {number(part, 1)})", STRING)


def _concat_ws(separator: Typed, *values: Typed) -> Typed:
    by = text_of(separator.written or "")
    if separator.written is None or separator.kind != STRING or not values:
        raise SparkNeeded("concat_ws with a separator that is computed, or of nothing")
    return Typed(f"concat_ws({by}, {', '.join(texts(*values))})", STRING)


def _sha2(value: Typed, bits: Typed) -> Typed:
    if number(bits) not in (0, 256):
        raise SparkNeeded("sha2 of other than 256 bits")
    return Typed(f"sha256({texts(value)[0]})", STRING)


def _of_time(sql: str, *kinds: Kind) -> Function:
    """A part of a day or a moment."""

    def made(value: Typed) -> Typed:
        if value.kind not in kinds:
            raise SparkNeeded(f"a part of time of {value.kind}")
        return integer(sql.format(value.sql))

    return made


def _of_day(sql: str) -> Function:
    return _of_time(sql, DATE, TIMESTAMP)


def _of_clock(sql: str) -> Function:
    return _of_time(sql, TIMESTAMP)


def _days(sign: str) -> Function:
    def made(day: Typed, days: Typed) -> Typed:
        start = changed(day, DATE)
        return Typed(f"CAST({start.sql} {sign} {whole(days)} AS DATE)", DATE)

    return made


def _day(value: Typed) -> str:
    if value.kind not in (DATE, TIMESTAMP):
        raise SparkNeeded(f"{value.kind} as a day")
    return changed(value, DATE).sql


def _add_months(day: Typed, months: Typed) -> Typed:
    return Typed(f"CAST({_day(day)} + to_months({whole(months)}) AS DATE)", DATE)


_UNITS = {
    "year": "year",
    "yyyy": "year",
    "yy": "year",
    "quarter": "quarter",
    "month": "month",
    "mon": "month",
    "mm": "month",
    "week": "week",
    "day": "day",
    "dd": "day",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
}


def _unit(value: Typed, most: str) -> str:
    unit = _UNITS.get(written(value).lower())
    order = list(dict.fromkeys(_UNITS.values()))
    if unit is None or order.index(unit) > order.index(most):
        raise SparkNeeded("a unit that DuckDB does not cut to")
    return text_of(unit)


def _trunc(day: Typed, unit: Typed) -> Typed:
    return Typed(f"CAST(date_trunc({_unit(unit, 'week')}, {_day(day)}) AS DATE)", DATE)


def _date_trunc(unit: Typed, value: Typed) -> Typed:
    start = changed(value, TIMESTAMP) if value.kind == DATE else value
    if start.kind != TIMESTAMP:
        raise SparkNeeded(f"date_trunc of {value.kind}")
    cut = f"date_trunc({_unit(unit, 'second')}, {start.sql})"
    return Typed(f"CAST({cut} AS TIMESTAMP)", TIMESTAMP)


def _to_date(value: Typed, pattern: Typed | None = None) -> Typed:
    return changed(value, DATE) if pattern is None else parsed(value, written(pattern), DATE)


def _to_timestamp(value: Typed, pattern: Typed | None = None) -> Typed:
    if pattern is None:
        return changed(value, TIMESTAMP)
    return parsed(value, written(pattern), TIMESTAMP)


def _abs(value: Typed) -> Typed:
    if not value.kind.is_number:
        raise SparkNeeded(f"abs of {value.kind}")
    return Typed(f"abs({value.sql})", value.kind)


def _rounded_to_whole(name: str) -> Function:
    def made(value: Typed) -> Typed:
        kind = value.kind
        if kind.name == "decimal":
            result = decimal(kind.precision - kind.scale + 1, 0)
            return Typed(f"CAST({name}({value.sql}) AS {result.sql})", result)
        if not kind.is_number:
            raise SparkNeeded(f"{name} of {kind}")
        return bigint(value.sql if kind.is_whole else f"{name}({value.sql})")

    return made


def _round(value: Typed, places: Typed | None = None) -> Typed:
    kind, to = value.kind, 0 if places is None else number(places)
    if kind.name != "decimal":
        raise SparkNeeded(f"round of {kind}")
    scale = min(to, kind.scale)
    result = decimal(kind.precision - kind.scale + 1 + scale, scale)
    return Typed(f"CAST(round({value.sql}, {to}) AS {result.sql})", result)


def _sqrt(value: Typed) -> Typed:
    root = changed(value, DOUBLE).sql
    return Typed(
        unless(f"{root} >= 0 OR {root} IS NULL", f"sqrt({root})", "DOUBLE", "a negative root"),
        DOUBLE,
    )


def _pmod(one: Typed, other: Typed) -> Typed:
    rest = OPERATORS["%"](one, other)
    by = cast(other, rest.kind)
    again = OPERATORS["%"](Typed(f"({rest.sql} + {by})", rest.kind), other)
    return Typed(f"CASE WHEN {rest.sql} < 0 THEN {again.sql} ELSE {rest.sql} END", rest.kind)


def _isnan(value: Typed) -> Typed:
    if value.kind != DOUBLE:
        raise SparkNeeded(f"isnan of {value.kind}")
    return Typed(f"coalesce(isnan({value.sql}), false)", BOOLEAN)


def _one_of(name: str) -> Function:
    def made(*values: Typed) -> Typed:
        found, kind = as_one(*values)
        return Typed(f"{name}({', '.join(found)})", kind)

    return made


def _nullif(one: Typed, other: Typed) -> Typed:
    same = compare("=", one, other)
    return Typed(f"CASE WHEN {same.sql} THEN NULL ELSE {one.sql} END", one.kind)


def _if(condition: Typed, value: Typed, other: Typed) -> Typed:
    return chosen([condition, value, other])


def _nvl2(value: Typed, there: Typed, missing: Typed) -> Typed:
    return _if(Typed(f"({value.sql} IS NOT NULL)", BOOLEAN), there, missing)


def _try_divide(one: Typed, other: Typed) -> Typed:
    if not (one.kind.is_whole and other.kind.is_whole):
        raise SparkNeeded("try_divide of other than whole numbers")
    above, below = (f"CAST({value.sql} AS DOUBLE)" for value in (one, other))
    return Typed(f"CASE WHEN {below} <> 0 THEN {above} / {below} END", DOUBLE)


def _named_cast(kind: Kind) -> Function:
    return lambda value: changed(value, kind)


def _unix_seconds(value: Typed) -> Typed:
    if value.kind != TIMESTAMP:
        raise SparkNeeded(f"unix_seconds of {value.kind}")
    return bigint(f"floor(epoch_us({value.sql}) / 1000000)")


_FUNCTIONS: Mapping[str, Function] = {
    # Values of any type.
    "coalesce": _one_of("coalesce"),
    "equal_null": lambda one, other: compare("<=>", one, other),
    "greatest": _one_of("greatest"),
    "if": _if,
    "ifnull": _one_of("coalesce"),
    "isnotnull": lambda value: Typed(f"({value.sql} IS NOT NULL)", BOOLEAN),
    "isnull": lambda value: tested(value, "NULL"),
    "least": _one_of("least"),
    "nullif": _nullif,
    "nvl": _one_of("coalesce"),
    "nvl2": _nvl2,
    # Types.
    "bigint": _named_cast(BIGINT),
    "boolean": _named_cast(BOOLEAN),
    "date": _named_cast(DATE),
    "double": _named_cast(DOUBLE),
    "int": _named_cast(INT),
    "string": _named_cast(STRING),
    "timestamp": _named_cast(TIMESTAMP),
    # Numbers.
    "abs": _abs,
    "ceil": _rounded_to_whole("ceil"),
    "ceiling": _rounded_to_whole("ceil"),
    "floor": _rounded_to_whole("floor"),
    "isnan": _isnan,
    "mod": OPERATORS["%"],
    "negative": OPERATORS["negative"],
    "pmod": _pmod,
    "positive": OPERATORS["positive"],
    "round": _round,
    "sqrt": _sqrt,
    "try_divide": _try_divide,
    # Texts.
    "btrim": _text("trim({0}, ' ')"),
    "char_length": _size("length({0})"),
    "character_length": _size("length({0})"),
    "concat": joined,
    "concat_ws": _concat_ws,
    "contains": _is("contains({0}, {1})"),
    "endswith": _is("suffix({0}, {1})"),
    "instr": _instr,
    "lcase": _case("lower"),
    "left": _part("left"),
    "len": _size("length({0})"),
    "length": _size("length({0})"),
    "lower": _case("lower"),
    "lpad": _pad("lpad"),
    "ltrim": _text("ltrim({0}, ' ')"),
    "md5": _text("md5({0})"),
    "octet_length": _size("strlen({0})"),
    "repeat": _repeat,
    "replace": _replace,
    "right": _part("right"),
    "rpad": _pad("rpad"),
    "rtrim": _text("rtrim({0}, ' ')"),
    "sha": _text("sha1({0})"),
    "sha1": _text("sha1({0})"),
    "sha2": _sha2,
    "split_part": _split_part,
    "startswith": _is("starts_with({0}, {1})"),
    "substr": _substring,
    "substring": _substring,
    "trim": _text("trim({0}, ' ')"),
    "ucase": _case("upper"),
    "upper": _case("upper"),
    # Days and moments.
    "add_months": _add_months,
    "date_add": _days("+"),
    "date_diff": lambda end, start: integer(f"date_diff('day', {_day(start)}, {_day(end)})"),
    "date_format": lambda value, pattern: formatted(value, written(pattern)),
    "date_sub": _days("-"),
    "date_trunc": _date_trunc,
    "datediff": lambda end, start: integer(f"date_diff('day', {_day(start)}, {_day(end)})"),
    "day": _of_day("day({0})"),
    "dayofmonth": _of_day("day({0})"),
    "dayofweek": _of_day("dayofweek({0}) + 1"),
    "dayofyear": _of_day("dayofyear({0})"),
    "hour": _of_clock("hour({0})"),
    "last_day": lambda value: Typed(f"CAST(last_day({_day(value)}) AS DATE)", DATE),
    "minute": _of_clock("minute({0})"),
    "month": _of_day("month({0})"),
    "quarter": _of_day("quarter({0})"),
    "second": _of_clock("second({0})"),
    "to_date": _to_date,
    "to_timestamp": _to_timestamp,
    "trunc": _trunc,
    "unix_seconds": _unix_seconds,
    "weekday": _of_day("isodow({0}) - 1"),
    "weekofyear": _of_day("weekofyear({0})"),
    "year": _of_day("year({0})"),
}


def called(name: str, given: list[Typed]) -> Typed:
    """A function of values. Raises SparkNeeded for one that DuckDB does not have alike."""
    function = _FUNCTIONS.get(name)
    if function is None:
        raise SparkNeeded(f"the function {name}()")
    try:
        return function(*given)
    except TypeError as error:
        raise SparkNeeded(f"the function {name}() of {len(given)} values") from error


FUNCTION_NAMES = frozenset(_FUNCTIONS)
