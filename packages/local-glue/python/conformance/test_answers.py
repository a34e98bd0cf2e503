"""The check of answers sees what is wrong with them."""

import json

import pytest

import answers


@pytest.mark.parametrize(
    ("service", "operation", "answer", "deviation"),
    [
        ("glue", "ListJobs", {"JobNames": ["a"]}, None),
        ("glue", "ListJobs", {"Names": ["a"]}, "ListJobs.Names: ListJobsResponse has no such"),
        ("glue", "ListJobs", {"JobNames": None}, "ListJobs.JobNames: null instead of absent"),
        ("glue", "ListJobs", {"JobNames": "a"}, "ListJobs.JobNames: 'a' is no list"),
        ("glue", "ListJobs", {"JobNames": [1]}, "ListJobs.JobNames[0]: 1 is no string"),
        ("glue", "ListJobs", {"JobNames": [""]}, "ListJobs.JobNames[0]: a length of 0"),
        ("glue", "ListJobs", {"JobNames": ["a\nb"]}, "does not match"),
        ("glue", "GetDatabase", {"Database": {}}, "GetDatabase.Database.Name: required, and"),
        (
            "glue",
            "GetCrawler",
            {"Crawler": {"State": "HAPPY"}},
            "GetCrawler.Crawler.State: 'HAPPY' is none of",
        ),
        (
            "glue",
            "GetCrawler",
            {"Crawler": {"CreationTime": "2026-01-01T00:00:00Z"}},
            "is no timestamp in seconds",
        ),
        ("glue", "GetCrawler", {"Crawler": {"Version": True}}, "True is no long"),
        ("glue", "GetTags", {"Tags": {"": "x"}}, "GetTags.Tags key: a length of 0"),
        (
            "redshift-data",
            "GetStatementResult",
            {"Records": [[{"longValue": 1, "isNull": True}]]},
            "a union with the members",
        ),
        (
            "redshift-serverless",
            "GetNamespace",
            {"namespace": {"creationDate": 1.5}},
            "is no timestamp in ISO 8601",
        ),
        ("secretsmanager", "GetSecretValue", {"SecretBinary": "*"}, "is no Base64"),
    ],
)
def test_json(models, service, operation, answer, deviation):
    model = models(service).operation_model(operation)
    found = answers.deviations(model, 200, {}, json.dumps(answer).encode())
    expect(found, deviation)


@pytest.mark.parametrize(
    ("result", "deviation"),
    [
        ("<Clusters><Cluster><NumberOfNodes>2</NumberOfNodes></Cluster></Clusters>", None),
        ("<Clusters><member/></Clusters>", "the element is member, not Cluster"),
        ("<Clusters><Cluster><Size>2</Size></Cluster></Clusters>", "Cluster has no such member"),
        (
            "<Clusters><Cluster><NumberOfNodes>two</NumberOfNodes></Cluster></Clusters>",
            "'two' is no integer",
        ),
        (
            "<Clusters><Cluster><Encrypted>yes</Encrypted></Cluster></Clusters>",
            "'yes' is no boolean",
        ),
    ],
)
def test_query(models, result, deviation):
    model = models("redshift").operation_model("DescribeClusters")
    body = (
        "<DescribeClustersResponse><ResponseMetadata/><DescribeClustersResult>"
        f"{result}</DescribeClustersResult></DescribeClustersResponse>"
    )
    expect(answers.deviations(model, 200, {}, body.encode()), deviation)


@pytest.mark.parametrize(
    ("root", "headers", "content", "deviation"),
    [
        ("ListBucketResult", {}, "<Contents><Size>1</Size></Contents><Contents/>", None),
        ("ListBucketResult", {}, "<Name>a</Name><Name>b</Name>", "ListObjectsV2.Name: 2 times"),
        ("ListBucketResult", {}, "<Names/>", "ListObjectsV2.Names: "),
        ("ListBucketResult", {"X-Amz-New": "1"}, "", "the header x-amz-new is not in the model"),
        (
            "ListBucketResult",
            {},
            "<Contents><StorageClass>BEST</StorageClass></Contents>",
            "'BEST' is none of",
        ),
    ],
)
def test_rest_xml(models, root, headers, content, deviation):
    model = models("s3").operation_model("ListObjectsV2")
    body = f"<{root}>{content}</{root}>"
    expect(answers.deviations(model, 200, headers, body.encode()), deviation)


def expect(found: list[str], deviation: str | None) -> None:
    if deviation is None:
        assert found == []
    else:
        assert len(found) == 1
        assert deviation in found[0]
