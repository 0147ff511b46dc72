/** Addresses of the plan, without the language prefix. */
export const planPaths = {
  latest: '/plan',
  year: (year: number): string => `/plan/${year}`,
  show: (organiserSlug: string, year: number): string => `/plan/${organiserSlug}/${year}`,
  measure: (organiserSlug: string, year: number, number: string): string => `/plan/${organiserSlug}/${year}/${number}`,
  list: (organiserSlug: string, year: number): string => `/plan/${organiserSlug}/${year}/list`,
  /** How the plan is carried out, as data; lib `plan` answers there. */
  data: (organiserSlug: string, year: number, format: 'json' | 'csv'): string =>
    `/plan/${organiserSlug}/${year}/execution.${format}`,
  json: (organiserSlug: string, year: number): string => `/api/v1/plans/${organiserSlug}/${year}`,
};
