import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { NotificationsModule } from '#modules/notifications';

/** Every domain lib, composed once for portal, worker and cli. */
export const domainModules: Type[] = [NotificationsModule];

export const entities: EntityTarget<ObjectLiteral>[] = [];
