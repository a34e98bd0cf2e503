"""Random pipelines: what the language accepts runs on Spark to the rows that DuckDB has.

`making.py` makes them, `translation.py` says them once more in DuckDB's SQL,
`trial.py` compares. A seed makes the same pipeline on every machine.
"""
