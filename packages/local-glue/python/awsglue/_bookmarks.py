"""Job bookmarks for files. AWS Glue Developer Guide, "Tracking processed data using job
bookmarks" and "Using job bookmarks".

The server gives the state that the run starts from, and stores what ``job.commit()`` writes
when the run has succeeded. What has been read under a ``transformation_ctx`` is

    {"timestamp": T, "files": [...], "maxBand": B}

in milliseconds since 1970: everything that was last modified before T - B, and of what was
modified between T - B and T the named files. A file that is modified after T is read again.
"""

import json
import os
import time
from dataclasses import dataclass, field

# Connection options of S3 sources, with Glue's defaults ("Connection types and options for ETL").
MAX_BAND = 900_000
MAX_FILES_IN_BAND = 1000


@dataclass(frozen=True)
class SourceFile:
    path: str
    # Milliseconds since 1970.
    modified: int


@dataclass
class Bookmarks:
    commits: bool
    states: dict
    until: dict | None = None
    # The states of this run's sources, which a commit stores.
    reached: dict = field(default_factory=dict)

    @classmethod
    def of_run(cls):
        """None where the job runs without bookmarks."""
        path = os.environ.get("LOCAL_GLUE_BOOKMARK")
        if not path:
            return None
        with open(path, encoding="utf-8") as file:
            given = json.load(file)
        return cls(given["commits"], given["states"], given.get("until"))

    def choose(self, context, files, options, now=None):
        """The files that are to be read under a ``transformation_ctx``."""
        band = int(options.get("maxBand") or MAX_BAND)
        limit = int(options.get("maxFilesInBand") or MAX_FILES_IN_BAND)
        was_read = reads_of(self.states.get(context))
        if self.until is not None:
            counts = reads_of(self.until.get(context))
            return [file for file in files if counts(file) and not was_read(file)]
        moment = int(time.time() * 1000) if now is None else now
        # What was written this very moment may still be written to: the next run takes it.
        settled = [file for file in files if file.modified <= moment]
        recent = [file for file in settled if file.modified > moment - band]
        recent.sort(key=lambda file: (not was_read(file), file.modified, file.path))
        # Beyond the limit a file waits for the next run, which can still tell that it is new.
        kept = {file.path for file in recent[:limit]}
        waiting = {file.path for file in recent[limit:]}
        self.reached[context] = {"timestamp": moment, "files": sorted(kept), "maxBand": band}
        return [file for file in settled if file.path not in waiting and not was_read(file)]

    def commit(self):
        """Writes the new states where the server finds them when the run has ended well."""
        if not self.commits:
            return
        path = os.environ["LOCAL_GLUE_BOOKMARK_COMMIT"]
        with open(f"{path}.partial", "w", encoding="utf-8") as file:
            json.dump({"states": {**self.states, **self.reached}}, file)
        os.replace(f"{path}.partial", path)


def reads_of(state):
    """Tells of a file whether it had been read in that state."""
    if state is None:
        return lambda file: False
    named = frozenset(state["files"])
    moment = state["timestamp"]
    certain = moment - state["maxBand"]
    return lambda file: file.modified <= certain or (file.modified <= moment and file.path in named)


class BookmarkedSource:
    """One read under a ``transformation_ctx``: which of the files it finds are new."""

    def __init__(self, bookmarks, context, options):
        self._bookmarks, self._context = bookmarks, context
        self._options = dict(options or {})

    def new_files(self, spark, paths, recurse=False):
        """The paths of the files below ``paths`` that are to be read, for a DataFrameReader."""
        return self.new_files_of(spark, [(paths, recurse)])[0]

    def new_files_of(self, spark, groups):
        """The same for several groups of paths, which share one state."""
        found = [list_files(spark, paths, recurse) for paths, recurse in groups]
        files = [file for group in found for file in group]
        chosen = {file.path for file in self._bookmarks.choose(self._context, files, self._options)}
        return [[as_glob(file.path) for file in group if file.path in chosen] for group in found]


def list_files(spark, paths, recurse):
    """The files that Spark would read, with the times of their last change."""
    # A format that needs no look into the files.
    read = spark.read.format("binaryFile").option("recursiveFileLookup", recurse)
    jvm, configuration = spark._jvm, spark._jsc.hadoopConfiguration()
    names = {}
    for uri in read.load(list(paths)).inputFiles():
        path = jvm.org.apache.hadoop.fs.Path(jvm.java.net.URI(uri))
        names.setdefault(path.getParent().toString(), (path.getParent(), set()))[1].add(
            path.getName()
        )
    files = []
    for parent, wanted in names.values():
        for status in parent.getFileSystem(configuration).listStatus(parent):
            path = status.getPath()
            if path.getName() in wanted:
                files.append(SourceFile(path.toString(), status.getModificationTime()))
    return files


def as_glob(path):
    """A path that Hadoop's patterns match as it is."""
    return "".join(f"\\{character}" if character in "{}[]*?\\" else character for character in path)
