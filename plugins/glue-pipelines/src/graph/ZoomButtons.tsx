import ButtonGroup from '@material-ui/core/ButtonGroup';
import Button from '@material-ui/core/Button';
import { useTexts } from '../translation/ref';
import { zoomStep } from './zoom';

/** Fit, 100 %, plus and minus. */
export function ZoomButtons(props: {
  scale: number;
  onFit: () => void;
  onScale: (scale: number) => void;
}) {
  const { scale, onFit, onScale } = props;
  const t = useTexts();
  return (
    <ButtonGroup size="small" aria-label={t('graph.size')}>
      <Button onClick={onFit}>{t('graph.fit')}</Button>
      <Button onClick={() => onScale(1)}>100 %</Button>
      <Button
        aria-label={t('graph.smaller')}
        disabled={zoomStep(scale, -1) === scale}
        onClick={() => onScale(zoomStep(scale, -1))}
      >
        −
      </Button>
      <Button
        aria-label={t('graph.larger')}
        disabled={zoomStep(scale, 1) === scale}
        onClick={() => onScale(zoomStep(scale, 1))}
      >
        +
      </Button>
    </ButtonGroup>
  );
}
