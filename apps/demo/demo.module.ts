import { Module } from '@nestjs/common';
import { DemoClock } from '#libs/platform/clock';
import { AdvanceDemoClock } from './advance-demo-clock.js';

/** The movable clock; it refuses to move outside demo mode. */
@Module({ providers: [DemoClock, AdvanceDemoClock], exports: [AdvanceDemoClock, DemoClock] })
export class DemoModule {}
