import type { ClassConstructor } from 'class-transformer';
import type { Context } from '#libs/platform/access';
import { kyivTime } from '#libs/platform/clock';
import { DomainError } from '#libs/platform/errors';
import { errorText } from '#libs/platform/phrases';
import { readForm } from './handle-form.js';
import type { FormBody } from './failed-form.js';

/**
 * What the script that saves while somebody writes is told. `at` is Kyiv time to the second; `stale`: somebody saved
 * the page since; `refused`: words of everything that cannot be kept as it is typed.
 */
export type Autosaved = { version: number; at: string } | { stale: true } | { refused: string[] };

export const isAutosave = (body: FormBody): boolean => body?.action === 'autosave';

/** One save of a form by the script: the same door as its buttons, answered in JSON. `stale`: the code of a newer version. */
export async function autosave<Shape extends object>(
  ctx: Context,
  step: {
    body: FormBody;
    shape: ClassConstructor<Shape>;
    act: (input: Shape) => Promise<{ version: number }>;
    stale: string;
  },
): Promise<Autosaved> {
  try {
    const { version } = await step.act(await readForm(step.shape, step.body));
    return { version, at: kyivTime(ctx.now) };
  } catch (error) {
    if (!(error instanceof DomainError) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    if (error.code === step.stale) return { stale: true };
    const failures = error.fields.length > 0 ? error.fields : [error];
    return { refused: [...new Set(failures.map((one) => errorText(ctx.lang, one)))] };
  }
}
