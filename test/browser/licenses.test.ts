import { expect, it } from 'vitest';
import { startBoard } from '../support/board.ts';

it('the notices of what the page is made of stand beside it', async () => {
  await using board = await startBoard({ conferences: 1 });
  const read = async (path: string) => (await fetch(board.origin + path)).text();
  const scripts = await read('/licenses.txt');
  for (const name of ['react', 'react-dom', 'react-aria-components', '@tanstack/react-query', 'lucide-react'])
    expect(scripts).toMatch(new RegExp(`^## ${name} - \\d`, 'm'));
  expect(await read('/license-inter.txt')).toContain('SIL OPEN FONT LICENSE');
});
