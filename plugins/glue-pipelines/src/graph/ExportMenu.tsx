import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../translation/ref';
import { GraphPicture } from './GraphPicture';
import { GraphLayout } from './layout';
import { download, fileName, pngFile, svgFile } from './picture';
import { ShownGraph } from './shownGraph';

const FORMATS = ['svg', 'png'] as const;
type Format = (typeof FORMATS)[number];

/** Saves the graph as it is as a picture. */
export function ExportMenu(props: {
  shown: ShownGraph;
  layout: GraphLayout;
  workflowName: string;
  caption?: string;
}) {
  const { workflowName } = props;
  const t = useTexts();
  const alertApi = useApi(alertApiRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [format, setFormat] = useState<Format>();
  const picture = useRef<SVGSVGElement>(null);

  useEffect(() => {
    const element = picture.current;
    if (!format || !element) {
      return;
    }
    setFormat(undefined);
    Promise.resolve(format === 'svg' ? svgFile(element) : pngFile(t, element))
      .then(file => download(file, fileName(workflowName, format)))
      .catch(error =>
        alertApi.post({
          message: t('graph.export.failed', { reason: error.message }),
          severity: 'error',
        }),
      );
  }, [format, workflowName, alertApi, t]);

  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        startIcon={<GetAppIcon aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('graph.export.open')}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {FORMATS.map(name => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(undefined);
              setFormat(name);
            }}
          >
            {t('graph.export.format', { format: name.toUpperCase() })}
          </MenuItem>
        ))}
      </Menu>
      {format && (
        <div hidden>
          <GraphPicture {...props} ref={picture} />
        </div>
      )}
    </>
  );
}
