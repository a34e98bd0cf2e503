import { documents, KnownRule } from './Cause';

/** Who may do what, and with which secret. */
export const ACCESS: readonly KnownRule[] = [
  {
    id: 'role-not-assumable',
    patterns: [
      /should be given assume role permissions for (?:the AWS )?Glue/i,
      /Unable to assume role/i,
    ],
    documentation: documents.setup,
  },
  {
    id: 'lake-formation',
    patterns: [
      /Insufficient Lake Formation permission\(s\)(?::)? (?:Required \S+ )?on ([\w.-]+)/i,
      /Insufficient Lake Formation permission/i,
    ],
    explain: ([, what]) =>
      what ? { values: { what } } : { title: 'lake-formation-catalog' },
  },
  {
    id: 'access-denied',
    patterns: [
      /is not authorized to perform: ([\w*:]+) on (?:the )?resource(?:: ?"?([^\s"]+))?/,
      /when calling the (\w+) operation: Access Denied/,
      /AccessDeniedException: (s3[an]?:\/\/[^\s:]+)/,
      /Error Code: (AccessDenied)\b/,
      /\b(AccessDenied)(?:Exception)?\b/,
      /S3.*(?:status code|Status Code): 403/i,
    ],
    explain: ([, subject = '', resource]) => {
      const isPath = subject.includes('://');
      const place = isPath ? subject : resource;
      const values = { call: subject, ...(place && { place }) };
      if (isPath || /^(AccessDenied|)$/.test(subject)) {
        return {
          title: place ? 'access-denied-place' : 'access-denied',
          values,
        };
      }
      return {
        title: place ? 'access-denied-call-place' : 'access-denied-call',
        // A call of an SDK is no action of a policy.
        ...(/^[\w*-]+:[\w*]+$/.test(subject) && {
          remedy: 'access-denied-action' as const,
        }),
        values,
      };
    },
    documentation: documents.setup,
  },
  {
    id: 'credentials-expired',
    patterns: [/ExpiredToken(?:Exception)?/, /security token .* expired/i],
    documentation: documents.setup,
  },
  {
    id: 'secret',
    patterns: [
      /can't find the specified secret/i,
      /password authentication failed for user "?([\w.-]+)/i,
    ],
    explain: ([, user]) =>
      user ? { title: 'secret-refused', values: { user } } : {},
  },
  {
    id: 'database-permission',
    patterns: [
      /permission denied for (?:schema|relation|table|database|function) "?([\w.]+)/i,
      /must be owner of (?:table|relation|schema) "?([\w.]+)/i,
    ],
    explain: ([, what]) => ({ values: { what } }),
  },
];
