import type { Reader } from '#libs/platform/database';
import { SHIPPED, type Sections } from '../model/template/sections.js';

export interface TemplateVersion {
  number: number;
  orderNumber: string | null;
  orderOn: string | null;
  sections: Sections;
}

/** Number 0 of every authority. */
const SHIPPED_VERSION: TemplateVersion = { number: 0, orderNumber: null, orderOn: null, sections: SHIPPED };

/** Every text of contracts that an authority approved, the latest first; the text that came with the system last. */
export async function templateVersions(reader: Reader, organiserId: string): Promise<TemplateVersion[]> {
  const own = await reader.rows<TemplateVersion>(
    `select number, order_number as "orderNumber", order_on::text as "orderOn", sections
       from contracts.template where organiser_id = $1 order by number desc`,
    [organiserId],
  );
  return [...own, SHIPPED_VERSION];
}

export async function templateOf(reader: Reader, organiserId: string, number: number): Promise<TemplateVersion> {
  if (number === 0) return SHIPPED_VERSION;
  return (await templateVersions(reader, organiserId)).find((one) => one.number === number) ?? SHIPPED_VERSION;
}

export const latestTemplate = async (reader: Reader, organiserId: string): Promise<TemplateVersion> =>
  (await templateVersions(reader, organiserId))[0]!;
