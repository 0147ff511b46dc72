import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Outcome {
  code: number;
  output: string;
}

/** Runs the built cli and tells how it ended. */
export async function cli(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const options = { env: { ...process.env, ...env } };
  return promisify(execFile)(process.execPath, ['dist/apps/cli/src/main.js', ...args], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code: code as number, output: `${stdout}${stderr}` }),
  );
}
