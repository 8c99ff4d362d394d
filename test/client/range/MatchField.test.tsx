import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MatchField } from '../../../client/range/MatchField.tsx';
import { MatchNote } from '../../../client/range/MatchNote.tsx';

describe('how conferences are held against the range', () => {
  it('offers Inside and Overlaps as one choice', async () => {
    const onChange = vi.fn();
    render(<MatchField match="inside" onChange={onChange} />);
    const ways = within(screen.getByRole('radiogroup', { name: 'Match' }));
    expect(ways.getByRole('radio', { name: 'Inside' })).toHaveProperty('checked', true);
    await userEvent.click(ways.getByRole('radio', { name: 'Overlaps' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ match: 'overlaps' });
  });

  it('says under Inside that undated conferences may be missing, one press from Overlaps', async () => {
    const onChange = vi.fn();
    render(<MatchNote match="inside" undated={false} undatedCount={3} onChange={onChange} />);
    expect(screen.getByText(/Conferences without dates may be missing/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Use Overlaps' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ match: 'overlaps' });
  });

  it('counts under Overlaps those without any date, one press from having them', async () => {
    const onChange = vi.fn();
    const { rerender } = render(
      <MatchNote match="overlaps" undated={false} undatedCount={1_234} onChange={onChange} />,
    );
    expect(screen.getByText(/1,234 conferences have no dates at all/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Include' }));
    rerender(<MatchNote match="overlaps" undated undatedCount={1_234} onChange={onChange} />);
    await userEvent.click(screen.getByRole('button', { name: 'Leave out' }));
    expect(onChange.mock.calls).toEqual([[{ undated: true }], [{ undated: false }]]);
  });
});
