import type {
  GetClassifierRequest,
  GetClassifierResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { classifierOutput } from '../outputs/classifier';
import { glueStore } from '../store/GlueStore';
import { byName } from '../validation/common';

export const GetClassifier = glueOperation<
  GetClassifierRequest,
  GetClassifierResponse
>({
  name: 'GetClassifier',
  input: byName,
  handle({ Name }, context) {
    const classifier = glueStore(context).classifiers.get(Name);
    if (!classifier) throw entityNotFound('Classifier', Name);
    return { Classifier: classifierOutput(classifier) };
  },
});
