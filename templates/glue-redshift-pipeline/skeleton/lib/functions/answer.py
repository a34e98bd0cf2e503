"""Tells CloudFormation what became of a custom resource, whatever happens."""

import json
import urllib.request


def answer(event, context, act):
    """`act` gets the request's event and returns the id of the resource; its error is the reason.

    Source: AWS CloudFormation User Guide, "Custom resource response objects".
    """
    told = {key: event[key] for key in ("StackId", "RequestId", "LogicalResourceId")}
    told["PhysicalResourceId"] = event.get("PhysicalResourceId", "none")
    try:
        told["PhysicalResourceId"] = act(event) or told["PhysicalResourceId"]
        told["Status"] = "SUCCESS"
    except Exception as error:
        told["Status"] = "FAILED"
        told["Reason"] = f"{error} (log {context.log_stream_name})"[:1000]
    body = json.dumps(told).encode()
    request = urllib.request.Request(event["ResponseURL"], body, {"content-type": ""}, method="PUT")
    urllib.request.urlopen(request)
