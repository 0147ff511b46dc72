import { findProgram, run } from './run.mjs';
import { step } from './progress.mjs';

/** Packages can be installed only by root on Debian and its kin. */
export function canInstallPrograms() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/**
 * @param {string} title what is being installed, for the person who waits
 * @param {...string} packages alternatives: the first that installs is enough
 */
export async function installProgram(title, ...packages) {
  await step(`Installing ${title}`, async (note) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // A third-party source that cannot be read must not stop the install of a Debian package.
    await run('apt-get', ['update'], { env, note }).catch((error) => note(error.message));
    const failures = [];
    for (const name of packages) {
      try {
        return await run('apt-get', ['install', '-y', '--no-install-recommends', name], { env, note });
      } catch (error) {
        failures.push(error.message);
      }
    }
    throw new Error(failures.join('\n'));
  });
}
