/** What is said of the differences between runs. */
export const changesMessages = {
  sinceSuccess: 'What changed since the last success',
  sinceOther: 'What else is different',
  comparedWith: 'Compared with the run of {{when}}.',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  unknown: 'What could not be compared',
  /** How much is different, from the last run that succeeded or from another that was chosen. */
  summary: {
    none: 'No run before this one succeeded, as far as the portal knows',
    fromSuccess_one:
      '{{count}} thing is different from the last run that succeeded',
    fromSuccess_other:
      '{{count}} things are different from the last run that succeeded',
    fromOther_one: '{{count}} thing is different from the other run',
    fromOther_other: '{{count}} things are different from the other run',
    nothingFromSuccess:
      'Nothing that the portal knows of is different from the last run that succeeded: look at the data and at what the jobs call',
    nothingFromOther:
      'Nothing that the portal knows of is different from the other run: look at the data and at what the jobs call',
    nothingComparable: 'Nothing of what can be compared is different',
  },
  unknowns: {
    nodes: {
      this: 'What the jobs and crawlers of this run did is not known',
      other: 'What the jobs and crawlers of the other run did is not known',
    },
    definitions: {
      this: 'How the jobs of this run were defined is not known: {{reason}}',
      other:
        'How the jobs of the other run were defined is not known: {{reason}}',
    },
    notLookedAt: 'it was read before the portal looked at that',
    jobs: 'How these jobs were defined in one of the runs is not known, because they were changed or deleted before the portal looked: {{jobs}}',
    'under-way': 'A run goes on: more may become different',
  },
  what: '{{kind}} {{field}}',
  whatOfNode: '{{node}}: {{kind}} {{field}}',
  isDifferent: '{{what}} is different',
  isNew: '{{what}} is new: {{after}}',
  isGone: '{{what}} is gone, was {{before}}',
  isOther: '{{what}} was {{before}}, is {{after}}',
  kinds: {
    code: 'code',
    argument: 'argument',
    property: 'run property',
    access: 'access',
    structure: 'workflow',
    capacity: 'capacity',
    duration: 'duration',
    rows: 'rows',
  },
} as const;
