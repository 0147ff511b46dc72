import { Injectable } from '@nestjs/common';
import { ApplyImport, ImportForOfficer, TakeFile } from '#libs/registers';
import { Stage } from './stage.js';
import { worldData, type DemoImport } from './world-data.js';

/** What the authorities know from letters and reports of others; one file waits as a preview for a visitor. */
@Injectable()
export class PlayRegisters {
  constructor(
    private readonly stage: Stage,
    private readonly take: TakeFile,
    private readonly read: ImportForOfficer,
    private readonly apply: ApplyImport,
  ) {}

  /** All that a day brings, in the order of the file. */
  async play(organiser: string, organiserId: string, day: string): Promise<void> {
    for (const one of worldData.registers[organiser]!.filter(({ at }) => at[0] === day))
      await this.bring(organiser, organiserId, one);
  }

  private async bring(organiser: string, organiserId: string, one: DemoImport): Promise<void> {
    await this.stage.atKyiv(...one.at);
    const ctx = await this.stage.as(officerOf(organiser));
    const { head, rows, fileName: name, at: _, isPreview, ...source } = one;
    const content = Buffer.from([head, ...rows].map((line) => line.join(';')).join('\r\n'));
    const id = await this.take.execute(ctx, { ...source, organiserId, sourceLink: null, file: { name, content } });
    if (isPreview) return;
    const { hash } = await this.read.execute(ctx, id);
    await this.apply.execute(ctx, id, hash);
  }
}

const officerOf = (organiser: string): string =>
  worldData.people.staff.find((person) => person.role === 'officer' && person.organiser === organiser)!.email;
