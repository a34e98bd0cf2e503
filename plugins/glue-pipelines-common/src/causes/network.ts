import { CauseRule, documents } from './Cause';

/** Between the job and what it reads or writes. */
export const NETWORK: readonly CauseRule[] = [
  {
    id: 'no-endpoint',
    patterns: [
      /Could not find S3 endpoint or NAT gateway for subnetId: (subnet-\w+)/i,
      /VPC S3 endpoint validation failed for SubnetId: (subnet-\w+)/i,
    ],
    explain: ([, subnet]) => ({
      title: `From ${subnet} the job cannot reach S3.`,
      remedy:
        "Give the subnet's VPC a gateway endpoint for S3 in the subnet's route table, or a route to a NAT gateway.",
    }),
    documentation: documents.setup,
  },
  {
    id: 'security-group',
    patterns: [
      /(?:Inbound|Outbound) rule in security group required/i,
      /At least one security group must open all (?:ingress|egress) ports/i,
    ],
    explain: () => ({
      title:
        "The connection's security groups keep the job's workers from each other.",
      remedy:
        'Give one of them a rule that allows all ports from itself (inbound), and to itself (outbound).',
    }),
    documentation: documents.setup,
  },
  {
    id: 'no-address',
    patterns: [
      /(?:not have|has no|insufficient) (?:enough )?free (?:IP )?addresses/i,
    ],
    explain: () => ({
      title: 'The subnet has no address left for the job.',
      remedy:
        'Use a larger subnet or fewer workers: each worker takes one address.',
    }),
    documentation: documents.setup,
  },
  {
    id: 'certificate',
    patterns: [
      /SSLHandshakeException/,
      /PKIX path building failed/,
      /CERTIFICATE_VERIFY_FAILED/,
    ],
    explain: () => ({
      title: 'The job does not trust the certificate of the server.',
      remedy:
        "Give the connection the certificate of the server's authority (JDBC_ENFORCE_SSL, CUSTOM_JDBC_CERT), or use a server with a public one.",
    }),
  },
  {
    id: 'unreachable',
    patterns: [
      /Connect(?:ion)? to ([\w.-]+:\d+)[^\n]*(?:refused|timed out)/i,
      /Could not connect to the endpoint URL: "([^"]+)"/,
      /(?:connect timed out|Connection timed out|Connection refused|ConnectTimeout)/i,
    ],
    explain: ([, server]) => ({
      title: `The job cannot reach ${server ?? 'a server'}.`,
      remedy:
        "Refused: nothing listens there, so check host and port. Timed out: the way is closed, so check the connection's subnet, its routes or VPC endpoints, and that the server's security group lets the job's in.",
    }),
    documentation: documents.setup,
  },
];
