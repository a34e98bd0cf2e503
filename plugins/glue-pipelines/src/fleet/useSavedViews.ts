import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';
import { readViews, SavedView, withoutView, withView } from './storedViews';

const BUCKET = 'glue-pipelines';
const KEY = 'fleet-views';

export interface SavedViewsOfUser {
  views: SavedView[];
  /** One of the same name is replaced. */
  save(view: SavedView): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The views of the fleet that the user has given a name, wherever they sign in. */
export function useSavedViews(): SavedViewsOfUser {
  const allStorage = useApi(storageApiRef);
  const storage = useMemo(() => allStorage.forBucket(BUCKET), [allStorage]);
  const [value, setValue] = useState<unknown>(
    () => storage.snapshot<SavedView[]>(KEY).value,
  );
  useEffect(() => {
    const subscription = storage
      .observe$<SavedView[]>(KEY)
      .subscribe(snapshot => setValue(snapshot.value));
    return () => subscription.unsubscribe();
  }, [storage]);
  const views = readViews(value);
  return {
    views,
    save: view => storage.set(KEY, withView(views, view)),
    remove: name => storage.set(KEY, withoutView(views, name)),
  };
}
