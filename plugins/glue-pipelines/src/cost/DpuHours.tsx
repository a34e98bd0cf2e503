import { Price } from '@glue-pipelines/backstage-plugin-common';
import { createContext, useContext } from 'react';
import { useTexts } from '../translation/ref';
import { costWords } from './amountWords';

/** What the back end computes amounts with; `undefined` where it does not say. */
export const PriceContext = createContext<Price | undefined>(undefined);

/** DPU hours, and about what they cost. */
export function DpuHours({ hours }: { hours: number }) {
  const t = useTexts();
  const price = useContext(PriceContext);
  return <span title={price?.note}>{costWords(t, hours, price)}</span>;
}
