import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Which buckets tell EventBridge of their objects. A file beside the
 * attributes of the bucket's objects, so that it goes when the bucket does.
 */
export class BucketNotifications {
  constructor(private readonly root: string) {}

  isEventBridgeEnabled(bucket: string): boolean {
    return existsSync(this.path(bucket));
  }

  async setEventBridgeEnabled(bucket: string, value: boolean): Promise<void> {
    if (!value) {
      await rm(this.path(bucket), { force: true });
      return;
    }
    const temporary = `${this.path(bucket)}.${randomUUID()}`;
    await mkdir(join(this.root, bucket), { recursive: true });
    await writeFile(temporary, '{}');
    await rename(temporary, this.path(bucket));
  }

  private path(bucket: string): string {
    return join(this.root, bucket, 'event-bridge.json');
  }
}
