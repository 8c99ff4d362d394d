import { describe, expect, it } from 'vitest';
import { readKey } from '../../../client/ui/keys.ts';

const KNOWN = new Set(['[', ']', '/', '?', 'r', 'j', 'Escape']);

interface Press {
  key: string;
  code: string;
  held?: 'Alt' | 'Ctrl' | 'Meta' | 'Shift' | 'AltGr' | 'Ctrl+Alt';
}

function press({ key, code, held = undefined }: Press): string | null {
  const event = {
    key,
    code,
    altKey: held === 'Alt' || held === 'Ctrl+Alt',
    ctrlKey: held === 'Ctrl' || held === 'Ctrl+Alt',
    metaKey: held === 'Meta',
    shiftKey: held === 'Shift',
    getModifierState: () => held === 'AltGr',
  };
  return readKey(event, (known) => KNOWN.has(known));
}

describe('a key, on whatever keyboard', () => {
  it.each<[string, Press, string | null]>([
    ['a US keyboard', { key: ']', code: 'BracketRight' }, ']'],
    ['AltGr+9 of a German one', { key: ']', code: 'Digit9', held: 'AltGr' }, ']'],
    ['the same, as Windows tells it', { key: ']', code: 'Digit9', held: 'Ctrl+Alt' }, ']'],
    ['AltGr+° of a French one', { key: ']', code: 'Minus', held: 'AltGr' }, ']'],
    ['Option+6 of a German Mac', { key: ']', code: 'Digit6', held: 'Alt' }, ']'],
    ['the place of the bracket on a German one', { key: '+', code: 'BracketRight' }, ']'],
    ['and on a Russian one', { key: 'ъ', code: 'BracketRight' }, ']'],
    ['Shift+7 of a German one', { key: '/', code: 'Digit7', held: 'Shift' }, '/'],
    ['a letter under Caps Lock', { key: 'R', code: 'KeyR' }, 'r'],
    ['a letter of a Cyrillic one', { key: 'к', code: 'KeyR' }, 'r'],
    ['the same under Caps Lock', { key: 'К', code: 'KeyR' }, 'r'],
    ['a letter of a French one is what is written on it', { key: 'q', code: 'KeyA' }, null],
    ['Reload', { key: 'r', code: 'KeyR', held: 'Ctrl' }, null],
    ['Reload of a Mac', { key: 'r', code: 'KeyR', held: 'Meta' }, null],
    ['Option and a letter', { key: '®', code: 'KeyR', held: 'Alt' }, null],
    ['a letter with Shift', { key: 'R', code: 'KeyR', held: 'Shift' }, null],
    ['a key by name', { key: 'Escape', code: 'Escape' }, 'Escape'],
  ])('%s', (_, pressed, known) => {
    expect(press(pressed)).toBe(known);
  });
});
