// The scale from 1 to 10, as generator/site/ratings.py places a grade on it.

const LOWEST = 1;
const HIGHEST = 10;

/** Where a grade, in points, is on the scale: in per cent with one decimal. */
export const positionOf = (grade) => `${((100 * (grade - LOWEST)) / (HIGHEST - LOWEST)).toFixed(1)}%`;
