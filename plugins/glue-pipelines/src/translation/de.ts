import { stopMessagesDe } from '../stop/messages.de';
import { flat } from './flat';
import { messages } from './messages';
import { Translated } from './Translated';

const german: Translated<typeof messages> = {
  stop: stopMessagesDe,
};

/** What the pages say in German. */
export default flat<typeof messages>(german);
