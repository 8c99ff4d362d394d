/** One line of the table: what was measured, what it should be, what it was. */
export interface Figure {
  what: string;
  goal: string;
  figure: string;
  met: boolean;
}

export function atMost(what: string, most: number, value: number, unit = ''): Figure {
  return { what, goal: `<= ${most}${unit}`, figure: `${round(value)}${unit}`, met: value <= most };
}

export function exactly(what: string, goal: number, value: number, unit = ''): Figure {
  return { what, goal: `${goal}${unit}`, figure: `${round(value)}${unit}`, met: value === goal };
}

/** A figure without a goal. */
export function plainly(what: string, figure: string): Figure {
  return { what, goal: '', figure, met: true };
}

/** Ours as a multiple of a reference that was measured beside it; only told where the goal is null. */
export function atMostTimes(
  what: string,
  most: number | null,
  { ours, reference, unit }: { ours: number; reference: number; unit: string },
): Figure {
  const figure = `${(ours / reference).toFixed(2)}×  (${round(ours)} / ${round(reference)} ${unit})`;
  if (most === null) return plainly(what, figure);
  return { what, goal: `<= ${most}×`, figure, met: ours / reference <= most };
}

/** The value below which `share` (0 to 1) of the values lie, which may come in any order. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function writeTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, goal, figure, met }) => [met ? 'ok' : 'MISSED', what, goal, figure]);
  const all = [['', 'what', 'goal', 'figure'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
