import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { logLevels, readConfig } from '#libs/platform/config';
import { WorkerQueues } from '#libs/platform/jobs';
import { WorkerModule } from './worker.module.js';

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: logLevels(readConfig()) });
app.enableShutdownHooks();
app.get(WorkerQueues).start();
// Started by bin/start: no orphan stays when the starter dies.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
