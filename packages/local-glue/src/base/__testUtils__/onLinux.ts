/** A test of what only Linux tells or does, such as proc(5); elsewhere it is listed as skipped. */
export const onLinux = process.platform === 'linux' ? it : it.skip;
