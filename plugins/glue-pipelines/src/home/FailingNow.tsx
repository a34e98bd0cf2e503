import { useTexts } from '../translation/ref';
import { PipelineList } from './PipelineList';

export function FailingNow() {
  const t = useTexts();
  return (
    <PipelineList
      state={{ tile: 'failing' }}
      label={t('home.failing')}
      none={t('home.noneFailing')}
    />
  );
}
