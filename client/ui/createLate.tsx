import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';

/** A part of the page whose code could not be fetched. */
export class NotLoaded extends Error {
  /** makes the next use of the part fetch it anew */
  readonly forget: () => void;

  constructor(message: string, forget: () => void, cause: unknown) {
    super(message, { cause });
    this.name = 'NotLoaded';
    this.forget = forget;
  }
}

interface Late<Props> {
  /** `waiting` until the part is there; throws NotLoaded when it cannot be had, and a FaultBoundary says so */
  Part: ComponentType<Props>;
  /** fetches it before it is wanted, once the browser has nothing better to do */
  prepare(): void;
}

/**
 * A part of the page that is fetched when it is first shown. React's own Suspense would hold it back until 300 ms after
 * its place was drawn, there or not.
 *
 * @param missing what is said when it cannot be had: "The timeline could not be loaded."
 * @param waiting stands in its place until it comes
 */
export function createLate<Props extends object>(
  missing: string,
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): Late<Props> {
  let loading: Promise<void> | null = null;
  let came: { Loaded: ComponentType<Props> } | { fault: NotLoaded } | null = null;
  const shown = new Set<() => void>();

  const forget = () => {
    loading = null;
    came = null;
  };
  const fetchPart = async () => {
    try {
      await renewStyles();
      came = { Loaded: await load() };
    } catch (cause) {
      came = { fault: new NotLoaded(missing, forget, cause) };
    }
    for (const draw of shown) draw();
  };
  const start = () => {
    loading ??= fetchPart();
    return loading;
  };
  const listen = (draw: () => void) => {
    shown.add(draw);
    return () => shown.delete(draw);
  };

  function Part(props: Props) {
    const part = useSyncExternalStore(listen, () => came);
    if (part === null) {
      void start();
      return waiting;
    }
    if ('fault' in part) throw part.fault;
    return <part.Loaded {...props} />;
  }
  return {
    Part,
    prepare() {
      // Whoever opens the part is told; until then it is nobody's business, and is tried again.
      whenIdle(() =>
        start().then(() => {
          if (shown.size === 0 && came !== null && 'fault' in came) forget();
        }),
      );
    },
  };
}

/** Safari is never idle: there it is what comes next. */
const whenIdle: (act: () => void) => unknown = window.requestIdleCallback ?? setTimeout;

/** Style sheets that could not be fetched. */
const deadStyles = new Set<HTMLLinkElement>();

// Such an event does not bubble, but it is heard on its way down.
document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') deadStyles.add(target);
  },
  true,
);

/**
 * Fetches anew every style sheet that could not be had. The build's own code asks for the style of a late part once
 * only, so at the next try the part would come without it.
 */
async function renewStyles(): Promise<void> {
  const dead = [...deadStyles];
  deadStyles.clear();
  await Promise.all(dead.map(renew));
}

function renew(link: HTMLLinkElement): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.href = link.href;
  again.crossOrigin = link.crossOrigin;
  again.onload = () => resolve();
  again.onerror = () => reject(new Error(`No style at ${link.href}`));
  link.replaceWith(again);
  return promise;
}
