import pytest

from awsglue.dynamicframe import DynamicFrame
from awsgluedq._dqdl import Condition, DqdlError, parse
from awsgluedq.transforms import EvaluateDataQuality


@pytest.fixture(scope="module")
def orders(spark, glue_context):
    rows = [(1, "FRA", 2.0, "2024-01-02"), (2, "USA", 4.0, "2024-01-03"), (2, None, 9.0, None)]
    frame = spark.createDataFrame(rows, "id int, code string, price double, day string")
    return DynamicFrame(frame.selectExpr("id", "code", "price", "date(day) day"), glue_context)


# Rules as the pipelines of this project write them, and further ones of the User Guide.
CASES = [
    ("RowCount >= 1", True, {"Dataset.*.RowCount": 3.0}),
    ("(RowCount >= 1) and (RowCount <= 2)", False, {"Dataset.*.RowCount": 3.0}),
    ("(RowCount > 5) or ((IsComplete \"id\") and (ColumnCount = 4))", True,
     {"Dataset.*.RowCount": 3.0, "Column.id.Completeness": 1.0, "Dataset.*.ColumnCount": 4.0}),
    ("RowCount between 2 and 4", True, {"Dataset.*.RowCount": 3.0}),
    ("RowCount between 3 and 4", False, {"Dataset.*.RowCount": 3.0}),
    ('IsComplete "code"', False, {"Column.code.Completeness": 2 / 3}),
    ('Completeness "code" >= 0.6', True, {"Column.code.Completeness": 2 / 3}),
    ('IsUnique "id"', False, {"Column.id.Uniqueness": 1 / 3}),
    ('IsUnique "code"', True, {"Column.code.Uniqueness": 1.0}),
    ('Uniqueness "id" > 0.3', True, {"Column.id.Uniqueness": 1 / 3}),
    ('UniqueValueRatio "id" = 0.5', True, {"Column.id.UniqueValueRatio": 0.5}),
    ('DistinctValuesCount "id" = 2', True, {"Column.id.DistinctValuesCount": 2.0}),
    ('IsPrimaryKey "code"', False, {"Column.code.Uniqueness": 2 / 3}),
    ('IsPrimaryKey "id" "price"', True, {"Multicolumn.id,price.Uniqueness": 1.0}),
    ('ColumnExists "day"', True, {}),
    ('ColumnExists "night"', False, {}),
    ('ColumnValues "price" >= 0', True, {"Column.price.ColumnValues.Compliance": 1.0}),
    ('ColumnValues "code" in ["USA", "FRA"]', False,
     {"Column.code.ColumnValues.Compliance": 2 / 3}),
    ('ColumnValues "code" in ["USA", "FRA"] where "code is not null"', True,
     {"Column.code.ColumnValues.Compliance": 1.0}),
    ('ColumnValues "code" in ["USA"] with threshold > 0.3', True,
     {"Column.code.ColumnValues.Compliance": 1 / 3}),
    ('ColumnValues "id" not in [3, 4]', True, {"Column.id.ColumnValues.Compliance": 1.0}),
    ('ColumnValues "code" matches "[A-Z]{3}" where "code is not null"', True,
     {"Column.code.ColumnValues.Compliance": 1.0}),
    ('ColumnValues "code" matches "[A-Z]" where "code is not null"', False,
     {"Column.code.ColumnValues.Compliance": 0.0}),
    ('ColumnValues "day" <= "2024-01-02" where "day is not null"', False,
     {"Column.day.ColumnValues.Compliance": 0.5}),
    ('ColumnLength "code" = 3 where "code is not null"', True,
     {"Column.code.ColumnLength.Compliance": 1.0}),
    ('Mean "price" between 4 and 6', True, {"Column.price.Mean": 5.0}),
    ('Sum "id" = 5', True, {"Column.id.Sum": 5.0}),
    ('CustomSql "select count(*) from primary where not coalesce((price > 3), false)" = 0', False,
     {"Dataset.*.CustomSQL": 1.0}),
    ('CustomSql "select max(price) from primary" <= 48', True, {"Dataset.*.CustomSQL": 9.0}),
]  # fmt: skip


