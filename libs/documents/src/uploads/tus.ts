import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Server, type ServerOptions } from '@tus/server';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork } from '#libs/platform/database';
import { DomainError } from '#libs/platform/errors';
import { errorText } from '#libs/platform/phrases';
import type { NewUpload } from '../model/upload.js';
import { findUpload } from '../queries/find-upload.js';
import { Storage } from '../storage/storage.js';
import { BeginUpload } from '../use-cases/begin-upload.js';
import { DropUpload } from '../use-cases/drop-upload.js';
import { FinishUpload } from '../use-cases/finish-upload.js';
import { UploadLease } from './upload-lease.js';
import { UploadStore } from './upload-store.js';

/** A request that was asked to let go has so long to write down what has come. */
const DRAIN_MS = 500;
const STATUS: Record<string, number> = {
  ...{ 'not-found': 404, forbidden: 403, invalid: 422, conflict: 422, gone: 410, 'too-many': 429, busy: 423 },
};

/**
 * The protocol tus 1.0 (https://tus.io/protocols/resumable-upload), spoken by @tus/server over our own store, locks and
 * rules. Every request is served for one person: nobody else's upload exists for it.
 */
@Injectable()
export class Tus {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly begin: BeginUpload,
    private readonly finish: FinishUpload,
    private readonly drop: DropUpload,
  ) {}

  async serve(ctx: Context, request: IncomingMessage, answer: ServerResponse): Promise<void> {
    await this.serverFor(ctx).handle(request, answer);
  }

  /** The last answer may have been lost, or the process may have died before it: asked again, we finish what is whole. */
  async finishWhole(ctx: Context, id: string): Promise<void> {
    const { documentId, size } = await findUpload(this.db, ctx, id);
    if (documentId === null && (await this.storage.partSize(id)) === size) await this.finish.execute(ctx, id);
  }

  private serverFor(ctx: Context): Server {
    const find = (id: string) => findUpload(this.db, ctx, id);
    const datastore = new UploadStore(this.storage, find, (id) => this.drop.execute(ctx, id));
    const options: Omit<ServerOptions, 'locker'> = {
      path: '/uploads',
      generateUrl: (_request, { id }) => `${ctx.lang === 'en' ? '/en' : ''}/uploads/${id}`,
      allowedOrigins: [],
      lockDrainTimeout: DRAIN_MS,
      disableTerminationForFinishedUploads: true,
      namingFunction: (request, metadata) => this.begin.execute(ctx, asked(request.headers, metadata)),
      onUploadFinish: async (_request, { id }) => {
        await this.finish.execute(ctx, id);
        return {};
      },
      onResponseError: (_request, error) => refusal(ctx, error),
    };
    const locker = { newLock: (id: string) => new UploadLease(this.uow, ctx, id) };
    return new Server({ ...options, locker, datastore });
  }
}

function asked(headers: Headers, metadata: Record<string, string | null> = {}): NewUpload {
  const text = (name: string): string => metadata[name] ?? '';
  return {
    target: { kind: text('kind'), id: text('target'), field: text('field') },
    name: text('filename'),
    modified: text('modified'),
    size: Number(headers.get('upload-length') ?? 0),
  };
}

/** What we refuse with is said in the words of the person; the protocol's own complaints pass as they are. */
function refusal({ lang }: Context, error: unknown): { status_code: number; body: string } | undefined {
  if (!(error instanceof DomainError)) return undefined;
  return { status_code: STATUS[error.kind] ?? 500, body: errorText(lang, error.fields[0] ?? error) };
}
