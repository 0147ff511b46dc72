import { Injectable } from '@nestjs/common';
import { actingOnly, demand, holds, type Context, type Lang } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { errorText, phrase } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import { slotWording, type Slot } from '#libs/terms';
import { competitionPolicy } from '../access/competition.policy.js';
import { COMPETITION_ACTIONS, competitionLifecycle, type CompetitionAction } from '../model/competition.lifecycle.js';
import { stageOf } from '../model/competition.js';
import { lint } from '../model/lint.js';
import { formWarnings } from '../model/form/form-lint.js';
import { questionOf } from '../model/form/proposal-form.js';
import { missing } from '../model/missing.js';
import { phaseAt, PHASE_TONES, type Phase } from '../model/phase.js';
import { problemText, type Problem } from '../model/problem.js';
import { SECTIONS, type Section } from '../model/sections.js';
import type { CompetitionSettings } from '../model/settings.js';
import { timeline, type CalendarStep } from '../model/timeline.js';
import { competitionPaths } from '../paths.js';
import { CompetitionRooms, type Room } from '../ports/competition-rooms.port.js';
import { AdvanceCompetition } from '../use-cases/advance-competition.js';
import { noteText } from './form-for-building.js';
import { modelAnswers } from './model-proposal.js';
import { competitionSettings } from './read-competition.js';
import { yearInWords, type YearInWords } from './year-plan-in-words.js';

/** Something the announcement still needs, with the pages on which each part of it is mended. */
export interface MissingLine {
  text: string;
  href: string | null;
  parts: { text: string; href: string }[];
}

export interface CompetitionOverview {
  competition: CompetitionSettings;
  phase: Phase;
  tone: string;
  canEdit: boolean;
  /** What the announcement still needs; what upper libs ask for has no page here. */
  missing: MissingLine[];
  sections: { section: Section; title: string; hint: string; href: string; left: number }[];
  /** Worth another look before the announcement; it does not stand in the way. */
  lint: { text: string; href: string }[];
  calendar: CalendarStep[];
  /** Of a draft: all terms together, and what does not fit into the year. */
  year: YearInWords | null;
  actions: { action: CompetitionAction; text: string; reason: string | null; href: string }[];
  rooms: Room[];
}

/** What the officer and the director see of one competition: what to do, what is in the way, where the work is. */
@Injectable()
export class CompetitionOverviewFor {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
    private readonly advance: AdvanceCompetition,
  ) {}

  async execute(ctx: Context, id: string): Promise<CompetitionOverview> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    const canEdit = competitionPolicy.edit.allows(ctx.actor, competition);
    const problems = competition.state === 'draft' ? missing(competition, ctx.now) : [];
    const phase = phaseAt(competition, ctx.now);
    return {
      competition,
      phase,
      tone: PHASE_TONES[phase],
      canEdit,
      missing: [
        ...problems.map((one) => missingLine(ctx, competition, one)),
        ...(await this.obstacles(ctx, competition)),
      ],
      sections: SECTIONS.map((section) => sectionOf(ctx, id, section, problems)),
      lint:
        competition.state === 'draft'
          ? [...lintLines(ctx, competition), ...(await this.modelLine(ctx, competition))]
          : [],
      calendar: timeline(competition, ctx.now),
      year: competition.state === 'draft' ? yearInWords(competition, ctx.lang) : null,
      actions: await this.actions(ctx, competition),
      rooms: await this.rooms(ctx, competition),
    };
  }

  /** Steps that are up to this person now, each with the reason when it is off. */
  private async actions(ctx: Context, competition: CompetitionSettings): Promise<CompetitionOverview['actions']> {
    const actor = actingOnly(ctx.actor);
    const own = competitionLifecycle.transitions.filter(
      ({ action, from, who }) =>
        isStep(action) &&
        from.includes(competition.state) &&
        who.some((role) => holds(actor, [role], competition.organiserId)),
    );
    return Promise.all(
      own.map(async ({ action: step, who }) => {
        const action = step as CompetitionAction;
        const subject = await this.advance.subject(this.db, competition, action, ctx.now);
        const found = competitionLifecycle.available(competition.state, who[0]!, subject);
        const reason = found.find((one) => one.action === action)!.reason;
        return {
          action,
          text: phrase(ctx.lang, `competitions:action.${action}`),
          reason: reason && errorText(ctx.lang, { code: reason }),
          href: competitionPaths.step(competition.id, action),
        };
      }),
    );
  }

  private async obstacles(ctx: Context, competition: CompetitionSettings): Promise<CompetitionOverview['missing']> {
    if (competition.state !== 'draft') return [];
    const { obstacles } = await this.advance.subject(this.db, competition, 'publish', ctx.now);
    return obstacles.map((code) => ({ text: errorText(ctx.lang, { code }), href: null, parts: [] }));
  }

  /** Organisations write better after a good example. */
  private async modelLine({ lang }: Context, { id }: CompetitionSettings): Promise<CompetitionOverview['lint']> {
    if ((await modelAnswers(this.db, id)).size > 0) return [];
    return [{ text: phrase(lang, 'competitions:missing.no-model'), href: competitionPaths.writeExample(id) }];
  }

  private async rooms(ctx: Context, competition: CompetitionSettings): Promise<Room[]> {
    const ports = this.ports.all(CompetitionRooms);
    // An act that stops a competition closes no room: there is everything that was there.
    const asItCame = { ...competition, state: stageOf(competition) };
    return (await Promise.all(ports.map((port) => port.rooms(ctx, asItCame)))).flat();
  }
}

const isStep = (action: string): boolean => (COMPETITION_ACTIONS as readonly string[]).includes(action);

function sectionOf(ctx: Context, id: string, section: Section, problems: readonly Problem[]) {
  return {
    section,
    title: phrase(ctx.lang, `competitions:section.${section}.title`),
    hint: phrase(ctx.lang, `competitions:section.${section}.hint`),
    href: competitionPaths.section(id, section),
    left: problems.filter((one) => one.section === section).length,
  };
}

function missingLine({ lang }: Context, { id, ruleSet }: CompetitionSettings, one: Problem): MissingLine {
  const parts = (one.slots ?? []).map((key) => ({
    text: partText(ruleSet!.slots[key], one.code, lang),
    href: competitionPaths.slot(id, key),
  }));
  return { text: problemText(one, lang), href: problemHref(id, one), parts };
}

/** «Голосування громадян: зараз «так»»: what is named matters where it cannot be carried out. */
function partText(slot: Slot, code: string, lang: Lang): string {
  const { name, value } = slotWording(slot, lang);
  return code === 'slots-not-built' ? phrase(lang, 'competitions:notBuilt.part', { name, value }) : name;
}

function lintLines(ctx: Context, competition: CompetitionSettings): CompetitionOverview['lint'] {
  const { id, form, criteria } = competition;
  const notes = formWarnings(form, criteria).map((fault) => ({
    text: noteText(ctx, competition, fault),
    href: `${competitionPaths.form(id)}${fault.key ? `#${questionOf(form, fault.key) ? 'question' : 'section'}-${fault.key}` : ''}`,
  }));
  return [
    ...lint(competition).map((one) => ({ text: problemText(one, ctx.lang), href: problemHref(id, one) })),
    ...notes,
  ];
}

function problemHref(id: string, { code, section, field }: Problem): string {
  if (code === 'slots-unsettled') return competitionPaths.settle(id);
  return `${competitionPaths.section(id, section)}${field ? `#${field}` : ''}`;
}
