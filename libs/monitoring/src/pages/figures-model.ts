import { RESULTS } from '../model/conclusion.lifecycle.js';
import type { Figures } from '../model/figures.js';
import type { EarlierYear } from '../queries/read-evaluation.js';
import { monitoringPaths } from '../paths.js';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

/** Figures as the pages of an evaluation draw them. */
export function figuresModel(figures: Figures, years: readonly EarlierYear[], budgetYear: number) {
  const row = (year: number, of: Figures, path: string | null) => ({
    ...{ year, path, projects: of.projects, paidKop: of.money.paidKop, people: of.people },
    done: share(of.results.done, of.projects),
    returnedKop: of.money.returnedKop,
  });
  return {
    figures,
    results: RESULTS.map((result) => ({ result, count: figures.results[result] })),
    reached: (['whole', 'mostly', 'little', 'unknown'] as const).map((key) => ({ key, count: figures.reached[key] })),
    toReturnKop: figures.money.untargetedKop + figures.money.unspentKop,
    womenShare: share(figures.women, figures.people),
    years:
      years.length === 0
        ? []
        : [
            row(budgetYear, figures, null),
            ...years.map((one) => row(one.budgetYear, one.figures, monitoringPaths.publishedEvaluation(one.code))),
          ].sort((a, b) => b.year - a.year),
  };
}
