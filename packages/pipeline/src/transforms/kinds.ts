// Generated from the files beside this one. Do not edit.
import { aggregate } from './aggregate';
import { cast } from './cast';
import { deduplicate } from './deduplicate';
import { derive } from './derive';
import { dropIncomplete } from './dropIncomplete';
import { fill } from './fill';
import { filter } from './filter';
import { join } from './join';
import { mask } from './mask';
import { pivot } from './pivot';
import { rename } from './rename';
import { sample } from './sample';
import { script } from './script';
import { select } from './select';
import { union } from './union';
import { window } from './window';

export const KINDS = {
  aggregate,
  cast,
  deduplicate,
  derive,
  dropIncomplete,
  fill,
  filter,
  join,
  mask,
  pivot,
  rename,
  sample,
  script,
  select,
  union,
  window,
};
