"""Secrets Manager and STS."""

from tours import Place


def secrets(place: Place) -> None:
    secrets = place.secretsmanager
    tags = [{"Key": "team", "Value": "data"}]
    secrets("CreateSecret", Name="tour/admin", SecretString="one", Description="d", Tags=tags)
    secrets("CreateSecret", Name="tour/bytes", SecretBinary=b"\x00\xff")
    secrets("PutSecretValue", SecretId="tour/admin", SecretString="two")
    secrets("UpdateSecret", SecretId="tour/admin", Description="Changed")
    assert secrets("GetSecretValue", SecretId="tour/admin")["SecretString"] == "two"
    assert secrets("GetSecretValue", SecretId="tour/bytes")["SecretBinary"] == b"\x00\xff"
    secrets("GetSecretValue", SecretId="tour/admin", VersionStage="AWSPREVIOUS")
    secrets("DescribeSecret", SecretId="tour/admin")
    found = secrets.pages("ListSecrets", "SecretList", PaginationConfig={"PageSize": 1})
    assert [each["Name"] for each in found] == ["tour/admin", "tour/bytes"]
    secrets("DeleteSecret", SecretId="tour/bytes", RecoveryWindowInDays=7)
    secrets("DescribeSecret", SecretId="tour/bytes")


def caller(place: Place) -> None:
    assert place.sts("GetCallerIdentity")["Account"] == "000000000000"


TOURS = (secrets, caller)
