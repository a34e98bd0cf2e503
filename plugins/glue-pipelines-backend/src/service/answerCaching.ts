import { createHash } from 'node:crypto';
import { RequestHandler } from 'express';
import { pathPattern } from './requestChecks';

/**
 * What browsers may keep of answers. Where the document has a 304 they may keep
 * them and ask whether they are still so: an answer has a tag of its content,
 * and to who has that one already Express says so instead. Everything else, such
 * as refusals and the data of tables, is kept nowhere.
 *
 * Whoever asks is authorized like anybody: the tag is made of the answer.
 */
export function answerCaching(paths: Record<string, object>): RequestHandler {
  const kept = Object.entries(paths)
    .filter(([, operations]) => hasNotModified(operations))
    .map(([path]) => pathPattern(path));
  return (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    if (isRead && kept.some(pattern => pattern.test(req.path))) {
      const json = res.json.bind(res);
      res.json = body => {
        if (res.statusCode === 200) {
          res.set('Cache-Control', 'private, no-cache');
          res.set('ETag', tagOf(body));
        }
        return json(body);
      };
    } else {
      // Express tags every answer, and would say that it is still so.
      delete req.headers['if-none-match'];
    }
    next();
  };
}

function hasNotModified({ get }: { get?: { responses: object } }): boolean {
  return get !== undefined && '304' in get.responses;
}

/** Weak, because when an answer was served makes no difference ("Weak versus strong", RFC 9110, 8.8.1). */
function tagOf({ servedAt: _, ...content }: { servedAt?: string }): string {
  const hash = createHash('sha256').update(JSON.stringify(content));
  return `W/"${hash.digest('base64url')}"`;
}
