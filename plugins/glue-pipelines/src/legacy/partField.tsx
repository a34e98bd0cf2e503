import { compatWrapper } from '@backstage/core-compat-api';
import { PartProps } from '../form/checkPart';
import { PartField } from '../form/PartField';

/** A part of the scaffolder's form with what the new system gives to it. */
export const LegacyPartField = (props: PartProps) =>
  compatWrapper(<PartField {...props} />);
