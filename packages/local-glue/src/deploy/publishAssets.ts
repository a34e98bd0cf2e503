import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { BucketStore } from '../buckets/BucketStore';
import { FileAsset } from './CloudAssembly';
import { DeployEvent } from './events';

/**
 * Uploads the assets that are not there yet, making the asset bucket when it
 * is missing (it belongs to the CDK's bootstrap stack, which no app carries).
 * The keys of assets are hashes of their content: what is there is the same.
 */
export async function publishAssets(
  assets: readonly FileAsset[],
  pseudoParameters: Readonly<Record<string, string>>,
  buckets: BucketStore,
  report: (event: DeployEvent) => void,
): Promise<void> {
  const fill = (text: string) =>
    text.replace(
      /\$\{(AWS::[A-Za-z]+)\}/g,
      (placeholder, name) => pseudoParameters[name] ?? placeholder,
    );
  for (const asset of assets) {
    for (const destination of asset.destinations) {
      const bucketName = fill(destination.bucketName);
      const objectKey = fill(destination.objectKey);
      const location = `s3://${bucketName}/${objectKey}`;
      buckets.create(bucketName);
      if (await buckets.has(bucketName, objectKey)) {
        report({ type: 'asset', location, action: 'present' });
      } else {
        await buckets.put(bucketName, objectKey, await contentOf(asset));
        report({ type: 'asset', location, action: 'published' });
      }
    }
  }
}

async function contentOf({ path, packaging }: FileAsset): Promise<Readable> {
  return packaging === 'zip' ? zip(path) : createReadStream(path);
}

/** The folder as an archive; always the same bytes for the same files. */
async function zip(folder: string): Promise<Readable> {
  const archive = new ZipFile();
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    archive.addFile(file, file.slice(folder.length + 1).replaceAll('\\', '/'), {
      mtime: new Date('1980-01-01T00:00:00'),
    });
  }
  archive.end();
  return archive.outputStream.pipe(new PassThrough());
}
