import { type ComponentType, use } from 'react';

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
  /** suspends until the part is there, and throws NotLoaded when it cannot be had; a FaultBoundary says so */
  Part: ComponentType<Props>;
  /** fetches it before it is wanted, once the browser has nothing better to do */
  prepare(): void;
}

/**
 * A part of the page that is fetched when it is first shown. `missing` is what is said when it cannot be: "The
 * timeline could not be loaded."
 */
export function createLate<Props extends object>(
  missing: string,
  load: () => Promise<ComponentType<Props>>,
): Late<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  const forget = () => {
    loading = null;
  };
  const start = () => {
    loading ??= renewStyles()
      .then(load)
      .catch((cause: unknown) => {
        throw new NotLoaded(missing, forget, cause);
      });
    return loading;
  };

  function Part(props: Props) {
    const Loaded = use(start());
    return <Loaded {...props} />;
  }
  return {
    Part,
    prepare() {
      // Whoever opens the part is told; until then it is nobody's business, and is tried again.
      whenIdle(() => start().catch(forget));
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
