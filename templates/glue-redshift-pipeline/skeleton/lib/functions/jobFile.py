"""Copies a file of a job to the bucket of its pipeline, while a stack is deployed."""

import boto3
from answer import answer


def copy(s3, wanted):
    """Copies it under the name that it is to have. Another name is another resource."""
    source = {"Bucket": wanted["From"], "Key": wanted["FromKey"]}
    s3.copy_object(Bucket=wanted["Bucket"], Key=wanted["Key"], CopySource=source)
    return f"{wanted['Bucket']}/{wanted['Key']}"


def remove(s3, wanted):
    """Removes it. A bucket that somebody has deleted has no file."""
    try:
        s3.delete_object(Bucket=wanted["Bucket"], Key=wanted["Key"])
    except s3.exceptions.NoSuchBucket:
        pass


def handler(event, context):
    act = remove if event["RequestType"] == "Delete" else copy
    answer(event, context, lambda told: act(boto3.client("s3"), told["ResourceProperties"]))
