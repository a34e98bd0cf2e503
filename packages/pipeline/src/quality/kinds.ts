// Generated from the files beside this one. Do not edit.
import { completeness } from './completeness';
import { freshness } from './freshness';
import { pattern } from './pattern';
import { range } from './range';
import { referential } from './referential';
import { rowCount } from './rowCount';
import { rowCountChange } from './rowCountChange';
import { sql } from './sql';
import { unique } from './unique';
import { values } from './values';

export const KINDS = {
  completeness,
  freshness,
  pattern,
  range,
  referential,
  rowCount,
  rowCountChange,
  sql,
  unique,
  values,
};
