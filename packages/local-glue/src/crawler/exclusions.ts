/**
 * An exclude pattern of a crawler as a regular expression over the key below
 * the include path (AWS Glue Developer Guide, "Include and exclude patterns"):
 * `*` stays within a folder, `**` crosses folders, `?` is one character,
 * `[a-c]`, `[!a]` and `{a,b}` choose, `\` takes the next character as it is.
 * Throws Error for an open bracket or brace.
 */
export function exclusionPattern(glob: string): RegExp {
  let pattern = '';
  let isInGroup = false;
  for (let index = 0; index < glob.length; index++) {
    const character = glob[index];
    switch (character) {
      case '*':
        if (glob[index + 1] === '*') {
          pattern += '[^]*';
          index++;
        } else {
          pattern += '[^/]*';
        }
        break;
      case '?':
        pattern += '[^/]';
        break;
      case '[': {
        const end = glob.indexOf(']', index + 2);
        if (end === -1) throw openPattern(glob, '[');
        const content = glob
          .slice(index + 1, end)
          .replace(/^!/, '^')
          .replace(/[\\[\]&]/g, '\\$&');
        pattern += `(?!/)[${content}]`;
        index = end;
        break;
      }
      case '{':
        isInGroup = true;
        pattern += '(?:';
        break;
      case '}':
        pattern += isInGroup ? ')' : '\\}';
        isInGroup = false;
        break;
      case ',':
        pattern += isInGroup ? '|' : ',';
        break;
      case '\\':
        index++;
        pattern += literal(glob[index] ?? '\\');
        break;
      default:
        pattern += literal(character);
    }
  }
  if (isInGroup) throw openPattern(glob, '{');
  return new RegExp(`^${pattern}$`, 'u');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function openPattern(glob: string, bracket: string): Error {
  return new Error(
    `The exclude pattern "${glob}" has a "${bracket}" that is never closed`,
  );
}
