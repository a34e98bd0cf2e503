import { knownCauses } from '@glue-pipelines/backstage-plugin-common';
import { writeMarkdown } from './renderText';

/** What people see besides a run that failed for a known cause. */
const SYMPTOMS: [symptom: string, remedy: string][] = [
  [
    'A run that was due did not begin',
    'Look at the pipeline\'s page in the portal, below "A run that you expected did not start?". Mostly the schedule is paused, a run before it goes on, or the bucket of a source sends no events to EventBridge (see Operating).',
  ],
  [
    'A run succeeded, and the table has no new rows',
    'Look for the property "glue-pipelines.io/skipped" of the run: it found fewer new files than start.condition asks for. With incremental sources only what is new is read.',
  ],
  [
    'A run takes longer than it used to',
    'Compare rows and stages with runs before it in the portal. More rows need more workers (compute in pipeline.yaml); one slow task among many means that a few values of a key have most of the rows.',
  ],
  [
    'The rows are wrong',
    'A run that failed has changed nothing. Otherwise go back as Operating says, and add a rule to quality of pipeline.yaml that would have stopped it.',
  ],
  [
    'A deployment failed',
    'CloudFormation names the resource. A trigger that cannot be made because there is another start trigger: see Operating, "What starts it". An export that does not exist: the shared warehouse is not deployed in this account and region.',
  ],
];

const row = (...cells: string[]) =>
  `| ${cells.map(cell => writeMarkdown(cell)).join(' | ')} |`;

/** `docs/runbook.md`: what to do by what is seen, in the words of the portal. */
export function runbook(): string {
  return [
    '# Runbook',
    '',
    "A run that failed has loaded nothing, so that starting it again is safe. The pipeline's page in the portal names the cause of a failure, in the words below; what was not recognised it shows as it is.",
    '',
    '| you see | do |',
    '| --- | --- |',
    ...SYMPTOMS.map(([symptom, remedy]) => row(symptom, remedy)),
    '',
    '## Causes of failure',
    '',
    '`…` stands for what the message of the run names.',
    '',
    '| cause | do |',
    '| --- | --- |',
    ...knownCauses().map(({ title, remedy }) => row(title, remedy)),
    '',
  ].join('\n');
}
