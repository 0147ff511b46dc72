import { competitionPaths } from '#libs/competitions';
import { spacedIban } from '../model/iban.js';
import { contractPaths } from '../paths.js';
import type { ContractView } from '../queries/contract-for-page.js';
import { STATE_TONES } from './contracts.list.js';
import { PAYMENT_TONES } from './payments.list.js';

/** What both sides see of a contract. */
export function contractModel(view: ContractView, side: 'authority' | 'organisation') {
  const { contract, parts, competition, content, steps, awardKop, payments, mayOrder, changes, acts, mayAsk, holds } =
    view;
  const { id, iban, treasuryIban } = contract;
  return {
    ...{ contract, parts, competition, content, steps, side, payments, holds, paymentTones: PAYMENT_TONES },
    changes: changes.map((one) => ({ ...one, href: contractPaths.change(one.id), paper: paperOf(one) })),
    acts: acts.map((one) => ({ ...one, paper: contractPaths.paper('acts', one.id) })),
    toAsk: mayAsk ? contractPaths.askChange(id) : null,
    toOrder: mayOrder ? contractPaths.pay(id) : null,
    // «05.2020»
    stages: parts.stages.map((one) => ({ ...one, month: one.month?.split('-').reverse().join('.') })),
    tone: STATE_TONES[contract.state],
    isAwardOff: awardKop !== contract.sumKop,
    iban: iban && spacedIban(iban),
    treasuryIban: treasuryIban && spacedIban(treasuryIban),
    paths: {
      competition: competitionPaths.show(competition.code!),
      list: side === 'authority' ? contractPaths.ofCompetition(competition.id) : contractPaths.mine,
      terms: contractPaths.terms(id),
      pdf: contractPaths.pdf(id),
      docx: contractPaths.docx(id),
      details: contractPaths.details(id),
      agree: contractPaths.agree(id),
      giveBack: contractPaths.giveBack(id),
      act: contractPaths.act(id, ''),
    },
  };
}

const paperOf = ({ amendment }: ContractView['changes'][number]): string | null =>
  amendment && contractPaths.paper('amendments', amendment.id);
