import ButtonGroup from '@material-ui/core/ButtonGroup';
import Button from '@material-ui/core/Button';
import { zoomStep } from './zoom';

/** Fit, 100 %, plus and minus. */
export function ZoomButtons(props: {
  scale: number;
  onFit: () => void;
  onScale: (scale: number) => void;
}) {
  const { scale, onFit, onScale } = props;
  return (
    <ButtonGroup size="small" aria-label="Size of the graph">
      <Button onClick={onFit}>Fit</Button>
      <Button onClick={() => onScale(1)}>100 %</Button>
      <Button
        aria-label="Smaller"
        disabled={zoomStep(scale, -1) === scale}
        onClick={() => onScale(zoomStep(scale, -1))}
      >
        −
      </Button>
      <Button
        aria-label="Larger"
        disabled={zoomStep(scale, 1) === scale}
        onClick={() => onScale(zoomStep(scale, 1))}
      >
        +
      </Button>
    </ButtonGroup>
  );
}
