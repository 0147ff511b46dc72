import { exposition } from './exposition.js';

describe('metrics as text', () => {
  it('names, explains and escapes; a metric without samples is left out', () => {
    expect(
      exposition([
        { name: 'work_undone', help: 'Work.', type: 'gauge', samples: [{ value: 3 }] },
        { name: 'requests_total', help: 'R.', type: 'counter', samples: [{ labels: { route: '/a"\\\n' }, value: 1 }] },
        { name: 'nothing', help: 'N.', type: 'gauge', samples: [] },
      ]),
    ).toBe(
      '# HELP spryiannia_work_undone Work.\n# TYPE spryiannia_work_undone gauge\nspryiannia_work_undone 3\n' +
        '# HELP spryiannia_requests_total R.\n# TYPE spryiannia_requests_total counter\n' +
        'spryiannia_requests_total{route="/a\\"\\\\\\n"} 1\n',
    );
  });
});
