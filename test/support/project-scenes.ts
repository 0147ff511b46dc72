import { browserOf } from './commission.js';
import type { TestApp } from './app.js';
import type { ListScene } from './list-check.js';
import { MonitoringScenes } from './monitoring-scene.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

/** Lists of funded projects, of an authority of their own. */
export async function projectScenes(app: TestApp, world: World, secrets: string[]): Promise<Record<string, ListScene>> {
  const { of, ids } = await new MonitoringScenes(app, world).running([50_000, 30_000]);
  const [{ title }] = (await world.rows<{ title: string }>(
    'select subject as title from contracts.contract where id = $1',
    [ids[0]],
  )) as [{ title: string }];
  const search = { typed: title.toUpperCase(), count: 1 };
  return {
    projects: {
      path: '/organiser/projects',
      ...{ visitor: await browserOf(app, of.officer), count: 2, search, secrets },
    },
    'published-projects': {
      path: `/competitions/${of.code}/projects`,
      ...{ visitor: new Visitor(app), count: 2, search, secrets },
    },
    'my-projects': {
      path: '/projects',
      ...{ visitor: await browserOf(app, of.applicants[0]!), count: 1, search, secrets },
    },
  };
}
