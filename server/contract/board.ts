/** The body of `GET /api/board`: what the page must know about the server it talks to. Never a secret. */
export interface Board {
  /** host of the SignalWire space, for example `acme.signalwire.com` */
  space: string;
  /** origin that is asked, for "Copy as curl", for example `https://acme.signalwire.com` */
  origin: string;
  /** true when the space is the simulator that runs inside this server */
  demo: boolean;
  /** who is signed in, by name; null where nobody needs to be */
  person: string | null;
  /** the server's clock, RFC 3339 UTC with milliseconds */
  now: string;
  /** Callboard's version, from package.json */
  version: string;
  /** where an administrator's own page of a conference is, with `{id}` or `{name}` in it; null for nowhere */
  conferenceUrl: string | null;
}

/** The administrator's own page of a conference; one without a name has its id for it. */
export function writeConferenceUrl(
  url: string,
  { id, name }: { readonly id: string; readonly name: string | null },
): string {
  const values = { '{id}': id, '{name}': name || id };
  return url.replaceAll(/\{(?:id|name)\}/g, (mark) =>
    encodeURIComponent((mark === '{id}' ? values['{id}'] : values['{name}']).toWellFormed()),
  );
}
