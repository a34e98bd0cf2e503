/** What is said where the badge of a pipeline is shared. */
export const badgeMessages = {
  open: 'Badge',
  title: 'Badge of {{workflow}}',
  alt: '{{workflow}}: state of the pipeline',
  explanation:
    'A badge shows the name of this workflow and how it is, in a README or a wiki. Whoever has its link sees it, signed in or not, until the link is revoked.',
  none: 'There is no link yet.',
  sharedBy: 'Shared by {{user}}, {{when}}.',
  markdown: 'Markdown for a README',
  address: 'Address of the image',
  share: 'Make a link',
  sharing: 'Making the link…',
  revoke: 'Revoke the link',
  revoking: 'Revoking…',
  notDone: 'That was not done. {{reason}}',
  revoked: 'The link shows nothing any more.',
  close: 'Close',
} as const;
