import type {
  UpdateClassifierRequest,
  UpdateClassifierResponse,
} from '@aws-sdk/client-glue';
import { checkClassifier, requestedClassifier } from '../classifierRules';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { changedClassifier } from '../validation/classifiers';

/** Members that are not given stay as they are. */
export const UpdateClassifier = glueOperation<
  UpdateClassifierRequest,
  UpdateClassifierResponse
>({
  name: 'UpdateClassifier',
  input: changedClassifier,
  handle(input, context) {
    const store = glueStore(context);
    const changes = requestedClassifier(input);
    store.transaction(() => {
      const classifier = store.classifiers.get(changes.Name);
      if (!classifier) throw entityNotFound('Classifier', changes.Name);
      const changed = { ...classifier, ...changes };
      checkClassifier(changed);
      store.classifiers.put({
        ...changed,
        LastUpdated: new Date(),
        Version: (classifier.Version ?? 1) + 1,
      });
    });
    return {};
  },
});
