import { parseEntityRef } from '@backstage/catalog-model';
import {
  identityApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useTexts } from '../translation/ref';
import { type Draft, dropDraft, lastSavedAt, savePart } from './drafts';
import { inTurn } from './inTurn';
import { openDraft } from './openDraft';

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether nothing is filled in, however deep. */
const isBlank = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isBlank));

/** The team of a person who is a member of exactly one. */
function onlyTeam(ownershipEntityRefs: readonly string[]): string | undefined {
  const teams = ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLowerCase() === 'group',
  );
  return teams.length === 1 ? teams[0] : undefined;
}

interface PartState {
  /** The field of `pipeline.yaml`. */
  part: string;
  value: JsonValue | undefined;
  /** What it holds in a form that nobody has filled in, where that is something. */
  initial: unknown;
  /** With the defaults of its fields. */
  complete(value: JsonValue | undefined): JsonValue | undefined;
  onChange(value: JsonValue | undefined): void;
  /** All parts of its page. */
  page: readonly string[];
}

/** Who fills in which form, and what is kept of it. */
interface Opened {
  key?: string;
  draft: Draft;
  team?: string;
}

/** Of which template a form is and who fills it in, where that can be known. */
function useOpened(): () => Promise<Opened> {
  const identity = useApi(identityApiRef);
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const { namespace, templateName } = useParams();
  const isGiven = useSearchParams()[0].has('formData');
  return async () => {
    try {
      const { userEntityRef, ownershipEntityRefs } =
        await identity.getBackstageIdentity();
      const team = onlyTeam(ownershipEntityRefs);
      if (!namespace || !templateName) {
        return { team, draft: {} };
      }
      const { key, draft } = await openDraft(
        userEntityRef,
        `${namespace}/${templateName}`,
        scaffolder,
      );
      return { team, key, draft: isGiven ? {} : draft };
    } catch {
      // Nobody is signed in yet: the form works without a draft.
      return { draft: {} };
    }
  };
}

/**
 * What a part holds when its page is opened: what is kept of it from before,
 * the person's team as its owner, and the defaults of its fields. From then on
 * it is kept as it is changed.
 */
export function usePartBeginning(state: PartState): {
  /** When the draft was saved that fills in something of this page. */
  restoredAt?: string;
  /** Whether this part holds what was kept of it: its fields begin with that. */
  isRestored: boolean;
  startAfresh(): void;
  /** Has the whole form begin with other values; absent where no draft is kept. */
  beginWith?: (form: JsonObject) => void;
} {
  const navigate = useNavigate();
  // A change in turn cannot wait for the texts of a field that it brings.
  useTexts();
  const open = useRef(useOpened());
  const latest = useRef(state);
  latest.current = state;
  const [key, setKey] = useState<string>();
  const [restoredAt, setRestoredAt] = useState<string>();
  const [isRestored, setIsRestored] = useState(false);
  const kept = useRef<unknown>();

  useEffect(() => {
    let isGone = false;
    async function begin() {
      const { key: found, draft, team } = await open.current();
      let savedAt: string | undefined;
      let hasOwn = false;
      await inTurn(() => {
        if (isGone) {
          return;
        }
        const { part, value, initial, complete, onChange, page } =
          latest.current;
        const untouched = isBlank(value) || same(value, initial);
        const own = untouched ? draft[part]?.value : undefined;
        hasOwn = own !== undefined;
        const preset = part === 'owner' && value === '' ? team : undefined;
        const begun = complete(own ?? preset ?? value);
        if (!same(begun, value)) {
          onChange(begun);
        }
        savedAt = untouched ? lastSavedAt(draft, page) : undefined;
        kept.current = begun;
      });
      if (!isGone) {
        setIsRestored(hasOwn);
        setRestoredAt(savedAt);
        setKey(found);
      }
    }
    begin();
    return () => {
      isGone = true;
    };
  }, []);

  const { part, value } = state;
  useEffect(() => {
    if (key && value !== undefined && !same(value, kept.current)) {
      kept.current = value;
      savePart(key, part, value);
    }
  }, [key, part, value]);

  return {
    restoredAt,
    isRestored,
    startAfresh() {
      if (key) {
        dropDraft(key);
      }
      navigate(0);
    },
    beginWith:
      key === undefined
        ? undefined
        : form => {
            dropDraft(key);
            for (const [name, begun] of Object.entries(form)) {
              savePart(key, name, begun as JsonValue);
            }
            navigate(0);
          },
  };
}
