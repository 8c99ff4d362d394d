export type PreviewKind = 'image' | 'video';

interface PreviewFrameProps {
  kind: PreviewKind;
  address: string;
  /** "" for a frame that lies under another, or is not there yet */
  words: string;
  onShown: () => void;
  onFailed: () => void;
}

/** One picture of a preview. */
export function PreviewFrame({ kind, address, words, onShown, onFailed }: PreviewFrameProps) {
  if (kind === 'image')
    return <img src={address} alt={words} referrerPolicy="no-referrer" onLoad={onShown} onError={onFailed} />;
  return (
    <video
      src={address}
      aria-label={words}
      aria-hidden={words === ''}
      autoPlay
      muted
      loop
      playsInline
      onLoadedData={onShown}
      onError={onFailed}
    />
  );
}
