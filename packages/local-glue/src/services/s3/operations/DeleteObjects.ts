import { AwsError } from '../../../base/AwsError';
import { tellObjectDeleted } from '../objectEvents';
import { receiveText } from '../receiveBody';
import { S3Operation } from '../S3Operation';
import {
  readS3Xml,
  writeS3Xml,
  XmlMembers,
  xmlStructures,
  xmlText,
} from '../xml';

export const DeleteObjects: S3Operation = {
  name: 'DeleteObjects',
  async handle(request, context) {
    const { bucket } = request;
    const { buckets } = context;
    buckets.check(bucket);
    const text = await receiveText(request, buckets);
    const document = readS3Xml(text, 'Delete');
    const keys = xmlStructures(document, 'Object').map(object =>
      xmlText(object, 'Key'),
    );
    if (keys.length === 0 || keys.length > 1000 || keys.includes(undefined)) {
      throw new AwsError(
        'MalformedXML',
        'DeleteObjects takes 1 to 1000 objects, each with a Key',
      );
    }
    const deleted: XmlMembers[] = [];
    const errors: XmlMembers[] = [];
    for (const key of keys as string[]) {
      try {
        const wasThere = await buckets.delete(bucket, key);
        if (wasThere) tellObjectDeleted(request, context, key);
        deleted.push({ Key: key });
      } catch (error) {
        // One key that cannot be deleted does not keep the others.
        if (!(error instanceof AwsError)) throw error;
        errors.push({ Key: key, Code: error.code, Message: error.message });
      }
    }
    const isQuiet = xmlText(document, 'Quiet')?.trim() === 'true';
    return {
      status: 200,
      body: writeS3Xml('DeleteResult', {
        Deleted: isQuiet ? [] : deleted,
        Error: errors,
      }),
    };
  },
};
