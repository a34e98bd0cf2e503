import type {
  DeleteClassifierRequest,
  DeleteClassifierResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

/** Crawlers that name it fail from here on, and say why. */
export const DeleteClassifier = glueOperation<
  DeleteClassifierRequest,
  DeleteClassifierResponse
>({
  name: 'DeleteClassifier',
  input: byName,
  handle({ Name }, context) {
    if (!context.store.classifiers.delete(Name)) {
      throw entityNotFound('Classifier', Name);
    }
    return {};
  },
});
