/** Lengths of time in milliseconds. Days here are 24 hours; calendar days are Temporal's business. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
