const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) =>
  colour ? `\u001b[${code}m${text}\u001b[0m` : text;

export const green = text => paint(32, text);
export const red = text => paint(31, text);
export const yellow = text => paint(33, text);
export const dim = text => paint(2, text);
export const bold = text => paint(1, text);

/** Seconds since `from` (milliseconds), as text. */
export const secondsSince = from =>
  `${((Date.now() - from) / 1000).toFixed(1)} s`;

/**
 * Announces a piece of work and returns what to call when it is done.
 * Long work says every 15 s that it goes on.
 */
export function step(title) {
  const from = Date.now();
  console.log(`${dim('…')} ${title}`);
  const alive = setInterval(
    () => console.log(dim(`  … ${title}: ${secondsSince(from)} so far`)),
    15_000,
  );
  alive.unref();
  let open = true;
  return (outcome = title) => {
    if (!open) return;
    open = false;
    clearInterval(alive);
    if (outcome)
      console.log(`${green('✓')} ${outcome} ${dim(secondsSince(from))}`);
  };
}

export function problem(text) {
  console.error(`${red('✗')} ${text}`);
}

export function note(text) {
  console.log(`${yellow('!')} ${text}`);
}
