import { inLang, modelAnswers, modelSections, writtenSections, type CompetitionSettings } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { CALIBRATION_LIMITS } from '../model/calibration.js';

/** The model proposal of a competition as the text of a sample; empty while nobody wrote one. */
export async function modelAsSample(reader: Reader, { id, form }: CompetitionSettings): Promise<string> {
  const sections = writtenSections(modelSections(form, await modelAnswers(reader, id)));
  const paragraphs = sections.flatMap(({ title, questions }) => [
    inLang(title, 'uk'),
    ...questions.map((one) => `${inLang(one.title, 'uk')}\n${one.answer}`),
  ]);
  return paragraphs.join('\n\n').slice(0, CALIBRATION_LIMITS.body);
}
