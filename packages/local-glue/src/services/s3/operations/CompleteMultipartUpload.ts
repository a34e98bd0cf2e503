import {
  ChecksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
} from '../../../buckets/checksums/Checksum';
import {
  CompletedPart,
  MultipartUploads,
  readPartNumber,
} from '../../../buckets/MultipartUploads';
import { tellObjectCreated } from '../objectEvents';
import { receiveText } from '../receiveBody';
import { header, S3Operation } from '../S3Operation';
import { readS3Xml, writeS3Xml, XmlTree, xmlStructures, xmlText } from '../xml';

export const CompleteMultipartUpload: S3Operation = {
  name: 'CompleteMultipartUpload',
  async handle(request, context) {
    const { buckets, endpoint } = context;
    const { bucket, key, query } = request;
    const uploads = new MultipartUploads(buckets);
    const uploadId = query.get('uploadId') ?? '';
    const upload = await uploads.check(uploadId, bucket, key);
    // Here a checksum header speaks of the object, not of the request's body.
    const expected: Partial<Record<ChecksumAlgorithm, string>> = {};
    const headers = { ...request.headers };
    for (const algorithm of checksumAlgorithms) {
      const name = checksumHeader(algorithm);
      expected[algorithm] = header(request, name);
      delete headers[name];
    }
    const text = await receiveText({ ...request, headers }, buckets);
    const document = readS3Xml(text, 'CompleteMultipartUpload');
    const info = await uploads.complete(
      uploadId,
      upload,
      xmlStructures(document, 'Part').map(readPart),
      expected,
    );
    tellObjectCreated(request, context, info, 'CompleteMultipartUpload');
    return {
      status: 200,
      body: writeS3Xml('CompleteMultipartUploadResult', {
        Location: `${endpoint}/${bucket}/${encodeURI(key)}`,
        Bucket: bucket,
        Key: key,
        ETag: `"${info.etag}"`,
        ChecksumCRC32: info.checksums?.CRC32,
        ChecksumCRC32C: info.checksums?.CRC32C,
        ChecksumCRC64NVME: info.checksums?.CRC64NVME,
        ChecksumSHA1: info.checksums?.SHA1,
        ChecksumSHA256: info.checksums?.SHA256,
        ChecksumType: upload.checksumType,
      }),
    };
  },
};

function readPart(part: XmlTree): CompletedPart {
  const checksums: CompletedPart['checksums'] = {};
  for (const algorithm of checksumAlgorithms) {
    const value = xmlText(part, `Checksum${algorithm}`)?.trim();
    if (value) checksums[algorithm] = value;
  }
  return {
    partNumber: readPartNumber(xmlText(part, 'PartNumber')),
    etag: (xmlText(part, 'ETag') ?? '').trim().replace(/^"|"$/g, ''),
    checksums,
  };
}
