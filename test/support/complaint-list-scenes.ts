import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import { ComplaintScenes } from './complaint-scene.js';
import type { ListScene } from './list-check.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const SECRET = 'Таємниця скарги';

/** Lists of complaints, of an authority of their own. */
export async function complaintScenes(
  app: TestApp,
  world: World,
  foreign: string[],
): Promise<Record<string, ListScene>> {
  const scenes = new ComplaintScenes(app, world);
  const of = await scenes.decided();
  const first = await scenes.filed(of, 4, { story: SECRET });
  await scenes.answered(of, first);
  await scenes.filed(of, 2, { story: SECRET, decision: 'result' });
  const another = await scenes.decided();
  await scenes.filed(another, 4);
  const [{ title }] = (await world.rows<{ title: string }>('select title from applications.application where id = $1', [
    of.proposals[3]!.id,
  ])) as [{ title: string }];
  const [{ name }] = (await world.rows<{ name: string }>('select name from identity.organisation where id = $1', [
    another.proposals[3]!.organisationId,
  ])) as [{ name: string }];
  const officer = await browserOf(app, of.officer);
  const search = { typed: title.toUpperCase(), count: 1 };
  const scene = { count: 2, search, secrets: [...foreign, SECRET, name] };
  return {
    complaints: { path: '/organiser/complaints', visitor: officer, ...scene },
    'competition-complaints': {
      path: `/organiser/competitions/${of.id}/complaints`,
      ...{ visitor: officer, ...scene },
    },
    'published-complaints': {
      path: `/competitions/${of.code}/complaints`,
      ...{ visitor: new Visitor(app), ...scene },
    },
  };
}
