import { Translated } from '../translation/Translated';
import { logsMessages } from './messages';

export const logsMessagesDe: Translated<typeof logsMessages> = {
  title: 'Log von {{node}}',
  open: 'Log anzeigen',
  close: 'Schließen',
  denied:
    'Logs zu lesen ist nicht erlaubt: Die Berechtigung {{permission}} fehlt.',
  deniedOfNode:
    'Das Log von {{node}} zu lesen ist nicht erlaubt: Die Berechtigung {{permission}} fehlt.',
  noAttempt:
    'Dieser Lauf hat keinen Versuch {{attempt}}, dessen Log gezeigt werden könnte.',
  attempt: 'Versuch',
  attemptOf: '{{attempt}} von {{attempts}}',
  lines: {
    label: 'Zeilen des Logs',
    older: 'Ältere Zeilen',
    more: 'Weitere Zeilen',
    cut: ' … (abgeschnitten)',
    missing:
      'Die Zeile dieses Links ist nicht im Log. CloudWatch bewahrt Zeilen nur so lange auf, wie es ihre Loggruppe vorsieht.',
  },
  chosen: {
    title: 'Die Zeile von {{moment}}',
    copyLink: 'Link zu dieser Zeile kopieren',
    copied: 'Kopiert.',
    notCopied:
      'Dieser Browser lässt Seiten nichts kopieren: Die Adresse oben ist der Link.',
    around: 'Umgebung der Zeile anzeigen',
  },
  state: {
    reading: 'Wird gelesen …',
    nothingFound: 'Keine Zeile enthält „{{search}}“.',
    empty: 'Noch ist nichts geschrieben worden.',
    found_one: '{{number}} Zeile mit „{{search}}“.',
    found_other: '{{number}} Zeilen mit „{{search}}“.',
    most_one: '{{number}} Zeile; mehr werden nicht auf einmal gezeigt.',
    most_other: '{{number}} Zeilen; mehr werden nicht auf einmal gezeigt.',
    complete_one: '{{number}} Zeile.',
    complete_other: '{{number}} Zeilen.',
    growing_one: '{{number}} Zeile. Neue kommen von selbst hinzu.',
    growing_other: '{{number}} Zeilen. Neue kommen von selbst hinzu.',
  },
  empty: {
    'never-began': 'Er hat nie begonnen und deshalb nichts geschrieben.',
    waiting: 'Er wartet auf seinen Beginn und hat noch nichts geschrieben.',
    'nothing-yet': 'Er hat noch nichts geschrieben.',
    'just-ended':
      'Er ist gerade zu Ende, und CloudWatch hat noch nichts davon. Sehen Sie in einer Minute noch einmal nach.',
    'no-log':
      'CloudWatch hat kein Log davon in {{groups}}. Entweder wurde nichts geschrieben, oder seine Rolle darf keine Logs schreiben (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents), oder das Log wurde gelöscht, oder es ist älter, als die Loggruppe es aufbewahrt.',
    'executors-only':
      'Es gibt nur Logs von Executors. Wählen Sie einen der Streams.',
    'no-stream':
      'Einen solchen Stream davon gibt es nicht. Wählen Sie einen der Streams.',
    'none-found':
      'Keine Zeile enthält den Text, mit diesen Groß- und Kleinbuchstaben.',
    'none-found-yet':
      'Bisher enthält keine Zeile den Text. Suchen Sie weiter im Rest.',
    'no-more': 'Mehr Zeilen gibt es nicht.',
    'no-more-yet': 'Mehr Zeilen gibt es bisher nicht.',
    'none-in-time': 'In dieser Zeit wurde keine Zeile geschrieben.',
    'empty-streams':
      'Seine Streams sind leer. Entweder wurde nichts geschrieben, oder es ist älter, als die Loggruppe es aufbewahrt.',
  },
  follow: 'Folgen',
  download: 'Herunterladen',
  stopDownload: 'Herunterladen abbrechen',
  openInCloudWatch: 'In CloudWatch öffnen',
  search: 'Nur Zeilen mit',
  find: 'Suchen',
  writer: 'Geschrieben von',
  driver: 'Der Driver',
  stream: '{{kind}}, {{part}} {{name}}',
  kinds: {
    output: 'Ausgabe',
    error: 'Fehler',
    continuous: 'fortlaufend',
    crawler: 'Crawler',
  },
  parts: {
    driver: 'Driver',
    executor: 'Executor',
    progress: 'Fortschritt',
    insights: 'Erkenntnisse',
  },
  wrap: 'Umbrechen',
  utc: 'UTC',
};
