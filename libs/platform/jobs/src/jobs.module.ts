import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeliveryRunner } from './delivery-runner.js';
import { Drain } from './drain.js';
import { Handlers } from './handlers.js';
import { QueueBackend } from './queue-backend.js';
import { Relay } from './relay.js';
import { RetryDelivery } from './retry-delivery.js';
import { Sweeper } from './sweeper.js';
import { WorkerQueues } from './worker-queues.js';

const parts = [QueueBackend, Handlers, DeliveryRunner, Relay, Drain, RetryDelivery, Sweeper, WorkerQueues];

@Global()
@Module({ imports: [DiscoveryModule], providers: parts, exports: parts })
export class JobsModule {}
