import { Translated } from '../translation/Translated';
import { gridMessages } from './messages';

export const gridMessagesDe: Translated<typeof gridMessages> = {
  label: 'Knoten von {{workflow}} nach Läufen, ältester Lauf zuerst',
  node: 'Knoten',
  loading: 'Raster wird geladen',
  nothingKnown:
    'Das Portal hat nicht gelesen, was die Knoten dieser Läufe getan haben.',
  older: 'Ältere Läufe',
  newer: 'Neuere Läufe',
  cell: {
    known: '{{type}} {{node}}, Lauf vom {{run}}: {{state}}',
    notPart: '{{type}} {{node}}, Lauf vom {{run}}: nicht Teil dieses Laufs',
    notKnown:
      '{{type}} {{node}}, Lauf vom {{run}}: nicht bekannt, denn das Portal hat nicht gelesen, was die Knoten dieses Laufs getan haben',
  },
};
