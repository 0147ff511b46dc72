/** Limits of a proposal. */
export const TITLE_LENGTH_MAX = 300;
export const LINES_MAX = 100;
export const ACTIVITIES_MAX = 60;
export const INDICATORS_MAX = 30;
export const FILES_MAX = 15;
/** Of one file whose question names no limit of its own. */
export const FILE_MAX_MB = 50;
/** All files of one proposal together. */
export const FILES_TOTAL_MAX_MB = 200;
export const ROW_TEXT_MAX = 300;
export const ROW_WORD_MAX = 120;
export const QUANTITY_MAX = 500_000;
export const MONTHS_MAX = 12;
/** People of one target group. */
export const REACH_MAX = 10_000_000;
/** 10 million UAH a unit: the product with the largest quantity and all months is still a safe integer. */
export const PRICE_MAX_KOP = 1_000_000_000;
/** One share of one line; a hundred of them add up to a safe integer. */
export const SHARE_MAX_KOP = 10_000_000_000_000;

/** Answers whose question names no limit of its own. */
export const ANSWER_LENGTH_MAX = 20_000;
export const CELL_LENGTH_MAX = 300;
export const TABLE_ROWS_MAX = 50;
