import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { CostConfig } from '../config';
import { describeNotice, describeSummary } from './describeNotice';
import { describeDigest } from './digest/describeDigest';
import {
  KnexNotices,
  Leased,
  LeasedDigest,
  LeasedNotice,
  LeasedSummary,
} from './KnexNotices';
import { ownedPath, OwningEntities } from './OwningEntities';

/** How long Backstage's notifications may take to take one, in milliseconds. */
const SEND_MS = 15_000;
/** Pauses before the next attempt, in milliseconds: twice as long each time. */
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 60 * 60_000;
/** After this it is no news any more; with the pauses about eight hours. */
const MOST_ATTEMPTS = 13;

/** Sends what is due to Backstage's notifications. What fails is tried again later, within bounds. */
export class NoticeSender {
  private sending?: Promise<void>;
  private again = false;
  private closed = false;

  constructor(
    private readonly options: {
      notices: KnexNotices;
      entities: OwningEntities;
      notifications: NotificationService;
      logger: LoggerService;
      /** What a DPU hour is taken to cost. */
      price: CostConfig;
      /** How many notifications an owner gets in an hour one by one. */
      perOwnerAndHour: number;
      /** How long Backstage's notifications may take, in milliseconds. */
      sendMs?: number;
    },
  ) {}

  /** Sends all that is due, one after the other; stops when something fails, because the next would too. */
  async sendDue(): Promise<void> {
    while (!this.closed) {
      const leased = await this.options.notices.lease();
      if (!leased || !(await this.tryToSend(leased))) {
        return;
      }
    }
  }

  /** The same in the background, right after what is under way. */
  wake(): void {
    this.again = true;
    this.sending ??= this.sendWhileWoken().finally(() => {
      this.sending = undefined;
    });
  }

  /** Lets the notification that is under way be sent. */
  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
  }

  private async sendWhileWoken(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      try {
        await this.sendDue();
      } catch (error) {
        this.options.logger.error(
          `Notifications wait for the next round: ${error}`,
        );
      }
    }
  }

  private async tryToSend(leased: Leased): Promise<boolean> {
    const { notices, logger } = this.options;
    try {
      if ('notice' in leased) {
        await this.sendNotice(leased);
      } else if ('digest' in leased) {
        await this.sendDigest(leased);
      } else {
        await this.sendSummary(leased);
      }
      return true;
    } catch (error) {
      const about =
        'notice' in leased ? leased.notice.workflowArn : leased.owner;
      if (leased.failures + 1 >= MOST_ATTEMPTS) {
        logger.error(
          `Nobody is notified of ${about}, after ${MOST_ATTEMPTS} attempts: ${error}`,
        );
        await notices.settle(leased, 'dropped', String(error));
      } else {
        logger.warn(`Notification of ${about} is put off: ${error}`);
        const pause = FIRST_RETRY_MS * 2 ** leased.failures;
        await notices.postpone(
          leased,
          String(error),
          Math.min(pause, LONGEST_RETRY_MS),
        );
      }
      return false;
    }
  }

  private async sendNotice(leased: LeasedNotice): Promise<void> {
    const { notices, entities, perOwnerAndHour } = this.options;
    const { notice } = leased;
    if (!(await notices.isNewest(leased))) {
      await notices.settle(
        leased,
        'dropped',
        'Something newer is told instead',
      );
      return;
    }
    const recipient = await entities.recipientOf(
      notice.workflowArn,
      notice.details.runId,
    );
    if (!recipient) {
      await notices.settle(
        leased,
        'dropped',
        'It belongs to no entity with an owner',
      );
      return;
    }
    const { owner, link } = recipient;
    if (
      leased.granted ||
      (await notices.grant(leased, owner, perOwnerAndHour))
    ) {
      await this.send(owner, describeNotice(notice, link));
      await notices.settle(leased, 'sent');
    }
  }

  private async sendSummary(leased: LeasedSummary): Promise<void> {
    const { notices } = this.options;
    const { owner, hour } = leased;
    const held = await notices.held(leased);
    if (held.length > 0) {
      await this.send(
        owner,
        describeSummary(owner, hour, held, ownedPath(owner)),
      );
    }
    const state = held.length > 0 ? 'sent' : 'dropped';
    await notices.settleHeld(leased, state);
    await notices.settle(leased, state);
  }

  private async sendDigest(leased: LeasedDigest): Promise<void> {
    const { notices, price } = this.options;
    const { owner, digest } = leased;
    await this.send(
      owner,
      describeDigest(owner, digest, price, ownedPath(owner)),
    );
    await notices.settle(leased, 'sent');
  }

  /** @throws when it is not taken in time */
  private async send(
    owner: string,
    payload: ReturnType<typeof describeNotice>,
  ): Promise<void> {
    const { notifications, sendMs = SEND_MS } = this.options;
    const timer = new AbortController();
    const late = sleep(sendMs, undefined, { signal: timer.signal }).then(() => {
      throw new Error(
        `Backstage's notifications did not answer within ${sendMs / 1000} seconds`,
      );
    });
    const sent = notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload,
    });
    try {
      await Promise.race([sent, late]);
    } finally {
      timer.abort();
      sent.catch(() => undefined);
      late.catch(() => undefined);
    }
  }
}
