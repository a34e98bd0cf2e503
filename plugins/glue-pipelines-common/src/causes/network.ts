import { documents, KnownRule } from './Cause';

/** Between the job and what it reads or writes. */
export const NETWORK: readonly KnownRule[] = [
  {
    id: 'no-endpoint',
    patterns: [
      /Could not find S3 endpoint or NAT gateway for subnetId: (subnet-\w+)/i,
      /VPC S3 endpoint validation failed for SubnetId: (subnet-\w+)/i,
    ],
    explain: ([, subnet]) => ({ values: { subnet } }),
    documentation: documents.setup,
  },
  {
    id: 'security-group',
    patterns: [
      /(?:Inbound|Outbound) rule in security group required/i,
      /At least one security group must open all (?:ingress|egress) ports/i,
    ],
    documentation: documents.setup,
  },
  {
    id: 'no-address',
    patterns: [
      /(?:not have|has no|insufficient) (?:enough )?free (?:IP )?addresses/i,
    ],
    documentation: documents.setup,
  },
  {
    id: 'certificate',
    patterns: [
      /SSLHandshakeException/,
      /PKIX path building failed/,
      /CERTIFICATE_VERIFY_FAILED/,
    ],
  },
  {
    id: 'unreachable',
    patterns: [
      /Connect(?:ion)? to ([\w.-]+:\d+)[^\n]*(?:refused|timed out)/i,
      /Could not connect to the endpoint URL: "([^"]+)"/,
      /(?:connect timed out|Connection timed out|Connection refused|ConnectTimeout)/i,
    ],
    explain: ([, server]) =>
      server ? { title: 'unreachable-server', values: { server } } : {},
    documentation: documents.setup,
  },
];
