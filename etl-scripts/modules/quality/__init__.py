"""Whether the result of a pipeline is what `quality` of `pipeline.yaml` wants.

Rules whose rows are set aside are judged first, row by row, before the result
is written: what is left of it is the result. All others are judged by what was
written, together in one pass. What was found is kept as
`quality/<table>/<time>.json` of the data bucket, by which the next runs tell
how the number of rows changes.
"""
