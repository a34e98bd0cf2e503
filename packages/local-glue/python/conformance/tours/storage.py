"""S3: buckets, objects, listings and multipart uploads."""

from tours import BUCKET, Place

HELLO = b"""
import sys
print("hello", sys.argv[1:])
"""

# The first run fails on purpose, so that there is a retry to look at.
FAIL_ONCE = b"""
import boto3, sys
s3 = boto3.client("s3")
if s3.list_objects_v2(Bucket="tour", Prefix="failed-once")["KeyCount"] == 0:
    s3.put_object(Bucket="tour", Key="failed-once")
    sys.exit("not yet")
"""

BOOKMARKED = b"""
import sys
from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(sys.argv, ["JOB_NAME"])
job = Job(GlueContext(SparkContext.getOrCreate()))
job.init(arguments["JOB_NAME"], arguments)
job.commit()
"""

SLEEP = b"""
import time
time.sleep(600)
"""

SCRIPTS = {
    "hello": HELLO,
    "sleep": SLEEP,
    "fail_once": FAIL_ONCE,
    "bookmarked": BOOKMARKED,
}

MEGABYTE = 1024 * 1024


def sources(place: Place) -> None:
    """Puts what later tours crawl and run."""
    s3 = place.s3
    s3("CreateBucket", Bucket=BUCKET)
    for day, rows in (("2026-01-01", "1,2.5"), ("2026-01-02", "2,3.5")):
        body = f"id,amount\n{rows}\n".encode()
        s3("PutObject", Bucket=BUCKET, Key=f"orders/day={day}/part.csv", Body=body)
    for name, body in SCRIPTS.items():
        s3("PutObject", Bucket=BUCKET, Key=f"scripts/{name}.py", Body=body)


def buckets(place: Place) -> None:
    s3 = place.s3
    s3("CreateBucket", Bucket="tour-objects")
    s3("CreateBucket", Bucket="tour-old")
    s3("HeadBucket", Bucket="tour-old")
    s3("GetBucketLocation", Bucket="tour-old")
    s3("GetBucketVersioning", Bucket="tour-old")
    found = s3.pages("ListBuckets", "Buckets", PaginationConfig={"PageSize": 2})
    assert {BUCKET, "tour-objects", "tour-old"} <= {bucket["Name"] for bucket in found}
    s3("DeleteBucket", Bucket="tour-old")
    s3.refused("HeadBucket", "404", Bucket="tour-old")


def objects(place: Place) -> None:
    s3 = place.s3
    key = "a folder/ä&b.txt"
    target = {"Bucket": "tour-objects", "Key": key}
    s3(
        "PutObject",
        **target,
        Body=b"content",
        ContentType="text/plain",
        CacheControl="no-cache",
        Metadata={"owner": "tour"},
        ChecksumAlgorithm="SHA256",
    )
    assert s3("GetObject", **target)["Body"].read() == b"content"
    part = s3("GetObject", **target, Range="bytes=1-3", ChecksumMode="ENABLED")
    assert part["Body"].read() == b"ont"
    s3("HeadObject", **target, ChecksumMode="ENABLED")
    s3("CopyObject", Bucket="tour-objects", Key="copy.txt", CopySource=target)
    s3("PutObject", Bucket="tour-objects", Key="z", Body=b"")
    for version in ("ListObjects", "ListObjectsV2"):
        found = s3.pages(
            version, "Contents", Bucket="tour-objects", PaginationConfig={"PageSize": 1}
        )
        assert [each["Key"] for each in found] == [key, "copy.txt", "z"]
        by_folder = s3(version, Bucket="tour-objects", Delimiter="/", EncodingType="url")
        assert len(by_folder["CommonPrefixes"]) == 1
    s3("ListObjectsV2", Bucket="tour-objects", FetchOwner=True, StartAfter="b")
    s3("DeleteObject", Bucket="tour-objects", Key="z")
    s3("DeleteObjects", Bucket="tour-objects", Delete={"Objects": [{"Key": "copy.txt"}]})
    s3.refused("GetObject", "NoSuchKey", Bucket="tour-objects", Key="z")


def multipart_uploads(place: Place) -> None:
    s3 = place.s3
    target = {"Bucket": "tour-objects", "Key": "large"}
    upload = {**target, "UploadId": s3("CreateMultipartUpload", **target)["UploadId"]}
    first = s3("UploadPart", **upload, PartNumber=1, Body=b"x" * 5 * MEGABYTE)
    copied = s3(
        "UploadPartCopy",
        **upload,
        PartNumber=2,
        CopySource={"Bucket": BUCKET, "Key": "scripts/hello.py"},
    )
    found = s3.pages("ListParts", "Parts", **upload, PaginationConfig={"PageSize": 1})
    assert [part["PartNumber"] for part in found] == [1, 2]
    s3(
        "CompleteMultipartUpload",
        **upload,
        MultipartUpload={
            "Parts": [
                {"PartNumber": 1, "ETag": first["ETag"]},
                {"PartNumber": 2, "ETag": copied["CopyPartResult"]["ETag"]},
            ]
        },
    )
    abandoned = s3("CreateMultipartUpload", **target)["UploadId"]
    s3("AbortMultipartUpload", **target, UploadId=abandoned)


TOURS = (sources, buckets, objects, multipart_uploads)
