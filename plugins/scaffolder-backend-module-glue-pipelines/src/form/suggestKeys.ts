import type { SuggestedKey } from '@glue-pipelines/backstage-plugin-common';
import { comparable, type RowType } from '@glue-pipelines/pipeline';

/** One side of a join. */
export interface Joined {
  columns: ReadonlyMap<string, RowType | undefined>;
  /** The values of a sample, by column; absent where its rows are not shown. */
  values?: ReadonlyMap<string, readonly (string | null)[]>;
}

/** How many pairs are suggested. */
const MOST = 4;

function matches(
  left: readonly (string | null)[] | undefined,
  right: readonly (string | null)[] | undefined,
): SuggestedKey['sample'] {
  const compared = [...new Set(left ?? [])].filter(value => value !== null);
  if (compared.length === 0 || !right) {
    return undefined;
  }
  const there = new Set(right);
  return {
    compared: compared.length,
    matching: compared.filter(value => there.has(value)).length,
  };
}

const shareOf = ({ sample }: SuggestedKey) =>
  sample ? sample.matching / sample.compared : 0;

/** From which share of equal values on columns of different names may mean the same. */
const LIKELY = 0.5;

/**
 * The pairs of columns by which two sides may be joined: of one name, or with
 * values that are mostly the same, and of types that can be equal.
 */
export function suggestKeys(left: Joined, right: Joined): SuggestedKey[] {
  const pairs = [...left.columns].flatMap(([leftName, leftType]) =>
    [...right.columns]
      .filter(([, rightType]) => comparable(leftType, rightType))
      .map(([rightName]): SuggestedKey => {
        const sample = matches(
          left.values?.get(leftName),
          right.values?.get(rightName),
        );
        return {
          left: leftName,
          right: rightName,
          ...(sample && { sample }),
        };
      }),
  );
  const sameName = (key: SuggestedKey) => key.left === key.right;
  return pairs
    .filter(key => sameName(key) || shareOf(key) >= LIKELY)
    .sort(
      (a, b) =>
        Number(sameName(b)) - Number(sameName(a)) || shareOf(b) - shareOf(a),
    )
    .slice(0, MOST);
}
