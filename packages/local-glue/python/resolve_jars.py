"""Does nothing: spark-submit resolves its --packages before it runs a script."""
