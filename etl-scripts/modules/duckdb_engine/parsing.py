"""Takes an expression of Spark SQL apart, by the grammar that the language has.

What the language refused was never deployed: so this reads what it accepts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Union

from duckdb_engine.spark_needed import SparkNeeded


class Column(NamedTuple):
    name: str


class Literal(NamedTuple):
    """`kind` is `string`, `number`, `date`, `timestamp` or `word` (NULL, TRUE, FALSE)."""

    kind: str
    text: str


class Call(NamedTuple):
    """An operator or a function, by its name in lower case, and what it is given."""

    name: str
    arguments: tuple[Node, ...]
    # Of a cast the type; of an interval its unit; of LIKE and IS whether it is negated.
    detail: str = ""


Node = Union[Column, Literal, Call]

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<quoted>`(?:``|[^`])*`)
    |(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?:BD|[LSYDF])?(?!\w))
    |(?P<name>[^\W\d]\w*)
    |(?P<symbol><=>|<>|<=|>=|==|!=|\|\||[-+*/%=<>!~&|^(),])
    |(?P<end>$)
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "n": "\n", "t": "\t", "r": "\r"}

_COMPARISONS = {
    "=": "=",
    "==": "=",
    "<=>": "<=>",
    "<>": "<>",
    "!=": "<>",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
}
_BINARY = (("|",), ("^",), ("&",), ("||", "+", "-"), ("*", "/", "%", "DIV"))


class _Token(NamedTuple):
    kind: str
    text: str


def _unescaped(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        if found[1] not in _ESCAPES:
            raise SparkNeeded(f"a text with the escape \\{found[1]}")
        return _ESCAPES[found[1]]

    return re.sub(r"\\(.)", one, text, flags=re.DOTALL)


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while not found or found[-1].kind != "end":
        match = _TOKEN.match(text, at)
        if match is None:
            raise SparkNeeded("an expression with other words than DuckDB is given")
        kind = str(match.lastgroup)
        inner = match[kind]
        if kind == "string":
            inner = _unescaped(inner[1:-1])
        elif kind == "quoted":
            inner = inner[1:-1].replace("``", "`")
        found.append(_Token(kind, inner))
        at = match.end()
    return found


class _Reader:
    """One method a rule of the grammar, from the loosest operator to the tightest."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _word(self, ahead: int = 0) -> str:
        token = self._tokens[min(self._at + ahead, len(self._tokens) - 1)]
        return token.text.upper() if token.kind in ("name", "symbol") else ""

    def _accept(self, *words: str) -> str:
        word = self._word()
        if word and word in words:
            self._at += 1
            return word
        return ""

    def _expect(self, word: str) -> None:
        if not self._accept(word):
            raise SparkNeeded(f"an expression without {word} where DuckDB is to find it")

    def whole(self) -> Node:
        node = self._expression()
        if self._next.kind != "end":
            raise SparkNeeded(f"an expression that goes on with {self._next.text}")
        return node

    def _expression(self) -> Node:
        node = self._conjunction()
        while self._accept("OR"):
            node = Call("or", (node, self._conjunction()))
        return node

    def _conjunction(self) -> Node:
        node = self._negation()
        while self._accept("AND"):
            node = Call("and", (node, self._negation()))
        return node

    def _negation(self) -> Node:
        if self._accept("NOT", "!"):
            return Call("not", (self._negation(),))
        return self._predicate()

    def _predicate(self) -> Node:
        node = self._binary(0)
        while True:
            comparison = self._accept(*_COMPARISONS)
            if comparison:
                node = Call(_COMPARISONS[comparison], (node, self._binary(0)))
            elif self._accept("IS"):
                node = self._property(node)
            elif self._word() in ("NOT", "IN", "BETWEEN", "LIKE", "ILIKE", "RLIKE", "REGEXP"):
                negated = bool(self._accept("NOT"))
                node = self._membership(node)
                node = Call("not", (node,)) if negated else node
            else:
                return node

    def _property(self, node: Node) -> Node:
        negated = bool(self._accept("NOT"))
        if self._accept("DISTINCT"):
            self._expect("FROM")
            same = Call("<=>", (node, self._binary(0)))
            return same if negated else Call("not", (same,))
        word = self._accept("NULL", "TRUE", "FALSE", "UNKNOWN")
        found = Call("is", (node,), word)
        return Call("not", (found,)) if negated else found

    def _membership(self, node: Node) -> Node:
        if self._accept("IN"):
            self._expect("(")
            return Call("in", (node, *self._list()))
        if self._accept("BETWEEN"):
            low = self._binary(0)
            self._expect("AND")
            return Call("between", (node, low, self._binary(0)))
        name = {"REGEXP": "rlike"}.get(self._word(), self._word().lower())
        self._at += 1
        found = Call(name, (node, self._binary(0)))
        if self._accept("ESCAPE"):
            raise SparkNeeded("ESCAPE in LIKE")
        return found

    def _binary(self, level: int) -> Node:
        if level == len(_BINARY):
            return self._unary()
        node = self._binary(level + 1)
        while True:
            operator = self._accept(*_BINARY[level])
            if not operator:
                return node
            node = Call(operator.lower(), (node, self._binary(level + 1)))

    def _unary(self) -> Node:
        sign = self._accept("-", "+", "~")
        if not sign:
            return self._primary()
        node = self._unary()
        if sign == "-" and isinstance(node, Literal) and node.kind == "number":
            # Part of the number, which has the digits that it would have without.
            if node.text.startswith("-") or node.text.upper().rstrip("L") in _BEYOND:
                raise SparkNeeded("a number that only its sign lets fit")
            return Literal("number", f"-{node.text}")
        return Call({"-": "negative", "+": "positive", "~": "~"}[sign], (node,))

    def _list(self) -> tuple[Node, ...]:
        nodes = [self._expression()]
        while self._accept(","):
            nodes.append(self._expression())
        self._expect(")")
        return tuple(nodes)

    def _primary(self) -> Node:
        kind, text = self._next
        if self._accept("("):
            node = self._expression()
            self._expect(")")
            return node
        self._at += 1
        if kind in ("string", "number"):
            return Literal(kind, text)
        if kind == "quoted":
            return Column(text)
        return self._named(text)

    def _named(self, text: str) -> Node:
        word, behind = text.upper(), self._next
        if word in ("NULL", "TRUE", "FALSE"):
            return Literal("word", word)
        if word == "CASE":
            return self._choice()
        if word == "INTERVAL":
            return self._interval()
        if word in ("DATE", "TIMESTAMP") and behind.kind == "string":
            self._at += 1
            return Literal(word.lower(), behind.text)
        if not self._accept("("):
            return Column(text)
        if word in ("CAST", "TRY_CAST"):
            node = self._expression()
            self._expect("AS")
            return Call(word.lower(), (node,), self._type())
        if word == "EXTRACT":
            field = self._next.text.lower()
            self._at += 1
            self._expect("FROM")
            return Call("extract", self._list(), field)
        return Call(text.lower(), () if self._accept(")") else self._list())

    def _choice(self) -> Node:
        """As `case` of conditions and values in turn, and the value for all others."""
        subject = None if self._word() == "WHEN" else self._expression()
        parts: list[Node] = []
        while self._accept("WHEN"):
            condition = self._expression()
            self._expect("THEN")
            whole = condition if subject is None else Call("=", (subject, condition))
            parts += [whole, self._expression()]
        parts.append(self._expression() if self._accept("ELSE") else Literal("word", "NULL"))
        self._expect("END")
        return Call("case", tuple(parts))

    def _interval(self) -> Node:
        sign = self._accept("-", "+")
        number, unit = self._next.text, self._tokens[self._at + 1].text
        self._at += 2
        text = f"-{number}" if sign == "-" else number
        return Call("interval", (Literal("number", text),), unit.lower().rstrip("s"))

    def _type(self) -> str:
        """A type as one word, `decimal(10,2)`, and the parenthesis that closes the cast."""
        words = [self._next.text.lower()]
        self._at += 1
        if self._accept("("):
            words.append("(")
            while not self._accept(")"):
                words.append(self._next.text)
                self._at += 1
            words.append(")")
        self._expect(")")
        return "".join(words)


# What is too large by one for a type until its sign is known.
_BEYOND = ("2147483648", "9223372036854775808")


def parse(text: str) -> Node:
    """The tree of an expression. Raises SparkNeeded where this reads it no further."""
    return _Reader(_tokens(text)).whole()
