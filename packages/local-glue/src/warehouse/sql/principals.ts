import { isText, nameOf, Token } from './tokenize';

/** CREATE and DROP of users and groups, understood. */
export interface PrincipalChange {
  action: 'create' | 'drop';
  kind: 'user' | 'group';
  names: string[];
  ifExists: boolean;
}

/**
 * Reads CREATE USER, CREATE GROUP, DROP USER and DROP GROUP, whose options
 * (passwords, limits, members) mean nothing here (Amazon Redshift Database
 * Developer Guide, "CREATE USER" and "CREATE GROUP"). Undefined for other
 * statements. `words` are without white space.
 */
export function parsePrincipalChange(
  words: readonly Token[],
): PrincipalChange | undefined {
  const isCreation = isText(words[0], 'create');
  if (!isCreation && !isText(words[0], 'drop')) return undefined;
  if (!isText(words[1], 'user', 'group')) return undefined;
  const ifExists = !isCreation && isText(words[2], 'if');
  let at = ifExists ? 4 : 2;
  const names = [principalName(words[at])];
  while (!isCreation && isText(words[at + 1], ',')) {
    at += 2;
    names.push(principalName(words[at]));
  }
  return {
    action: isCreation ? 'create' : 'drop',
    kind: isText(words[1], 'user') ? 'user' : 'group',
    names,
    ifExists,
  };
}

/** Quoted names of users keep their letters, such as `"IAMR:Loader"`, which is how a role of IAM is called. */
function principalName(token: Token | undefined): string {
  return token?.kind === 'quoted'
    ? token.text.slice(1, -1).replaceAll('""', '"')
    : nameOf(token);
}
