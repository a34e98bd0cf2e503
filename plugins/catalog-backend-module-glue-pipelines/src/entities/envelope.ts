import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import { Place } from '../config';

/** The type of the location from which discovered entities come. */
export const LOCATION_TYPE = 'glue-pipelines-discovery';

/** Ends the names of a place's entities. */
export function placeSuffix({ accountId, region }: Place) {
  return `${accountId}-${region}`;
}

/** What every discovered entity has; its location says that it was not written by hand. */
export function envelope(kind: 'Component' | 'Resource', target: string) {
  const location = `${LOCATION_TYPE}:${target}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    annotations: {
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
    },
  };
}
