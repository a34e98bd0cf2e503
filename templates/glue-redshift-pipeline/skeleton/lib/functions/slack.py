"""Posts what a topic is told to a channel of Slack, by the webhook that a secret holds."""

import json
import os
import urllib.request

import boto3


def words(message):
    """A message as people read it: of an alarm its description and its state."""
    try:
        alarm = json.loads(message)
        return f"{alarm['NewStateValue']}: {alarm['AlarmDescription']}"
    except (ValueError, KeyError, TypeError):
        return message


def handler(event, _context):
    secrets = boto3.client("secretsmanager")
    url = secrets.get_secret_value(SecretId=os.environ["SECRET"])["SecretString"].strip()
    # What is no HTTPS would be read by others, and the URL is the password.
    if not url.startswith("https://"):
        raise ValueError(f"The secret {os.environ['SECRET']} holds no URL that begins with https://")
    for record in event["Records"]:
        body = json.dumps({"text": words(record["Sns"]["Message"])}).encode()
        request = urllib.request.Request(url, body, {"content-type": "application/json"})
        urllib.request.urlopen(request, timeout=10)
