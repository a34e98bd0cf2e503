"""A job's beginning and end. AWS Glue Developer Guide, "Job" among the PySpark extensions."""

from awsglue._unsupported import instance_attribute, module_attribute


def __getattr__(name):
    return module_attribute(__name__, name)


class Job:
    """Marks a run for job bookmarks.

    Runs with bookmarks are refused before they start, so there is nothing to
    record here.
    """

    def __init__(self, glue_context):
        self._glue_context = glue_context
        self._initialized = False

    def init(self, job_name, args=None):
        self.job_name = job_name
        self.args = dict(args or {})
        self._initialized = True

    def isInitialized(self):
        return self._initialized

    def commit(self):
        if not self._initialized:
            raise RuntimeError("job.commit() was called before job.init()")

    def __getattr__(self, name):
        return instance_attribute("Job", name)
