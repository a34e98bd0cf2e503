"""Runs a pipeline on DuckDB where its rows are those that Spark would have.

What is not known to mean the same on both raises SparkNeeded, before anything
is written that a load would find: the job then leaves the run to Spark. So
this engine refuses no row and judges no error by itself.
"""
