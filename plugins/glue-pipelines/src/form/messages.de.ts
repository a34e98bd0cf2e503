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
  begin: {
    open: 'Beginnen mit …',
    title: 'Womit beginnen?',
    replaces: 'Es tritt an die Stelle von allem, was ausgefüllt ist.',
    example: 'Ein Beispiel',
    pipeline: 'Eine Pipeline des Katalogs',
    file: 'Eine pipeline.yaml',
    table: 'Eine Tabelle des Glue Data Catalog',
    choose: 'Datei wählen',
    noFile: 'Es ist keine Datei gewählt.',
    tooLarge:
      'Die Datei ist zu groß: Eine pipeline.yaml hat höchstens {{size}}.',
    database: 'Datenbank',
    tableName: 'Tabelle',
    fillIn: 'Ausfüllen',
    filling: 'Wird ausgefüllt …',
    refused: 'Das Formular ist nicht ausgefüllt. {{reason}}',
    leftOut:
      'Das Formular hat keine Seite für diese Felder, die fehlen werden: {{fields}}. Schreiben Sie sie in die pipeline.yaml des neuen Repositorys.',
    fillInAnyway: 'Ohne sie ausfüllen',
  },
  draft: {
    restored: 'Entwurf von {{when}} wiederhergestellt.',
    startAfresh: 'Neu beginnen',
  },
  steps: {
    none: 'Mit den Zeilen geschieht noch nichts: Sie bleiben, wie sie sind.',
    add: 'Schritt hinzufügen',
    title: '{{position}}. {{kind}}',
    untitled: '{{position}}. Neuer Schritt',
    up: 'Schritt {{position}} nach oben',
    down: 'Schritt {{position}} nach unten',
    remove: 'Schritt {{position}} entfernen',
    moved: 'Der Schritt ist jetzt Nummer {{position}}.',
    removed: 'Schritt {{position}} ist entfernt.',
    before: 'Spalten am Anfang: {{columns}}',
    after: 'Spalten danach: {{columns}}',
    afterSome:
      'Spalten danach, soweit die Schritte ausgefüllt sind: {{columns}}',
    result: 'Spalten des Ergebnisses: {{columns}}',
    column: '{{name}} ({{type}})',
    unknown:
      'Die Spalten sind nicht bekannt: Die Quellen können nicht angesehen werden. Schreiben Sie die Namen.',
    refused:
      'Die Spalten können nicht nachgesehen werden. {{reason}} Schreiben Sie die Namen.',
    keys: 'Vorgeschlagene Schlüssel',
    key: '{{left}} = {{right}}',
    keyOf:
      '{{left}} = {{right}} ({{matching}} von {{compared}} Werten einer Stichprobe stimmen überein)',
  },
  start: {
    ways: 'Was die Pipeline startet',
    hand: 'Menschen, auf Anforderung',
    handHelp:
      'Nichts startet sie von selbst. Menschen dürfen sie in jedem Fall starten.',
    cron: 'Ein Zeitplan',
    onNewFiles: 'Neue Dateien',
    after: 'Eine andere Pipeline',
    empty:
      'Hier ist nichts ausgefüllt: Menschen werden sie starten, auf Anforderung.',
    common: 'Häufige Zeitpläne',
    runs: 'Nächste Läufe',
    local: 'Hier',
    utc: 'UTC',
    ends: 'Danach kommt kein Lauf mehr.',
    never: 'Er startet nie: Sein letzter Zeitpunkt ist vorbei.',
    events_one: 'Ein Lauf startet mit jeder neuen Datei.',
    events_other:
      'Ein Lauf startet mit {{count}} neuen Dateien, oder {{window}} nach der ersten.',
    afterWords:
      'Ein Lauf startet, wenn einer von {{pipeline}} seine Tabelle geladen hat, im selben Konto und in derselben Region.',
  },
};
