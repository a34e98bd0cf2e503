"""DQDL, the language of rules. AWS Glue User Guide, "Data Quality Definition Language (DQDL)
reference"."""

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<blank>\s+|\#[^\n]*)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<number>-?\d+(?:\.\d+)?)"""
    r"""|(?P<word>[A-Za-z_]\w*)|(?P<sign><=|>=|!=|[=<>\[\](),])"""
)
OPERATORS = ("=", "!=", "<", "<=", ">", ">=")


class DqdlError(ValueError):
    """A ruleset that cannot be read; the message says where."""


@dataclass(frozen=True)
class Condition:
    """``operator`` is a comparison, between, in or matches; values are texts and numbers."""

    operator: str
    values: tuple
    negated: bool = False


@dataclass(frozen=True)
class Rule:
    name: str
    parameters: tuple
    condition: Condition | None
    where: str | None
    threshold: Condition | None
    text: str


@dataclass(frozen=True)
class Composite:
    """``operator`` is and, or."""

    operator: str
    rules: tuple
    text: str


def parse(ruleset):
    """The rules of ``Rules = [...]``, in order. Raises a DqdlError."""
    return _Parser(ruleset).ruleset()


class _Parser:
    def __init__(self, text):
        self.text = text
        self.tokens = []
        self.at = 0
        start = 0
        while start < len(text):
            found = TOKEN.match(text, start)
            if not found:
                raise DqdlError(f"DQDL: {text[start : start + 20]!r} cannot be read")
            if found.lastgroup != "blank":
                self.tokens.append((found.lastgroup, found[0], start, found.end()))
            start = found.end()

    def peek(self, *values):
        """The next token, if it is one of these."""
        token = self.tokens[self.at][1] if self.at < len(self.tokens) else None
        return token if token in values else None

    def kind(self):
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def take(self, *wanted):
        if self.at >= len(self.tokens):
            raise DqdlError(f"DQDL ends where {' or '.join(wanted) or 'more'} is expected")
        kind, value, start, _end = self.tokens[self.at]
        if wanted and value not in wanted and kind not in wanted:
            raise DqdlError(
                f"DQDL: {' or '.join(wanted)} is expected at {self.text[start : start + 20]!r}"
            )
        self.at += 1
        return _unquoted(value) if kind == "text" else value

    def ruleset(self):
        self.take("Rules")
        self.take("=")
        self.take("[")
        rules = [self.composite()]
        while self.peek(","):
            self.take(",")
            rules.append(self.composite())
        self.take("]")
        if self.at < len(self.tokens):
            self.take("the end")
        return rules

    def composite(self):
        start = self.at
        if not self.peek("("):
            return self.rule()
        rules = [self.inner()]
        operator = self.peek("and", "or")
        while self.peek("and", "or"):
            if self.take("and", "or") != operator:
                raise DqdlError("DQDL: and, or side by side need parentheses")
            rules.append(self.inner())
        if operator is None:
            return rules[0]
        return Composite(operator, tuple(rules), self.since(start))

    def inner(self):
        self.take("(")
        rule = self.composite()
        self.take(")")
        return rule

    def since(self, start):
        return self.text[self.tokens[start][2] : self.tokens[self.at - 1][3]]

    def rule(self):
        start = self.at
        name = self.take("word")
        parameters = []
        while self.kind() == "text" or (
            self.kind() == "word"
            and not self.peek("between", "in", "matches", "not", "where", "with", "and", "or")
        ):
            parameters.append(self.take("text", "word"))
        condition = self.condition()
        where = threshold = None
        while self.peek("where", "with"):
            if self.take("where", "with") == "where":
                where = self.take("text")
            else:
                self.take("threshold")
                threshold = self.condition()
        return Rule(name, tuple(parameters), condition, where, threshold, self.since(start))

    def condition(self):
        negated = bool(self.peek("not")) and bool(self.take("not"))
        if self.peek(*OPERATORS):
            return Condition(self.take(*OPERATORS), (self.value(),), negated)
        if self.peek("between"):
            self.take("between")
            low = self.value()
            self.take("and")
            return Condition("between", (low, self.value()), negated)
        if self.peek("in"):
            self.take("in")
            self.take("[")
            values = [self.value()]
            while self.peek(","):
                self.take(",")
                values.append(self.value())
            self.take("]")
            return Condition("in", tuple(values), negated)
        if self.peek("matches"):
            self.take("matches")
            return Condition("matches", (self.take("text"),), negated)
        if negated:
            self.take("between", "in", "matches")
        return None

    def value(self):
        if self.kind() == "number":
            text = self.take("number")
            return float(text) if "." in text else int(text)
        return self.take("text")


def _unquoted(text):
    return re.sub(r'\\(["\\])', r"\1", text[1:-1])
