import { Translated } from '../translation/Translated';
import { causesMessages } from './messages';

export const causesMessagesDe: Translated<typeof causesMessages> = {
  titles: {
    'role-not-assumable': 'AWS Glue darf die Rolle des Jobs nicht annehmen.',
    'lake-formation': 'Lake Formation lässt den Job {{what}} nicht benutzen.',
    'lake-formation-catalog':
      'Lake Formation lässt den Job eine Tabelle oder Datenbank des Katalogs nicht benutzen.',
    'access-denied': 'AWS hat dem Job den Zugriff verweigert.',
    'access-denied-place':
      'AWS hat dem Job den Zugriff auf {{place}} verweigert.',
    'access-denied-call': 'AWS hat dem Job {{call}} verweigert.',
    'access-denied-call-place':
      'AWS hat dem Job {{call}} für {{place}} verweigert.',
    'credentials-expired':
      'Die Zugangsdaten des Jobs sind abgelaufen, während er lief.',
    secret: 'Das Secret mit dem Passwort gibt es nicht.',
    'secret-refused': 'Die Datenbank hat das Passwort von {{user}} abgelehnt.',
    'database-permission':
      'Der Datenbankbenutzer des Jobs darf {{what}} nicht benutzen.',
    quality: 'Das Ergebnis erfüllt die Regel {{rule}} nicht: {{found}}.',
    pipeline: '{{field}}: {{problem}}.',
    'source-changed':
      'Die Datei {{file}} hat sich geändert, während sie gelesen wurde.',
    'source-rewritten':
      'Die Datei {{file}} wurde neu geschrieben, nachdem ihre Zeilen angefügt waren.',
    'missing-column': 'Es gibt keine Spalte {{column}}.',
    'schema-changed': 'Die Spalten haben sich geändert.',
    'schema-changed-columns': 'Die Spalten haben sich geändert: {{columns}}.',
    'schema-changed-file':
      'Die Datei {{file}} hat für {{column}} einen anderen Typ als die Tabelle.',
    'table-not-found': 'Es gibt keine Tabelle {{table}}.',
    'source-missing': 'Was der Job liest, ist nicht da.',
    'source-missing-path': 'Was der Job liest, ist nicht da: {{path}}.',
    'source-empty':
      'Es gibt nichts zu lesen, oder keine Zeile davon ist übrig.',
    'value-invalid':
      'Ein Wert ist nicht von dem Typ, für den er gehalten wird.',
    'value-invalid-zero': 'Eine Zahl wird durch null geteilt.',
    'value-invalid-overflow': 'Eine Zahl wurde zu groß für ihren Typ.',
    'malformed-records':
      'Eine Datei ist kaputt oder nicht von dem Format, als das sie gelesen wird.',
    bookmark:
      'Zwei Läufe des Jobs haben sein Bookmark gleichzeitig fortgeschrieben.',
    'no-endpoint': 'Von {{subnet}} aus erreicht der Job S3 nicht.',
    'security-group':
      'Die Sicherheitsgruppen der Verbindung trennen die Worker des Jobs voneinander.',
    'no-address': 'Das Subnetz hat keine Adresse mehr für den Job.',
    certificate: 'Der Job vertraut dem Zertifikat des Servers nicht.',
    unreachable: 'Der Job erreicht einen Server nicht.',
    'unreachable-server': 'Der Job erreicht {{server}} nicht.',
    'driver-result-too-large':
      'Der Job hat mehr Zeilen zu seinem Driver geholt, als dort Platz haben.',
    'no-space': 'Die Festplatte eines Workers ist voll.',
    'out-of-memory': 'Dem Job ging der Speicher aus.',
    'shuffle-lost':
      'Ein Worker ging verloren, während andere seinen Teil eines Joins oder einer Gruppierung noch brauchten.',
    'concurrent-runs':
      'Der Job oder der Workflow läuft schon so oft, wie er gleichzeitig darf.',
    capacity: 'Das Konto benutzt schon alle DPUs, die sein Kontingent zulässt.',
    'resource-unavailable':
      'AWS hatte in diesem Moment keine Kapazität für den Job.',
    throttled:
      'AWS hat einen Aufruf abgelehnt, weil es in kurzer Zeit zu viele waren.',
    'time-out': 'Der Job lief länger, als sein Zeitlimit zulässt.',
    'script-not-found': 'Das Skript {{script}} kann nicht gelesen werden.',
    'module-not-found': 'Der Job hat kein Python-Modul {{module}}.',
    'argument-missing':
      'Der Job wurde ohne ein Argument gestartet, das sein Skript braucht.',
    'argument-missing-named': 'Der Job wurde ohne {{argument}} gestartet.',
    'class-not-found': 'Spark hat kein {{name}}.',
    syntax: 'Das Skript oder sein SQL kann nicht gelesen werden: {{problem}}.',
    'load-errors': 'Redshift konnte einen Wert nicht laden.',
    'load-errors-table': 'Redshift konnte einen Wert nicht in {{table}} laden.',
    'value-too-long': 'Ein Text ist länger, als seine Spalte fassen kann.',
    'value-too-long-type':
      'Ein Text ist länger, als seine Spalte fassen kann ({{type}}).',
    serializable:
      'Eine andere Transaktion hat dieselbe Tabelle zur selben Zeit geändert.',
    'commit-conflict':
      'Ein anderer Schreibvorgang hat die Tabelle zuerst geändert.',
    'commit-conflict-table':
      'Ein anderer Schreibvorgang hat {{table}} zuerst geändert.',
    'warehouse-paused': 'Das Warehouse ist pausiert oder nicht verfügbar.',
    'foreign-table': 'Die Tabelle {{table}} gehört jemand anderem.',
  },
  remedies: {
    'role-not-assumable':
      'Lassen Sie die Rolle glue.amazonaws.com vertrauen, und geben Sie dem, der den Job bereitstellt, iam:PassRole für sie.',
    'lake-formation':
      'Gewähren Sie der Rolle des Jobs die Berechtigung in Lake Formation (SELECT und DESCRIBE zum Lesen, INSERT und ALTER zum Schreiben), zusätzlich zu denen, die IAM ihr gibt.',
    'access-denied':
      'Erlauben Sie es in der Richtlinie der Rolle des Jobs. Auch eine Ressource eines anderen Kontos oder ein KMS-Schlüssel muss die Rolle zulassen; eine Richtlinie der Organisation oder eines VPC-Endpunkts kann ebenfalls verweigern.',
    'access-denied-action':
      'Erlauben Sie {{call}} in der Richtlinie der Rolle des Jobs. Auch eine Ressource eines anderen Kontos oder ein KMS-Schlüssel muss die Rolle zulassen; eine Richtlinie der Organisation oder eines VPC-Endpunkts kann ebenfalls verweigern.',
    'credentials-expired':
      'Legen Sie Clients in langen Schleifen neu an, statt einen zu behalten, oder teilen Sie den Lauf in kürzere.',
    secret:
      'Das Secret wurde gewechselt, umbenannt oder gelöscht: Prüfen Sie den Namen in der Verbindung oder den Argumenten des Jobs, und ob der Wechsel auch die Datenbank ändert.',
    'database-permission':
      'Geben Sie ihm das Recht im Warehouse, oder lassen Sie ihm {{what}} gehören.',
    quality:
      'Nichts wurde geladen, und die Tabelle behält ihre Zeilen. Korrigieren Sie die Quellen oder die Regel in pipeline.yaml, und starten Sie einen neuen Lauf.',
    pipeline:
      'Korrigieren Sie pipeline.yaml oder die Dateien, und starten Sie einen neuen Lauf. Die Tabelle behält ihre Zeilen.',
    'pipeline-advice':
      '{{advice}}. Korrigieren Sie pipeline.yaml oder die Dateien, und starten Sie einen neuen Lauf. Die Tabelle behält ihre Zeilen.',
    'source-changed':
      'Starten Sie einen neuen Lauf: Er liest die Datei, wie sie jetzt ist. Geschieht das oft, lassen Sie copy: true der Quelle in pipeline.yaml die Dateien zuerst kopieren. Die Tabelle behält ihre Zeilen.',
    'source-rewritten':
      'Niemand kann die Zeilen, die sie vorher hatte, von anderen unterscheiden. Legen Sie den alten Inhalt zurück und neue Zeilen in eine eigene Datei, oder setzen Sie warehouse.load.mode: merge. Die Tabelle behält ihre Zeilen.',
    'missing-column':
      'Eine Quelle hat sie verloren oder umbenannt, oder das Skript schreibt sie falsch: Vergleichen Sie mit den Spalten, die der Fehler aufzählt, und mit der Tabelle im Katalog.',
    'schema-changed':
      'Entscheiden Sie, was stimmt: Korrigieren Sie, was die Datei schreibt, oder ändern Sie die Tabelle, durch einen Crawl, eine Migration oder eine Umbenennung. Dateien beider Arten lassen sich nicht zusammen lesen.',
    'table-not-found':
      'Crawlen oder erzeugen Sie sie zuerst, oder korrigieren Sie ihren Namen oder die Datenbank. Mit Lake Formation fehlt auch eine Tabelle, die die Rolle nicht sehen darf.',
    'source-missing':
      'Prüfen Sie, ob es geliefert wurde, und Bucket und Pfad. Kommt es später, als der Lauf startet, starten Sie durch ein Ereignis oder später.',
    'source-empty':
      'Prüfen Sie, ob die Quelle geliefert wurde, und die Bedingungen von Filtern und Joins. Mit Job-Bookmarks bleiben Dateien weg, die ein früherer Lauf gelesen hat.',
    'value-invalid':
      'Korrigieren Sie die Quelle oder den Ausdruck, oder lassen Sie solche Werte zu: try_cast, try_divide, nullif, ein weiterer Typ.',
    'malformed-records':
      'Sehen Sie sich die Datei an, die der Fehler oder das Log nennt; liefern Sie sie neu, oder korrigieren Sie Format, Trennzeichen, Anführungszeichen oder Kodierung der Quelle.',
    bookmark:
      'Lassen Sie nur einen Lauf zur Zeit Bookmarks benutzen (MaxConcurrentRuns 1), starten Sie den Lauf neu, und vergleichen Sie Zeilen: Dateien können doppelt gelesen worden sein.',
    'no-endpoint':
      'Geben Sie der VPC des Subnetzes einen Gateway-Endpunkt für S3 in der Routing-Tabelle des Subnetzes, oder eine Route zu einem NAT-Gateway.',
    'security-group':
      'Geben Sie einer von ihnen eine Regel, die alle Ports von ihr selbst (eingehend) und zu ihr selbst (ausgehend) zulässt.',
    'no-address':
      'Benutzen Sie ein größeres Subnetz oder weniger Worker: Jeder Worker nimmt eine Adresse.',
    certificate:
      'Geben Sie der Verbindung das Zertifikat der Zertifizierungsstelle des Servers (JDBC_ENFORCE_SSL, CUSTOM_JDBC_CERT), oder benutzen Sie einen Server mit einem öffentlichen.',
    unreachable:
      'Abgelehnt: Dort hört niemand zu, prüfen Sie also Host und Port. Zeitüberschreitung: Der Weg ist zu, prüfen Sie also das Subnetz der Verbindung, seine Routen oder VPC-Endpunkte, und ob die Sicherheitsgruppe des Servers die des Jobs hereinlässt.',
    'driver-result-too-large':
      'Sammeln Sie im Skript keine Zeilen ein (collect, toPandas, show vieler Zeilen), sondern schreiben Sie sie. Was eingesammelt werden muss, braucht ein höheres spark.driver.maxResultSize.',
    'no-space':
      'Benutzen Sie mehr oder größere Worker (ab G.2X haben sie mehr Festplatte), lesen Sie weniger, indem Sie Partitionen filtern, oder lassen Sie Glue Shuffles in S3 ablegen (--write-shuffle-files-to-s3).',
    'out-of-memory':
      'Benutzen Sie einen größeren Worker-Typ, lesen und verbinden Sie weniger auf einmal, und suchen Sie nach einem Schlüssel oder einer Datei, die viel größer ist als die anderen.',
    'shuffle-lost':
      'Meistens ging ihm Speicher oder Festplatte aus: Benutzen Sie größere Worker oder mehr davon. Starten Sie den Lauf neu; wiederholt es sich, suchen Sie nach einem Schlüssel, den die meisten Zeilen teilen.',
    'concurrent-runs':
      'Warten Sie, bis der andere Lauf endet, oder erhöhen Sie MaxConcurrentRuns des Jobs. Mit Job-Warteschlange wartet Glue von selbst.',
    capacity:
      'Lassen Sie weniger Jobs gleichzeitig laufen, benutzen Sie weniger Worker, oder bitten Sie AWS um ein höheres Kontingent gleichzeitiger DPUs. Mit Job-Warteschlange wartet Glue von selbst.',
    'resource-unavailable':
      'Starten Sie den Lauf später neu. Wiederholt es sich, benutzen Sie einen anderen Worker-Typ, weniger Worker oder eine andere Availability Zone, und prüfen Sie, ob das Subnetz freie Adressen hat.',
    throttled:
      'Starten Sie den Lauf neu. Wiederholt es sich, schreiben Sie weniger und größere Dateien, benutzen Sie weniger Worker, oder rücken Sie Startzeiten von Pipelines auseinander.',
    'time-out':
      'Vergleichen Sie Dauer und Zeilen mit früheren Läufen. Ist es richtig, dass er länger braucht, erhöhen Sie das Zeitlimit (compute.timeoutMinutes in pipeline.yaml), oder benutzen Sie mehr Worker.',
    'script-not-found':
      'Stellen Sie die Pipeline neu bereit, damit das Skript dort ist, und lassen Sie die Rolle des Jobs es lesen (s3:GetObject).',
    'module-not-found':
      'Fügen Sie es durch --additional-python-modules hinzu (aus PyPI) oder durch --extra-py-files (Ihr eigenes, aus S3). Aus einem privaten Subnetz ist PyPI nicht zu erreichen: Bringen Sie ein Wheel in S3 mit.',
    'argument-missing':
      'Setzen Sie es in den Standardargumenten des Jobs, in der Aktion des Triggers oder als Laufeigenschaft, die das Skript liest.',
    'class-not-found':
      'Schalten Sie das Format durch --datalake-formats ein (delta, iceberg, hudi), oder bringen Sie die Bibliothek durch --extra-jars mit.',
    syntax: 'Korrigieren Sie es; die Zeile steht im Fehler.',
    'load-errors':
      'Fragen Sie das Warehouse nach Datei, Zeile und Spalte: SELECT * FROM sys_load_error_detail ORDER BY start_time DESC LIMIT 10. Korrigieren Sie dann den Wert oder den Typ der Spalte.',
    'value-too-long':
      'Machen Sie die Spalte länger (höchstens VARCHAR(65535), in Bytes gezählt), oder kürzen Sie den Text, bevor er geladen wird.',
    serializable:
      'Starten Sie den Lauf neu. Wiederholt es sich, lassen Sie die Schreibvorgänge nacheinander laufen, oder benutzen Sie für die Datenbank Snapshot-Isolation.',
    'commit-conflict':
      'Starten Sie den Lauf neu: Nichts von diesem Schreibvorgang ist in der Tabelle. Wiederholt es sich, lassen Sie Schreibvorgänge nacheinander laufen, oder schreiben Sie in verschiedene Partitionen.',
    'warehouse-paused':
      'Nehmen Sie es wieder in Betrieb, warten Sie, bis es verfügbar ist, und starten Sie den Lauf neu.',
    'foreign-table':
      'Geben Sie warehouse.table oder warehouse.schema einen anderen Namen, oder lassen Sie den Eigentümer der Tabelle sie übergeben; die Anweisung steht im Fehler.',
  },
};
