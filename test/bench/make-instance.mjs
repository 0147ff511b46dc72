/*
 * Seeded instances of the assignment, the same on every machine: 24 topics of unequal demand; a proposal has 1–3 of them,
 * an expert knows 2–5 at a level of 1–3; the score is the match (0–60) and, on some pairs, a wish of the expert (10–40);
 * 3 % of the pairs are conflicts.
 */

export const SIZES = [
  { n: 200, m: 40, k: 3, seed: 11 },
  { n: 1_000, m: 100, k: 3, seed: 12 },
  { n: 5_000, m: 300, k: 3, seed: 13 },
  { n: 10_000, m: 500, k: 3, seed: 14 },
];

const TOPICS = 24;
const CONFLICT_SHARE = 0.03;
const WISH_SHARE = 0.08;
const SLACK = 1.2;

/**
 * `scores` of a proposal: expert, score, expert, score … with scores above 0; `conflicts` of a proposal: experts.
 * @param {{ n: number, m: number, k: number, seed: number }} size
 */
export function makeInstance({ n, m, k, seed }) {
  const random = mulberry32(seed);
  const below = (limit) => Math.floor(random() * limit);
  const topic = topicsByDemand(random);
  const experts = Array.from({ length: m }, () => levels(random, below, topic));
  const scores = [];
  const conflicts = [];
  for (let proposal = 0; proposal < n; proposal += 1) {
    const count = 1 + below(3);
    const wanted = new Set();
    while (wanted.size < count) wanted.add(topic());
    scores.push([]);
    conflicts.push([]);
    experts.forEach((known, expert) => {
      if (random() < CONFLICT_SHARE) return conflicts[proposal].push(expert);
      let score = Math.round((60 * [...wanted].reduce((sum, one) => sum + known[one], 0)) / (3 * count));
      if (score > 0 && random() < WISH_SHARE) score += 10 + below(31);
      if (score > 0) scores[proposal].push(expert, score);
    });
  }
  return { n, m, k, cap: Math.ceil((SLACK * n * k) / m), seed, scores, conflicts };
}

function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The first topics are asked for most. */
function topicsByDemand(random) {
  const sums = [];
  let total = 0;
  for (let topic = 0; topic < TOPICS; topic += 1) sums.push((total += 1 / (topic + 3)));
  return () => {
    const place = random() * total;
    return sums.findIndex((sum) => sum >= place);
  };
}

function levels(random, below, topic) {
  const known = new Uint8Array(TOPICS);
  const count = 2 + below(4);
  for (let one = 0; one < count; one += 1) known[random() < 0.5 ? topic() : below(TOPICS)] = 1 + below(3);
  return known;
}
