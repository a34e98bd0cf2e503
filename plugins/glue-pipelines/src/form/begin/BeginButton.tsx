import type { JsonObject } from '@backstage/types';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useTexts } from '../../translation/ref';
import { BeginDialog } from './BeginDialog';

/** Lets a form begin with something that there is. */
export function BeginButton(props: { onBegin: (form: JsonObject) => void }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="primary"
        style={{ textTransform: 'none' }}
        onClick={() => setIsOpen(true)}
      >
        {t('form.begin.open')}
      </Button>
      {isOpen && (
        <BeginDialog onBegin={props.onBegin} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
