/** A piece of SQL and what is bound to its question marks. Nothing that came from outside ever stands in the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export function sql(text: string, ...values: (string | number)[]): Sql {
  return { text, values };
}

/** All of them; true when there are none. */
export function allOf(parts: readonly Sql[]): Sql {
  return join(parts, 'AND', '1');
}

/** Any of them; false when there are none. */
export function anyOf(parts: readonly Sql[]): Sql {
  return join(parts, 'OR', '0');
}

/** Not that, and not unknown either: null counts as false. */
export function not({ text, values }: Sql): Sql {
  return { text: `NOT coalesce(${text}, 0)`, values };
}

/** Whether an expression has one of some values. */
export function isOneOf(expression: string, values: readonly (string | number)[]): Sql {
  return { text: `${expression} IN (${values.map(() => '?').join(', ')})`, values };
}

function join(parts: readonly Sql[], word: 'AND' | 'OR', none: string): Sql {
  const [first] = parts;
  if (first === undefined) return sql(none);
  if (parts.length === 1) return first;
  return {
    text: `(${parts.map(({ text }) => text).join(` ${word} `)})`,
    values: parts.flatMap(({ values }) => values),
  };
}
