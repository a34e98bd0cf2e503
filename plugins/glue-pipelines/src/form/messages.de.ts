import { Translated } from '../translation/Translated';
import { formMessages } from './messages';

export const formMessagesDe: Translated<typeof formMessages> = {
  browse: {
    open: 'S3 durchsuchen',
    title: 'Dateien in S3 wählen',
    buckets: 'Buckets',
    none: 'Dieses Portal nennt keinen Bucket zum Durchsuchen. Schließen Sie dies und schreiben Sie die URI.',
    empty: 'Nichts beginnt so.',
    up: 'Nach oben',
    begins: 'Name beginnt mit',
    more: 'Es gibt mehr, als hier aufgeführt ist: Schreiben Sie, wie der Name beginnt.',
    useFolder: 'Diesen Ordner verwenden',
    loading: 'Wird aufgelistet …',
    refused: 'Das kann nicht aufgelistet werden. {{reason}}',
    file: '{{name}}, {{size}}',
  },
  preview: {
    title: 'Was die Dateien enthalten',
    loading: 'Die Dateien werden angesehen …',
    refused: 'Die Dateien können nicht angesehen werden. {{reason}}',
    sample:
      'Die ersten Zeilen von {{file}}. Die Typen stammen aus einer Stichprobe: {{files}} Datei(en) wurden angesehen.',
    noRows:
      'Zeilen werden nur von Buckets gezeigt, die durchsucht werden können, und nicht von Avro oder ORC, von Parquet mit seltener Kompression und von sehr großen Teilen von Parquet.',
    rows: 'Erste Zeilen',
    columns: 'Spalten: {{columns}}',
  },
  more: 'Wie die Dateien geschrieben sind und gelesen werden',
};
