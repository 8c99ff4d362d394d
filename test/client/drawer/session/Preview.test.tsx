import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Drawer } from '../../../../client/drawer/Drawer.tsx';
import { makeConference, SESSION } from '../conferences.ts';
import { freeze, PROPS, press, readField, show, withDrawers } from '../show.tsx';

withDrawers();

describe('the preview', () => {
  const image = () => screen.queryByRole('img', { name: 'Preview of Morning round' });

  it('is loaded only when asked for, and anew every 30 s while the last picture stands', () => {
    freeze();
    show();
    expect(image()).toBeNull();
    press('Show preview');
    const first = image();
    expect(first?.getAttribute('src')).toBe(SESSION.preview_url);
    act(() => void first?.dispatchEvent(new Event('load')));
    act(() => vi.advanceTimersByTime(30_000));
    expect(image()).toBe(first);
    const second = document.querySelector('img[alt=""]');
    expect(second?.getAttribute('src')).toMatch(new RegExp(`^${SESSION.preview_url}\\?round=\\d+$`));
    act(() => void second?.dispatchEvent(new Event('load')));
    expect(image()).toBe(second);
    expect(document.querySelectorAll('img')).toHaveLength(1);
    press('Hide preview');
    expect(image()).toBeNull();
  });

  it('keeps the last picture when the next one does not come, and says so until one does', () => {
    freeze();
    show();
    press('Show preview');
    const first = image();
    act(() => void first?.dispatchEvent(new Event('load')));
    act(() => vi.advanceTimersByTime(30_000));
    act(() => void document.querySelector('img[alt=""]')?.dispatchEvent(new Event('error')));
    expect(image()).toBe(first);
    expect(screen.getByText(/^This picture is not the newest/)).toBeDefined();
    act(() => vi.advanceTimersByTime(30_000));
    act(() => void document.querySelector('img[alt=""]')?.dispatchEvent(new Event('load')));
    expect(screen.queryByText(/^This picture is not the newest/)).toBeNull();
  });

  it('is taken for a video when it is no image, and says so when it is neither', () => {
    show();
    press('Show preview');
    act(() => void image()?.dispatchEvent(new Event('error')));
    const video = screen.getByLabelText('Preview of Morning round');
    expect(video.tagName).toBe('VIDEO');
    act(() => void video.dispatchEvent(new Event('error')));
    expect(screen.getByText(/The preview cannot be shown/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Open it by itself' }).getAttribute('href')).toBe(
      SESSION.preview_url,
    );
    press('Try again');
    expect(image()).not.toBeNull();
  });

  it.each([
    ['javascript:alert(1)', 'only https is loaded, and it is javascript:.'],
    ['https://evil.example/x.webp', "it lies on evil.example, not on the space's own host."],
  ])('is refused in a sentence, without link or image: %s', (preview_url, why) => {
    show({ conference: makeConference({ active_session: { ...SESSION, preview_url } }) });
    expect(screen.getByText(`The preview is not loaded: ${why}`)).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
    expect(document.querySelector('img, video')).toBeNull();
    expect(readField('active_session.preview_url')[1]).toContain(preview_url);
  });

  it('says when it is switched off, and when there is none', () => {
    const off = { ...SESSION, enable_room_previews: false, preview_url: null };
    const { rerender } = show({ conference: makeConference({ active_session: off }) });
    expect(screen.getByText('Previews are switched off for this session.')).toBeDefined();
    const none = makeConference({ active_session: { ...off, enable_room_previews: true } });
    rerender(<Drawer {...PROPS} conference={none} />);
    expect(screen.getByText('There is no preview of this session.')).toBeDefined();
  });
});
