import { Translated } from '../translation/Translated';
import { graphMessages } from './messages';

export const graphMessagesDe: Translated<typeof graphMessages> = {
  label:
    'Graph von {{workflow}}: Pfeiltasten folgen den Kanten, Enter öffnet Details, Plus, Minus, 0 und 1 ändern die Größe',
  size: 'Größe des Graphen',
  fit: 'Einpassen',
  smaller: 'Kleiner',
  larger: 'Größer',
  triggers: 'Trigger',
  follow: 'Folgen',
  followTitle: 'Im Blick behalten, was läuft',
  export: {
    open: 'Exportieren',
    format: 'Als {{format}}',
    failed: 'Das Bild konnte nicht erzeugt werden. {{reason}}',
    tooLarge:
      'Der Browser kann {{width}} × {{height}} Pixel nicht zeichnen. Ein SVG hat keine Grenze.',
  },
  trigger: {
    named: 'Trigger {{name}}',
    withCondition: 'Trigger {{name}}: {{condition}}',
    off: 'Trigger aus',
    scheduleOff: 'Aus: {{schedule}}',
    onDemand: 'Auf Abruf',
    onEvents: 'Bei Ereignissen',
    after: 'Nach {{condition}}',
    either: '{{one}}; oder: {{other}}',
  },
  predicate: {
    all: '{{conditions}}',
    any: '{{conditions}}',
    and: ' und ',
    or: ' oder ',
  },
  onEnd: 'bei {{ends}}',
  ends: {
    success: 'Erfolg',
    failure: 'Fehlschlag',
    timeOut: 'Zeitüberschreitung',
    stop: 'Stopp',
    error: 'Fehler',
  },
};
