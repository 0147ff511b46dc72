import { text } from 'node:stream/consumers';
import { Clock, kyivDay } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'note-bounce [<Message-ID> <what the bounce said>], or a bounce on the standard input';

/** For a pipe of the mail server: `no-reply: "|… note-bounce"`. What is no report of ours is let pass in silence. */
export const noteBounce: Command = {
  about: 'note that a letter came back: a bounce on the standard input, or its Message-ID and what it said',
  async run([messageId, ...words]) {
    if (messageId && words.length === 0) throw new Error(`usage: ${USAGE}`);
    const { NoteReturn, readBounce } = await import('#libs/notifications');
    const bounce = messageId ? { messageId, said: words.join(' ') } : readBounce(await text(process.stdin));
    if (!bounce) return console.log('No report of a letter that came back.');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const now = await app.get(Clock).domainNow();
      const returned = { returnedOn: kyivDay(now), said: bounce.said };
      await app.get(NoteReturn).byMessageId(systemContext(now, 'cli-note-bounce'), bounce.messageId, returned);
      console.log(`Noted: ${bounce.messageId}`);
    });
  },
};
