import { makeStyles } from '@material-ui/core/styles';
import { Tone } from './statuses';
import { tonesOfTheme } from './tones';

/** Classes that colour a thing by tone: `<tone>Mark`, `<tone>Text`, `<tone>Chip`. */
export const useToneStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    const chip = (tone: Tone) => ({
      color: tones[tone].text,
      backgroundColor: tones[tone].tint,
    });
    return {
      okMark: { color: tones.ok.mark },
      errorMark: { color: tones.error.mark },
      warningMark: { color: tones.warning.mark },
      runningMark: { color: tones.running.mark },
      pendingMark: { color: tones.pending.mark },
      neutralMark: { color: tones.neutral.mark },
      okText: { color: tones.ok.text },
      errorText: { color: tones.error.text },
      warningText: { color: tones.warning.text },
      runningText: { color: tones.running.text },
      pendingText: { color: tones.pending.text },
      neutralText: { color: tones.neutral.text },
      okChip: chip('ok'),
      errorChip: chip('error'),
      warningChip: chip('warning'),
      runningChip: chip('running'),
      pendingChip: chip('pending'),
      neutralChip: chip('neutral'),
    };
  },
  { name: 'GluePipelinesTone' },
);
