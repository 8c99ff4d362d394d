interface Preset {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The ranges that a shift asks for, in the language of ranges: each stays relative wherever it is put. */
export const PRESETS: readonly Preset[] = [
  { label: 'Now', from: 'now', to: 'now' },
  { label: 'Next hour', from: 'now', to: 'now+1h' },
  { label: 'Next 4 hours', from: 'now', to: 'now+4h' },
  { label: 'Rest of today', from: 'now', to: 'now/d' },
  { label: 'Today', from: 'now/d', to: 'now/d' },
  { label: 'Tomorrow', from: 'now+1d/d', to: 'now+1d/d' },
  { label: 'Yesterday', from: 'now-1d/d', to: 'now-1d/d' },
  { label: 'This week', from: 'now/w', to: 'now/w' },
  { label: 'Last week', from: 'now-1w/w', to: 'now-1w/w' },
  { label: 'Next week', from: 'now+1w/w', to: 'now+1w/w' },
  { label: 'Around now ±12 h', from: 'now-12h', to: 'now+12h' },
  { label: 'Last 24 hours', from: 'now-24h', to: 'now' },
  { label: 'Last 7 days', from: 'now-7d', to: 'now' },
  { label: 'Last 30 days', from: 'now-30d', to: 'now' },
];
