import type {
  UpdateClassifierRequest,
  UpdateClassifierResponse,
} from '@aws-sdk/client-glue';
import { checkClassifier, requestedClassifier } from '../classifierRules';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import type { StoredClassifier } from '../store/definitions';
import { changedClassifier } from '../validation/classifiers';

/** Members that are not given stay as they are. */
export const UpdateClassifier = glueOperation<
  UpdateClassifierRequest,
  UpdateClassifierResponse
>({
  name: 'UpdateClassifier',
  input: changedClassifier,
  handle(input, context) {
    const { store } = context;
    const changes = requestedClassifier(input);
    store.transaction(() => {
      const classifier = store.classifiers.get(changes.Name);
      if (!classifier) throw entityNotFound('Classifier', changes.Name);
      // Of one kind, as the name says which: "Modifies an existing classifier
      // (… depending on which field is present)" (UpdateClassifier).
      if ((classifier.kind ?? 'csv') !== changes.kind) {
        throw entityNotFound(
          changes.kind === 'json' ? 'JSON classifier' : 'CSV classifier',
          changes.Name,
        );
      }
      const changed = { ...classifier, ...changes } as StoredClassifier;
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
