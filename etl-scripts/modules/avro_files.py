"""Whether files of Avro are whole: readers take one that is cut off within its rows for its end."""

from __future__ import annotations

from pyspark.sql import SparkSession

from rows import SourceFile
from source_files import SourceError

_MAGIC = b"Obj\x01"
_SYNC_BYTES = 16
# First what most headers take, then what very wide schemas do.
_HEADER_BYTES = (64 * 1024, 4 * 1024 * 1024)


class _Header:
    """The beginning of a file (Apache Avro specification, "Object Container Files").

    Raises IndexError where the bytes end before it does.
    """

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, len(_MAGIC)

    def _long(self) -> int:
        value = shift = 0
        while True:
            byte = self._content[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return (value >> 1) ^ -(value & 1)

    def sync(self) -> bytes:
        """What stands between the blocks of rows, and at the end."""
        while count := self._long():
            if count < 0:
                self._long()
            for _ in range(2 * abs(count)):
                length = self._long()
                self._at += length
        if self._at + _SYNC_BYTES > len(self._content):
            raise IndexError("the header has no end")
        return self._content[self._at : self._at + _SYNC_BYTES]


def require_whole(spark: SparkSession, file: SourceFile) -> None:
    """Raises SourceError for a file that ends within its rows."""
    jvm = spark._jvm
    path = jvm.org.apache.hadoop.fs.Path(file.uri)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    size = system.getFileStatus(path).getLen()

    def read(start: int, length: int) -> bytes:
        stream = system.open(path)
        try:
            stream.seek(start)
            return bytes(jvm.org.apache.commons.io.IOUtils.toByteArray(stream, length))
        finally:
            stream.close()

    sync = None
    for most in _HEADER_BYTES:
        try:
            sync = _Header(read(0, min(most, size))).sync()
            break
        except IndexError:
            continue
    if sync is None or read(size - _SYNC_BYTES, _SYNC_BYTES) != sync:
        raise SourceError(
            f"{file.origin} ends within its rows: write the file again, and wait until it is closed"
        )
