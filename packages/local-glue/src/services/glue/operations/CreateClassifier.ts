import type {
  CreateClassifierRequest,
  CreateClassifierResponse,
} from '@aws-sdk/client-glue';
import { checkClassifier, requestedClassifier } from '../classifierRules';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { newClassifier } from '../validation/classifiers';

export const CreateClassifier = glueOperation<
  CreateClassifierRequest,
  CreateClassifierResponse
>({
  name: 'CreateClassifier',
  input: newClassifier,
  handle(input, context) {
    const { store } = context;
    const now = new Date();
    const classifier = {
      ...requestedClassifier(input),
      CreationTime: now,
      LastUpdated: now,
      Version: 1,
    };
    checkClassifier(classifier);
    store.transaction(() => {
      const { Name } = classifier;
      if (store.classifiers.get(Name)) throw alreadyExists('Classifier', Name);
      store.classifiers.put(classifier);
    });
    return {};
  },
});
