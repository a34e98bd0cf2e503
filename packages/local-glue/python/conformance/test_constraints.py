"""The tables by which local-glue checks requests say what botocore's service model says."""

import re

import pytest

from model_constraints import differences, same_pattern

#: Every known difference: where (a regular expression), what, and why it is right.
KNOWN = [
    (
        r"\.CodeGenConfigurationNodes\{value\}$",
        "any JSON here",
        "the visual editor's graph is kept and returned, and means nothing to a run",
    ),
    (
        r"\.CreateTableDefaultPermissions\[\]$",
        "any JSON here",
        "permissions of Lake Formation are kept and returned, and mean nothing here",
    ),
    (
        r"\.TableInput\.(FederatedTable|ViewDefinition)$",
        "any JSON here",
        "refused whatever it says: local-glue has neither federated tables nor such views",
    ),
    (
        r"\.(OpenTableFormatInput|UpdateOpenTableFormatInput)$",
        "any JSON here",
        "refused whatever it says: local-glue makes no Iceberg tables through the API",
    ),
    (
        r"\.AuthenticationConfiguration\.(Basic|Custom)AuthenticationCredentials$",
        "any JSON here",
        "write-only on AWS; never kept here",
    ),
    (
        r"\.AuthenticationConfiguration\.OAuth2Properties$",
        "any JSON here",
        "kept and returned: no connector here signs in by OAuth",
    ),
    (
        r"\.AuthenticationConfiguration\.KmsKeyArn$",
        "pattern ^$|^arn",
        "the same expression, anchored for JavaScript",
    ),
    (
        r"(\.ConnectionType|\.ConnectionProperties\{key\})$",
        "any value here, an enumeration",
        "the enumeration grows with every release of the SDK; a newer client's value is kept",
    ),
    (
        r"\.ConnectionInput\.ConnectionType$",
        "min 1 here",
        "the enumeration, which is not checked, has no empty value",
    ),
    (
        r"\.(MaxConcurrentRuns|NumberOfWorkers)$",
        "min 1 here, None",
        "AWS Glue API reference: 1 or no limit by default; a run needs at least one of them",
    ),
    (
        r"\.MaxRetries$",
        "max 10 here, None",
        "AWS Glue Developer Guide, 'Defining job properties': 'from 0 to 10' retries",
    ),
    (
        r"^PutTargets\.Targets\[\]\.",
        "any JSON here",
        "what other kinds of targets need is refused by name; a RetryPolicy is kept without effect",
    ),
    (
        r"\.SecretBinary$",
        "max 87384 here, 65536",
        "the same number of bytes in Base64",
    ),
    (
        r"^PutEvents\.EndpointId$",
        "pattern None here",
        "refused whatever it says: there are no global endpoints here",
    ),
    (
        r"^PutEvents\.Entries\[\]\.EventBusName$",
        "pattern ",
        "the names that every other operation allows, which also have a slash",
    ),
    (
        r"\.PartitionIndexes$",
        "max 3 here, None",
        "AWS Glue Developer Guide, 'Working with partition indexes': at most 3 a table",
    ),
    (
        r"\.S3Targets\[\]\.SampleSize$",
        "min 1 here, None",
        "AWS Glue API reference, S3Target: 'A valid value is an integer between 1 and 249.'",
    ),
    (
        r"\.S3Targets\[\]\.SampleSize$",
        "max 249 here, None",
        "AWS Glue API reference, S3Target: 'A valid value is an integer between 1 and 249.'",
    ),
]


@pytest.fixture(scope="session")
def found(supported, models):
    """The differences of each operation that has a table."""
    return {
        f"{service}:{operation['name']}": list(
            differences(
                operation["input"],
                models(service).operation_model(operation["name"]).input_shape,
                operation["name"],
            )
        )
        for service, operations in supported.items()
        for operation in operations
        if "input" in operation
    }


def test_every_operation_of_glue_has_a_table(supported):
    assert [each["name"] for each in supported["glue"] if "input" not in each] == []


def explains(known, path, difference):
    where, what, _why = known
    return re.search(where, path) and difference.startswith(what)


def test_every_difference_is_known(found):
    unknown = [
        f"{path}: {difference}"
        for each in found.values()
        for path, difference in each
        if not any(explains(known, path, difference) for known in KNOWN)
    ]
    assert not unknown, "\n".join(unknown)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known[0]} {known[1]}")
def test_every_known_difference_still_exists(found, known):
    assert any(explains(known, *each) for listed in found.values() for each in listed)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("^[a-z]+$", "[a-z]+", True),
        (
            r"^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\t]*$",
            r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*",
            True,
        ),
        (None, None, True),
        ("^[a-z]+$", None, False),
        ("^[a-z]+$", "[a-z]*", False),
    ],
)
def test_patterns_are_compared_by_what_they_say(ours, theirs, same):
    assert same_pattern(ours, theirs) is same
