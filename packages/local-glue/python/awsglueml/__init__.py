"""Machine learning of AWS Glue: none of it is here, and each part says so by its name."""
