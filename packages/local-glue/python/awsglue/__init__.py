"""The parts of AWS Glue's ``awsglue`` module that local-glue has.

Written from the public documentation (AWS Glue Developer Guide, "Programming
AWS Glue ETL scripts in PySpark"). What is missing raises an error that names it.
"""

from awsglue._unsupported import module_attribute


def __getattr__(name):
    return module_attribute(__name__, name)
