/** A badge that leads to the page of its pipeline. */
export function badgeMarkdown(badge: {
  /** For who does not see it. */
  alt: string;
  imageUrl: string;
  pageUrl: string;
}): string {
  const alt = badge.alt.replace(/[\\[\]`<]/g, '\\$&');
  return `[![${alt}](${badge.imageUrl})](${badge.pageUrl})`;
}

/** The address of the page that is open, of the workflow alone. */
export function pageOfWorkflow(address: string): string {
  const url = new URL(address);
  const workflow = url.searchParams.get('workflow');
  url.hash = '';
  url.search = workflow ? `?${new URLSearchParams({ workflow })}` : '';
  return url.href;
}
