import { CauseRule, documents } from './Cause';

/** Who may do what, and with which secret. */
export const ACCESS: readonly CauseRule[] = [
  {
    id: 'role-not-assumable',
    patterns: [
      /should be given assume role permissions for (?:the AWS )?Glue/i,
      /Unable to assume role/i,
    ],
    explain: () => ({
      title: "AWS Glue may not take the job's role.",
      remedy:
        'Let the role trust glue.amazonaws.com, and give whoever deploys the job iam:PassRole for it.',
    }),
    documentation: documents.setup,
  },
  {
    id: 'lake-formation',
    patterns: [
      /Insufficient Lake Formation permission\(s\)(?::)? (?:Required \S+ )?on ([\w.-]+)/i,
      /Insufficient Lake Formation permission/i,
    ],
    explain: ([, what]) => ({
      title: `Lake Formation does not let the job use ${what ?? 'a table or database of the catalog'}.`,
      remedy:
        "Grant the job's role the permission in Lake Formation (SELECT and DESCRIBE to read, INSERT and ALTER to write), beside those that IAM gives it.",
    }),
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
      const isAction = /^[\w*-]+:[\w*]+$/.test(subject);
      const isPath = subject.includes('://');
      const call =
        /^(AccessDenied|)$/.test(subject) || isPath ? 'access' : subject;
      const place = isPath ? subject : resource;
      return {
        title: `AWS denied the job ${call}${place ? ` on ${place}` : ''}.`,
        remedy: `Allow ${
          isAction ? subject : 'it'
        } in the policy of the job's role. A resource of another account or a KMS key must allow the role, too; a policy of the organization or of a VPC endpoint can also deny.`,
      };
    },
    documentation: documents.setup,
  },
  {
    id: 'credentials-expired',
    patterns: [/ExpiredToken(?:Exception)?/, /security token .* expired/i],
    explain: () => ({
      title: 'The credentials of the job expired while it ran.',
      remedy:
        'Make clients anew in long loops instead of keeping one, or cut the run into shorter ones.',
    }),
    documentation: documents.setup,
  },
  {
    id: 'secret',
    patterns: [
      /can't find the specified secret/i,
      /password authentication failed for user "?([\w.-]+)/i,
    ],
    explain: ([, user]) => ({
      title: user
        ? `The database refused the password of ${user}.`
        : 'The secret with the password does not exist.',
      remedy:
        'The secret was rotated, renamed or deleted: check the name in the connection or the job arguments, and that rotation changes the database as well.',
    }),
  },
  {
    id: 'database-permission',
    patterns: [
      /permission denied for (?:schema|relation|table|database|function) "?([\w.]+)/i,
      /must be owner of (?:table|relation|schema) "?([\w.]+)/i,
    ],
    explain: ([, what]) => ({
      title: `The database user of the job may not use ${what}.`,
      remedy: `Grant it the right in the warehouse, or let it own ${what}.`,
    }),
  },
];
