import { useTexts } from '../translation/ref';
import { PipelineList } from './PipelineList';

export function MyPipelines() {
  const t = useTexts();
  return (
    <PipelineList
      state={{ mine: true }}
      label={t('home.mine')}
      none={t('home.noneMine')}
    />
  );
}
