import { fold } from '#contract/text/fold.ts';
import { writeScalar } from '../../lib/json.ts';

/** What a search found in a tree. */
export interface Found {
  /** keys and values that match */
  matches: number;
  /** of each object on the way to a match the keys that lead there */
  keep: ReadonlyMap<object, ReadonlySet<string>>;
}

interface Frame {
  value: object;
  /** the key under which it lies in the frame below */
  key: string;
  entries: readonly (readonly [string, unknown])[];
  next: number;
}

/** Finds the keys and single values that hold a text, without regard to case and accents, however deep. */
export function searchTree(root: object, text: string): Found {
  const wanted = fold(text.trim());
  const keep = new Map<object, Set<string>>();
  if (wanted === '') return { matches: 0, keep };
  const holds = (part: string) => fold(part).includes(wanted);
  const stack: Frame[] = [{ value: root, key: '', entries: Object.entries(root), next: 0 }];
  let matches = 0;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const entry = top.entries[top.next++];
    if (entry === undefined) {
      stack.pop();
      continue;
    }
    const [key, value] = entry;
    const branch = typeof value === 'object' && value !== null;
    const named = !Array.isArray(top.value) && holds(key);
    if (named || (!branch && holds(typeof value === 'string' ? value : writeScalar(value)))) {
      matches++;
      keepPath(keep, stack, key);
    }
    if (branch) stack.push({ value, key, entries: Object.entries(value), next: 0 });
  }
  if (matches === 0) keep.set(root, new Set());
  return { matches, keep };
}

/** Keeps a key of the topmost object, and all that leads there; stops where that is already kept. */
function keepPath(keep: Map<object, Set<string>>, stack: readonly Frame[], key: string): void {
  let wanted = key;
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const frame = stack[depth];
    if (frame === undefined) return;
    const keys = keep.get(frame.value);
    if (keys?.has(wanted)) return;
    if (keys === undefined) keep.set(frame.value, new Set([wanted]));
    else keys.add(wanted);
    wanted = frame.key;
  }
}
