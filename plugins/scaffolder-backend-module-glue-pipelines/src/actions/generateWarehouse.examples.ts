import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A warehouse for the pipelines of a team',
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the warehouse',
          action: 'glue-pipelines:generate:warehouse',
          input: {
            warehouse: {
              name: 'analytics',
              description: 'What all teams report on',
              owner: 'group:default/data-platform',
              capacity: { base: 16, max: 64 },
            },
          },
        },
      ],
    }),
  },
];
