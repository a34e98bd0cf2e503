import type {
  GetClassifierRequest,
  GetClassifierResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { classifierOutput } from '../outputs/classifier';
import { byName } from '../validation/common';

export const GetClassifier = glueOperation<
  GetClassifierRequest,
  GetClassifierResponse
>({
  name: 'GetClassifier',
  input: byName,
  handle({ Name }, context) {
    const classifier = context.store.classifiers.get(Name);
    if (!classifier) throw entityNotFound('Classifier', Name);
    return { Classifier: classifierOutput(classifier) };
  },
});
