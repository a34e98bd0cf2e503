import { causeTexts } from '@glue-pipelines/backstage-plugin-common';

/** What is said of why something failed: in English what the back end says, too. */
export const causesMessages = causeTexts;
