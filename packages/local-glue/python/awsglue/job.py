"""A job's beginning and end. AWS Glue Developer Guide, "Job" among the PySpark extensions."""

from awsglue._bookmarks import Bookmarks
from awsglue._unsupported import instance_attribute, module_attribute


def __getattr__(name):
    return module_attribute(__name__, name)


class Job:
    """Marks a run for job bookmarks: sources that are read after ``init`` use them."""

    def __init__(self, glue_context):
        self._glue_context = glue_context
        self._initialized = False

    def init(self, job_name, args=None):
        self.job_name = job_name
        self.args = dict(args or {})
        self._glue_context._bookmarks = Bookmarks.of_run()
        self._initialized = True

    def isInitialized(self):
        return self._initialized

    def commit(self):
        """What has been read so far counts as read, once the run has succeeded.

        Without ``init`` nothing has been marked: Glue then commits nothing and goes on.
        """
        if not self._initialized:
            self._glue_context.get_logger().warn(
                "job.commit() commits nothing: job.init() was not called before it"
            )
            return
        bookmarks = self._glue_context._bookmarks
        if bookmarks:
            bookmarks.commit()

    def __getattr__(self, name):
        return instance_attribute("Job", name)
