import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Context } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { TASK_MARK, taskMarks, type Delivery, type TaskMark } from '#libs/platform/facts';

/** Work inside the database: the effect and the tick «done» are one transaction. */
export interface ReactsInTransaction {
  react(tx: Tx, delivery: Delivery): Promise<void>;
}

/** Work that reaches outside (mail): it calls `done` in the transaction that notes the outcome. */
export interface PerformsOutside {
  perform(ctx: Context, delivery: Delivery, done: (tx: Tx) => Promise<void>): Promise<void>;
}

type Handler = ReactsInTransaction | PerformsOutside;

/** Finds the one handler of every task; the boot fails when one is missing. */
@Injectable()
export class Handlers implements OnApplicationBootstrap {
  private readonly byTask = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const mark = metatype ? this.reflector.get<TaskMark | undefined>(TASK_MARK, metatype) : undefined;
      if (mark) this.byTask.set(mark.name, instance as Handler);
    }
    const missing = taskMarks().filter((mark) => !this.byTask.has(mark.name));
    if (missing.length > 0) throw new Error(`no handler for: ${missing.map((mark) => mark.name).join(', ')}`);
  }

  of(task: string): Handler {
    const handler = this.byTask.get(task);
    if (!handler) throw new Error(`no handler for the task ${task}`);
    return handler;
  }
}
