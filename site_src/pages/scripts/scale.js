// The scale of grades, as generator/site/ratings.py places a grade on it.

import { SCALE } from "./charter.js";

const { lowest, highest } = SCALE;

/** Where a grade, in points, is on the scale: in per cent with one decimal. */
export const positionOf = (grade) => `${((100 * (grade - lowest)) / (highest - lowest)).toFixed(1)}%`;
