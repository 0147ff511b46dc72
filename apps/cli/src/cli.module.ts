import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { domainModules } from '../../domain.js';
import { PlatformModule } from '../../platform.module.js';

@Module({ imports: [PlatformModule, ...domainModules] })
class CliModule {}

/** Runs a command's work with the use cases of the domain at hand. */
export async function withDomain<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(CliModule, { logger: ['warn', 'error'] });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
