import type {
  GetClassifierRequest,
  GetClassifierResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { byName } from '../validation/common';

export const GetClassifier = glueOperation<
  GetClassifierRequest,
  GetClassifierResponse
>({
  name: 'GetClassifier',
  input: byName,
  handle({ Name }, context) {
    const CsvClassifier = glueStore(context).classifiers.get(Name);
    if (!CsvClassifier) throw entityNotFound('Classifier', Name);
    return { Classifier: { CsvClassifier } };
  },
});
