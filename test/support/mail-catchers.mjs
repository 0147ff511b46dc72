// Started by services.mjs with a folder and a count; tells its parent the addresses and ends with it.
import { join } from 'node:path';
import { startMailCatcher } from '../../bin/lib/mail-catcher.mjs';

const [folder, count] = process.argv.slice(2);
const starts = Array.from({ length: Number(count) }, (_, n) => startMailCatcher({ folder: join(folder, String(n)) }));
const catchers = await Promise.all(starts);
process.on('disconnect', () => process.exit(0));
process.send?.(catchers.map(({ smtpUrl, pageUrl }) => ({ smtpUrl, pageUrl })));
