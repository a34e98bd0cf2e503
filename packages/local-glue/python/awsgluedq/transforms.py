"""EvaluateDataQuality. AWS Glue Developer Guide, "EvaluateDataQuality class"; AWS Glue User
Guide, "Evaluating data quality with ETL jobs"."""

from functools import reduce
from operator import and_

from pyspark.sql import functions as F

from awsglue._unsupported import UnsupportedError, module_attribute, refuse_options
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection
from awsgluedq._dqdl import Composite, parse
from awsgluedq._rules import measure, row_condition

OUTCOMES = "Rule string, Outcome string, FailureReason string, EvaluatedMetrics map<string,double>"

# Where AWS shows results; there is no such place here.
PUBLISHING = {
    "dataQualityEvaluationContext",
    "enableDataQualityCloudWatchMetrics",
    "enableDataQualityResultsPublishing",
    "resultsS3Prefix",
}
HANDLING = {
    "performanceTuning.caching",
    "observations.scope",
    "rowLevelConfiguration.ruleWithFilter",
}


def __getattr__(name):
    return module_attribute(__name__, name)


class EvaluateDataQuality:
    @classmethod
    def apply(cls, frame, ruleset, publishing_options=None, **_):
        """A row for each rule: Rule, Outcome (Passed, Failed), FailureReason, EvaluatedMetrics."""
        refuse_options("EvaluateDataQuality", publishing_options, PUBLISHING)
        return DynamicFrame(_outcomes(frame.toDF(), parse(ruleset)), frame.glue_ctx, "ruleOutcomes")

    @classmethod
    def process_rows(
        cls,
        frame,
        ruleset,
        publishing_options=None,
        additional_options=None,
        additional_data_sources=None,
        **_,
    ):
        """A collection of ``ruleOutcomes``, as above, and of ``rowLevelOutcomes``.

        The latter are the rows with the rules that each passed, failed and was not asked of.
        """
        refuse_options("EvaluateDataQuality", publishing_options, PUBLISHING)
        refuse_options("EvaluateDataQuality.process_rows", additional_options, HANDLING)
        if additional_data_sources:
            raise UnsupportedError("additional_data_sources of EvaluateDataQuality")
        rows, rules = frame.toDF(), parse(ruleset)
        frames = {"ruleOutcomes": _outcomes(rows, rules), "rowLevelOutcomes": _rows(rows, rules)}
        return DynamicFrameCollection(
            {name: DynamicFrame(each, frame.glue_ctx, name) for name, each in frames.items()},
            frame.glue_ctx,
        )

    def __call__(self, *args, **kwargs):
        return self.apply(*args, **kwargs)


def _outcomes(frame, rules):
    rows = []
    for rule in rules:
        fine, metrics, reason = _evaluated(frame, rule)
        rows.append((rule.text, "Passed" if fine else "Failed", reason, metrics))
    return frame.sparkSession.createDataFrame(rows, OUTCOMES)


def _evaluated(frame, rule):
    if not isinstance(rule, Composite):
        return measure(frame, rule)
    parts = [_evaluated(frame, each) for each in rule.rules]
    fine = (all if rule.operator == "and" else any)(part[0] for part in parts)
    metrics = {name: value for part in parts for name, value in part[1].items()}
    reasons = "; ".join(part[2] for part in parts if part[2])
    return fine, metrics, None if fine else reasons


def _rows(frame, rules):
    passed, failed, skipped = [], [], []
    for rule in rules:
        condition = None if isinstance(rule, Composite) else row_condition(rule, frame)
        text = F.lit(rule.text)
        if condition is None:
            skipped.append(text)
            continue
        asked = F.expr(rule.where) if rule.where else F.lit(True)
        asked = F.coalesce(asked, F.lit(False))
        passed.append(F.when(asked & condition, text))
        failed.append(F.when(asked & ~condition, text))
        skipped.append(F.when(~asked, text))

    def listed(texts):
        return F.filter(F.array(*texts).cast("array<string>"), lambda text: text.isNotNull())

    none_failed = reduce(and_, [each.isNull() for each in failed], F.lit(True))
    return frame.select(
        "*",
        listed(passed).alias("DataQualityRulesPass"),
        listed(failed).alias("DataQualityRulesFail"),
        listed(skipped).alias("DataQualityRulesSkip"),
        F.when(none_failed, "Passed").otherwise("Failed").alias("DataQualityEvaluationResult"),
    )
