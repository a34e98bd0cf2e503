"""AWS Glue Data Quality in jobs."""
