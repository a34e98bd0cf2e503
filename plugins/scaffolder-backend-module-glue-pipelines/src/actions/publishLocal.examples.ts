import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Publishes a generated pipeline on the machine of the portal',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish on this machine',
          action: 'glue-pipelines:publish:local',
          input: {
            name: '${{ steps.generate.output.name }}',
            description: '${{ steps.generate.output.description }}',
            entityRef: '${{ steps.generate.output.entityRef }}',
            cdkOut: '${{ steps.generate.output.cdkOut }}',
          },
        },
      ],
    }),
  },
];
