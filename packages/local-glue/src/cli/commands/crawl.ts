import { CommandContext, examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { WaitOptions } from '../followRun';
import { formatDuration } from '../format/time';
import { parseSeconds } from '../keyValue';
import { LocalGlueClient } from '../LocalGlueClient';
import { colours } from '../palette';
import { poll } from '../poll';
import { withSuggestions } from '../resourceNames';

interface Crawler {
  Name: string;
  State: string;
  DatabaseName?: string;
  LastCrawl?: { Status?: string; ErrorMessage?: string; StartTime?: number };
}

/** `crawl <crawler>`: starts a crawler and, when asked, waits for its end. */
export const registerCrawl: RegisterCommand = (program, context) => {
  program
    .command('crawl')
    .description('start a crawler')
    .argument('<crawler>', "the crawler's name")
    .option('-w, --wait', 'until it has ended; exit code 1 unless it succeeds')
    .option(
      '--timeout <seconds>',
      'with --wait: exit code 4 when it takes longer',
      parseSeconds,
    )
    .addHelpText(
      'after',
      examples('crawl covid-hiring-raw', 'crawl covid-hiring-raw --wait'),
    )
    .action(async (name: string, _options, command) => {
      const options: WaitOptions = command.optsWithGlobals();
      const client = context.client(options);
      await withSuggestions(client, 'crawler', name, () =>
        client.call('glue', 'StartCrawler', { Name: name }),
      );
      const { terminal } = context;
      if (!options.wait) {
        terminal.print(
          options.json
            ? JSON.stringify({ CrawlerName: name })
            : `crawling ${name}`,
        );
        return;
      }
      const from = Date.now();
      const crawler = await ended(client, name, options, context);
      const { Status, ErrorMessage } = crawler.LastCrawl ?? {};
      const good = Status === 'SUCCEEDED';
      if (options.json) {
        terminal.print(JSON.stringify(crawler));
      } else {
        const line = `${name} ${Status} after ${formatDuration((Date.now() - from) / 1000)}${ErrorMessage ? `: ${ErrorMessage}` : ''}`;
        terminal.print(good ? colours.green(line) : colours.red(line));
        if (good) {
          terminal.print(
            colours.dim(`  local-glue list tables ${crawler.DatabaseName}`),
          );
        }
      }
      context.setExitCode(good ? exitCodes.success : exitCodes.failed);
    });
};

async function ended(
  client: LocalGlueClient,
  Name: string,
  { timeout, json }: WaitOptions,
  { terminal, signal }: CommandContext,
): Promise<Crawler> {
  const from = Date.now();
  const goesOn = `The crawl goes on. See it with "local-glue list crawlers".`;
  const look = async () => {
    const { Crawler: crawler } = await client.call<{ Crawler: Crawler }>(
      'glue',
      'GetCrawler',
      { Name },
    );
    if (terminal.isInteractive && !json) {
      terminal.redraw([
        colours.cyan(
          `● ${Name} ${crawler.State}  ${formatDuration((Date.now() - from) / 1000)}`,
        ),
      ]);
    }
    return crawler.State === 'READY' ? crawler : undefined;
  };
  return poll(look, {
    timeout,
    signal,
    interrupted: () => goesOn,
    timedOut: () => `${Name} has not ended after ${timeout} s. ${goesOn}`,
  });
}
