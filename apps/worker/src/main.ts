import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#libs/platform/config';
import { WorkerQueues } from '#libs/platform/jobs';
import { JsonLog } from '#libs/platform/log';
import { WorkerModule } from './worker.module.js';

const logger = new JsonLog({ showsInfo: readConfig().logLevel === 'info' });
const app = await NestFactory.createApplicationContext(WorkerModule, { logger });
app.enableShutdownHooks();
app.get(WorkerQueues).start();
// Started by bin/start: no orphan stays when the starter dies.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
