import { createHash } from 'node:crypto';
import { RequestHandler } from 'express';

/**
 * Lets browsers keep answers and ask whether they are still so: an answer has
 * a tag of its content, and where the browser has that one already it is told
 * so (304, by Express) instead of the content. Whoever asks is authorized like
 * anybody: the tag is made of the answer. A route that sets `Cache-Control`
 * itself is left alone.
 */
export const tagAnswers: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    const json = res.json.bind(res);
    res.json = body => {
      if (res.statusCode === 200 && !res.get('Cache-Control')) {
        res.set('ETag', tagOf(body));
        res.set('Cache-Control', 'private, no-cache');
      }
      return json(body);
    };
  }
  next();
};

/** Weak, because when an answer was served makes no difference ("Weak versus strong", RFC 9110, 8.8.1). */
function tagOf({ servedAt: _, ...content }: { servedAt?: string }): string {
  const hash = createHash('sha256').update(JSON.stringify(content));
  return `W/"${hash.digest('base64url')}"`;
}
