import type { ReactNode } from 'react';
import { THEMES, type Theme } from '#contract/values.ts';
import { THEME_WORDS } from './colourWords.ts';
import styles from './Theme.module.css';

interface ThemeTableProps<Row> {
  /** names the table, and heads its first column */
  of: string;
  rows: readonly Row[];
  /** names a row; also its key */
  name: (row: Row) => string;
  /** says more of a row on hover */
  hint?: (row: Row) => string;
  /** wire name of a cell's value, where it has one */
  field?: (row: Row, theme: Theme) => string;
  children: (row: Row, theme: Theme) => ReactNode;
}

/** Something of both themes, the dark one first, below the pictures of the two. */
export function ThemeTable<Row>({ of, rows, name, hint, field, children }: ThemeTableProps<Row>) {
  return (
    <table className={styles.table} aria-label={of}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {THEMES.map((theme) => (
            <th key={theme} scope="col">
              {THEME_WORDS[theme]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={name(row)}>
            <th scope="row" title={hint?.(row)}>
              {name(row)}
            </th>
            {THEMES.map((theme) => (
              <td key={theme} data-field={field?.(row, theme)}>
                {children(row, theme)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
