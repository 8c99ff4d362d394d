import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LiveRegion } from '../../../client/board/LiveRegion.tsx';

it('says the same words anew when they are true again, and once as long as nothing happens', () => {
  const { rerender } = render(<LiveRegion said={{ count: 0, words: '' }} />);
  const region = screen.getByRole('status');
  const texts: (ChildNode | null)[] = [];
  for (const count of [1, 1, 2]) {
    rerender(<LiveRegion said={{ count, words: '1 changed' }} />);
    expect(region.textContent).toBe('1 changed');
    texts.push(region.firstChild);
  }
  const [first, same, again] = texts;
  expect(same).toBe(first);
  expect(again).not.toBe(first);
});
