/** Whether two values of JSON are the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    const value = a[key];
    const other = b[key];
    // most values are equal texts: no call for those, and hasOwn only where `__proto__` could be meant
    if (value !== other && !(Object.hasOwn(b, key) && isSameValue(value, other))) return false;
  }
  return true;
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
