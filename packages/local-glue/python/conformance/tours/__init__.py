"""
The tours through the operations that local-glue supports, one function each.

A tour takes `Place`, calls operations in the order in which a user would, and asserts only what the
next step needs; that each answer is what botocore's model says is checked on every call. A new
operation needs one more call in the tour of its kind.
"""

from dataclasses import dataclass

from visits import Visitor

BUCKET = "tour"

ORDERS = "s3://tour/orders/"


@dataclass
class Place:
    """The clients of every service, and what earlier tours left for later ones."""

    events: Visitor
    glue: Visitor
    logs: Visitor
    redshift: Visitor
    redshift_data: Visitor
    redshift_serverless: Visitor
    s3: Visitor
    secretsmanager: Visitor
    sts: Visitor
    #: The id of a job run that wrote to its log.
    job_run_id: str = ""
