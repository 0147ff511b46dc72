import { pointSpread, whyCalibrationIsClosed } from './calibration.js';

const OPENED = new Date('2020-10-06T09:00:00Z');
const UNTIL = new Date('2020-10-12T20:59:59Z');
const round = { openedAt: OPENED, untilAt: UNTIL, closedAt: null };
const at = (now: Date, competitionState = 'announced') => ({ now, competitionState });

describe('a calibration round', () => {
  it('takes points to its last second, and not once somebody closed it', () => {
    expect(whyCalibrationIsClosed(round, at(UNTIL))).toBeNull();
    expect(whyCalibrationIsClosed(round, at(new Date('2020-10-12T21:00:00Z')))).toBe('evaluation.calibration-over');
    expect(whyCalibrationIsClosed({ ...round, closedAt: OPENED }, at(UNTIL))).toBe('evaluation.calibration-over');
    expect(whyCalibrationIsClosed(null, at(UNTIL))).toBe('evaluation.calibration-none');
  });

  it('is over when the scoring begins', () => {
    expect(whyCalibrationIsClosed(round, at(UNTIL, 'admission'))).toBeNull();
    expect(whyCalibrationIsClosed(round, at(UNTIL, 'scoring'))).toBe('evaluation.calibration-over');
  });
});

describe('the spread of points', () => {
  it('is the least, the middle and the most, with how many gave each', () => {
    expect(pointSpread([5, 2, 3, 3])).toEqual({
      ...{ min: 2, median: 3, max: 5 },
      dots: [
        { points: 2, count: 1 },
        { points: 3, count: 2 },
        { points: 5, count: 1 },
      ],
    });
  });

  it('may have a half in the middle, and nothing where nobody gave points', () => {
    expect(pointSpread([2, 5])?.median).toBe(3.5);
    expect(pointSpread([])).toBeNull();
  });
});
