import { Transform, TransformCallback } from 'node:stream';
import { AwsError } from '../../base/AwsError';

/** A chunk header or a trailer line longer than this is no such line. */
const maxLineBytes = 16 * 1024;

type State = 'header' | 'data' | 'data-end' | 'trailers' | 'done';

/**
 * Takes the framing off a body with the content encoding `aws-chunked`
 * (Amazon S3 API Reference, "Signature calculations: transferring a payload
 * in multiple chunks", signed and unsigned, with and without trailers).
 * Signatures are not checked: any credentials are accepted. Errors when the
 * body ends before its last chunk, so that a cut upload is never stored.
 */
export class AwsChunkedDecoder extends Transform {
  /** Names in lower case; complete once the stream has ended. */
  readonly trailers = new Map<string, string>();
  private state: State = 'header';
  private remaining = 0;
  private line: Buffer = Buffer.alloc(0);

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: TransformCallback,
  ): void {
    try {
      this.decode(chunk);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    // Some clients leave out the empty line that ends the trailers.
    if (this.state === 'trailers') {
      if (this.line.length > 0) this.readTrailer(this.line.toString('latin1'));
      this.state = 'done';
    }
    done(
      this.state === 'done'
        ? null
        : new AwsError(
            'IncompleteBody',
            'The body ended before its last aws-chunked chunk',
          ),
    );
  }

  private decode(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length && this.state !== 'done') {
      if (this.state === 'data') {
        const end = Math.min(chunk.length, offset + this.remaining);
        this.push(chunk.subarray(offset, end));
        this.remaining -= end - offset;
        offset = end;
        if (this.remaining === 0) this.state = 'data-end';
        continue;
      }
      const newline = chunk.indexOf(0x0a, offset);
      const end = newline === -1 ? chunk.length : newline + 1;
      this.line = Buffer.concat([this.line, chunk.subarray(offset, end)]);
      offset = end;
      if (this.line.length > maxLineBytes) throw malformed('a line too long');
      if (newline !== -1) {
        const line = this.line.toString('latin1').replace(/\r?\n$/, '');
        this.line = Buffer.alloc(0);
        this.readLine(line);
      }
    }
  }

  private readLine(line: string): void {
    if (this.state === 'header') {
      const size = /^([0-9a-fA-F]{1,13})(;.*)?$/.exec(line);
      if (!size) throw malformed('a chunk without a size');
      this.remaining = parseInt(size[1], 16);
      this.state = this.remaining === 0 ? 'trailers' : 'data';
    } else if (this.state === 'data-end') {
      if (line !== '') throw malformed('a chunk longer than its size');
      this.state = 'header';
    } else if (line === '') {
      this.state = 'done';
    } else {
      this.readTrailer(line);
    }
  }

  private readTrailer(line: string): void {
    const colon = line.indexOf(':');
    if (colon < 1) throw malformed('a trailer without a name');
    this.trailers.set(
      line.slice(0, colon).trim().toLowerCase(),
      line.slice(colon + 1).trim(),
    );
  }
}

function malformed(what: string): AwsError {
  return new AwsError(
    'InvalidRequest',
    `The body is not valid aws-chunked: it has ${what}`,
  );
}