def test_each_rule_has_its_outcome(orders):
    ruleset = "Rules = [\n  " + ",\n  ".join(rule for rule, _fine, _metrics in CASES) + "\n]"
    found = EvaluateDataQuality.apply(
        frame=orders,
        ruleset=ruleset,
        publishing_options={"enableDataQualityResultsPublishing": True},
    ).toDF()
    assert found.schema.simpleString() == (
        "struct<Rule:string,Outcome:string,FailureReason:string,"
        "EvaluatedMetrics:map<string,double>>"
    )
    rows = found.collect()
    assert [row.Rule for row in rows] == [rule for rule, _fine, _metrics in CASES]
    for row, (rule, fine, metrics) in zip(rows, CASES, strict=True):
        assert (rule, row.Outcome) == (rule, "Passed" if fine else "Failed")
        assert row.EvaluatedMetrics == pytest.approx(metrics), rule
        assert (row.FailureReason is None) == fine


def test_a_missing_column_fails_its_rule(orders):
    (row,) = EvaluateDataQuality.apply(orders, 'Rules = [IsComplete "night"]').toDF().collect()
    assert row.Outcome == "Failed"
    assert row.FailureReason.startswith("there is no column 'night'")


def test_rows_tell_their_rules(orders):
    complete, price = 'IsComplete "code"', 'ColumnValues "price" > 3 where "id = 2"'
    outcomes = EvaluateDataQuality().process_rows(
        frame=orders,
        ruleset=f"Rules = [{complete}, {price}, RowCount > 0]",
        additional_options={"performanceTuning.caching": "CACHE_NOTHING"},
    )
    assert list(outcomes.keys()) == ["ruleOutcomes", "rowLevelOutcomes"]
    rows = outcomes["rowLevelOutcomes"].toDF().orderBy("price").collect()
    assert [
        (r.DataQualityRulesPass, r.DataQualityRulesFail, r.DataQualityRulesSkip) for r in rows
    ] == [
        ([complete], [], [price, "RowCount > 0"]),
        ([complete, price], [], ["RowCount > 0"]),
        ([price], [complete], ["RowCount > 0"]),
    ]
    results = [row.DataQualityEvaluationResult for row in rows]
    assert results == ["Passed", "Passed", "Failed"]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ('Entropy "x" > 1', "the rule Entropy of DQDL"),
        ('CustomSql "select id from primary"', "CustomSql of DQDL without a condition"),
    ],
)
def test_rules_that_it_lacks_are_named(orders, rule, message):
    with pytest.raises(NotImplementedError, match=message):
        EvaluateDataQuality.apply(orders, f"Rules = [{rule}]")


def test_options_that_it_lacks_are_named(orders):
    with pytest.raises(NotImplementedError, match="additional_data_sources"):
        EvaluateDataQuality.process_rows(
            orders, "Rules = [RowCount > 0]", additional_data_sources={"other": orders}
        )


def test_parses_a_rule():
    (rule,) = parse('# of orders\nRules = [ColumnValues "a b" not between -1.5 and 2]')
    assert (rule.name, rule.parameters) == ("ColumnValues", ("a b",))
    assert rule.condition == Condition("between", (-1.5, 2), True)


@pytest.mark.parametrize(
    ("ruleset", "message"),
    [
        ("", "ends where Rules is expected"),
        ("Rules = [RowCount > 1", "ends where"),
        ("Rules = [RowCount > 1] Analyzers = []", "the end is expected at 'Analyzers"),
        ("Rules = [RowCount > ;]", "';]' cannot be read"),
        ("Rules = [(A) and (B) or (C)]", "need parentheses"),
    ],
)
def test_what_is_no_ruleset_is_named(ruleset, message):
    with pytest.raises(DqdlError, match=message):
        parse(ruleset)
