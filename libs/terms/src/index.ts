export { ALLOCATION_WAYS, LEGAL_FORMS, SLOT_GROUPS, SLOT_KEYS, SLOTS } from './model/slots.js';
export type {
  AllocationWay,
  LegalForm,
  Limit,
  Rounding,
  Share,
  SlotGroup,
  SlotKey,
  SlotUnit,
  SlotValues,
  Threshold,
  YearlyDay,
} from './model/slots.js';
export { RULE_SET_KEYS, missingSlots, slotValue, unsettledSlots } from './model/rule-set.js';
export type {
  Adoption,
  Grade,
  RuleSet,
  RuleSetKey,
  Slot,
  SlotException,
  Slots,
  Verification,
} from './model/rule-set.js';
export { presetRuleSet, presetRuleSets } from './model/preset-rule-sets.js';
export { chooseRuleSet } from './model/choose-rule-set.js';
export { adoptSlots, changeSlot, confirmSlot } from './model/change-slot.js';
export { carryOver, changedSlots } from './model/carry-over.js';
export { choicesOf, isSlotValue } from './model/slot-validity.js';
export { freezeRuleSet, isUntouched } from './model/freeze-rule-set.js';
export type { FrozenRuleSet } from './model/freeze-rule-set.js';
export { slotWording } from './model/slot-wording.js';
export type { SlotWording } from './model/slot-wording.js';
export { presentationDue, type CalendarDay } from './model/budget-calendar.js';
export { dueAfter, dueBefore } from './model/due-date.js';
export type { DueDate, SkippedDay, Term, TermUnit } from './model/due-date.js';
export { explainDueDate, reasonInWords, termInWords } from './model/due-date-wording.js';
export { WorkingDayCalendar, holidayTable, ukrainianCalendar } from './model/working-day-calendar.js';
export type {
  DayOff,
  DayOffReason,
  Exchange,
  HolidayTable,
  HolidayYear,
  Suspension,
} from './model/working-day-calendar.js';
