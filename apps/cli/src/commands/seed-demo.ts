import { NestFactory } from '@nestjs/core';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { PlayDemoWorld } from '../../../demo/play/play-demo-world.js';
import { SeedModule } from '../seed.module.js';
import type { Command } from './command.js';

/** Builds the demo world by running the use cases; a database that has an authority is left alone. */
export const seedDemo: Command = {
  about: 'build the demo world (demo mode only; does nothing when there is one)',
  async run() {
    const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['warn', 'error'] });
    try {
      const world = app.get(PlayDemoWorld);
      if (await world.isPlayed()) return console.log('The demo world is already there.');
      commitWithoutWaiting(app.get(DataSource));
      await world.play((line) => console.log(line));
    } finally {
      await app.close();
    }
  },
};

/** A crash in the middle of the seed leaves nothing worth keeping: its commits need not wait for the disk. */
function commitWithoutWaiting(source: DataSource): void {
  const told = new WeakSet<PoolClient>();
  (source.driver as unknown as { master: Pool }).master.on('acquire', (client) => {
    if (told.has(client)) return;
    told.add(client);
    void client.query('set synchronous_commit to off');
  });
}
