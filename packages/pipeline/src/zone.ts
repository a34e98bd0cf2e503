/** Whether the IANA database has a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    return (
      /^[A-Za-z_]+(\/[A-Za-z_+-]+\d*)*$/.test(zone) &&
      new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
    );
  } catch {
    return false;
  }
}

/** What to say of one that it does not have. */
export const zoneProblem = (zone: string) =>
  `${JSON.stringify(zone)} is not a time zone: use a name such as Europe/Berlin, or UTC`;
