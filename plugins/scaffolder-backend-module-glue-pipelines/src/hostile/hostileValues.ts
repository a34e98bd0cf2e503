/** What somebody may write into a form to have it run, read or shown as something else. */
const FRAGMENTS: Record<string, string> = {
  'a single quote': "'",
  'double quotes': '"',
  'a closed literal of SQL': "'; DROP TABLE orders; --",
  'a backtick': '`',
  'a command in backticks': '`touch {canary}`',
  'a command in $()': '$(touch {canary})',
  'a line break': '\n',
  'a document of YAML': '\n---\nkind: User\n',
  'a key of YAML': '\nowner: somebody',
  'an anchor of YAML': '&a *a !!js/function',
  'a variable': '${HOME}',
  'a placeholder of GitHub Actions': '${{ secrets.TOKEN }}',
  'a placeholder of the skeleton': '${{ values.name }}',
  'a token of the CDK': '${Token[TOKEN.1]}',
  'a dynamic reference': '{{resolve:secretsmanager:admin}}',
  'a block of Nunjucks': '{% include "/etc/passwd" %}',
  'a way up': '../../../etc/passwd',
  'a way up in Windows': '..\\..\\boot.ini',
  'an absolute path': '/etc/passwd',
  'a NUL': '\u0000',
  'an escape of a terminal': '\u001b[2J',
  'right to left': '\u202ecod.exe',
  'an isolate': '\u2066x\u2069',
  'zero width': 'a\u200bb\ufeff',
  'a formula': '=HYPERLINK("http://evil.example";"x")',
  'a formula of a command': "+cmd|' /C calc'!A0",
  'a script of HTML': '<script>alert(1)</script>',
  'an image of HTML': '<img src=x onerror=alert(1)>',
  'a link of Markdown': '[x](javascript:alert(1))',
  'an image of Markdown': '![x](http://evil.example/x.png)',
  'a command after a pipe': '| touch {canary}',
  'a command after a semicolon': '; touch {canary} #',
  'the prototype': '__proto__',
  'a half of a surrogate pair': '\ud800',
  '10,000 characters': 'x'.repeat(10_000),
  '10,000 quotes': '"'.repeat(10_000),
  'nested brackets': '('.repeat(2_000),
};

/** Where a fragment stands in what is written. */
const PLACES: ((good: string, fragment: string) => string)[] = [
  (_, fragment) => fragment,
  (good, fragment) => good + fragment,
  (good, fragment) => fragment + good,
  (good, fragment) =>
    good.slice(0, good.length / 2) + fragment + good.slice(good.length / 2),
  (good, fragment) => `${good} ${fragment} ${fragment}`,
];

export interface HostileValue {
  what: string;
  make: (good: string) => string;
}

/**
 * Every fragment in every place.
 *
 * @param canary - a path that a command would make, were one to run
 */
export const hostileValues = (canary: string): HostileValue[] =>
  Object.entries(FRAGMENTS).flatMap(([what, fragment]) =>
    PLACES.map((place, index) => ({
      what: `${what} (${index + 1})`,
      make: good => place(good, fragment.replaceAll('{canary}', canary)),
    })),
  );
