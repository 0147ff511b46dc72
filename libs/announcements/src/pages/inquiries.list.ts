import { choicesOf, defineList } from '#libs/platform/http';
import { INQUIRY_CHANNELS, INQUIRY_STATES } from '../model/inquiry.js';
import { announcementPaths } from '../paths.js';
import type { InquiryLine } from '../queries/inquiries-of-competition.js';

const TONES = { asked: 'progress', answered: 'success', refused: 'closed' } as const;

/** Questions about one call for its officer: what waits first, the oldest of it on top. */
export const inquiriesList = defineList<InquiryLine>({
  name: 'inquiries',
  title: 'announcements:inquiries.title',
  search: { label: 'announcements:inquiries.search', in: ['words', 'wording', 'answer'] },
  filters: [
    {
      name: 'state',
      label: 'announcements:inquiries.state',
      any: 'announcements:inquiries.anyState',
      choices: choicesOf(INQUIRY_STATES, 'announcements:state.'),
    },
    {
      name: 'channel',
      label: 'announcements:inquiries.channel',
      any: 'announcements:inquiries.anyChannel',
      choices: choicesOf(INQUIRY_CHANNELS, 'announcements:channel.'),
    },
  ],
  columns: [
    {
      key: 'excerpt',
      phrase: 'announcements:inquiry.question',
      href: (row) => announcementPaths.inquiry(row.competitionId, row.id),
      isHeading: true,
    },
    { key: 'askedAt', phrase: 'announcements:inquiry.askedAt', kind: 'instant' },
    { key: 'channel', phrase: 'announcements:inquiries.channel', kind: 'state', words: 'announcements:channel.' },
    {
      key: 'state',
      phrase: 'announcements:inquiries.state',
      kind: 'state',
      words: 'announcements:state.',
      tone: (row) => TONES[row.state],
    },
    { key: 'number', phrase: 'announcements:inquiry.number', kind: 'number' },
    { key: 'closedAt', phrase: 'announcements:inquiry.closedAt', kind: 'instant' },
    { key: 'closedBy', phrase: 'announcements:inquiry.closedBy', under: 'closedAt' },
  ],
  order: `(state = 'asked') desc, "askedAt", id`,
});
