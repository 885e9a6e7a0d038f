/** Numbers of the scale model as the tables show them. */
export const count = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

export function span(seconds: number): string {
  if (Number.isNaN(seconds)) return '–';
  if (seconds < 90) return `${seconds.toFixed(1)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}

export const share = (value: number): string => `${(100 * value).toFixed(value < 0.1 ? 2 : 0)}%`;
