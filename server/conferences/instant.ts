const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const UNIX_SECONDS = /^(?:0|[1-9]\d{0,10})$/;

/** Whether a text is an instant as SignalWire's list takes it: RFC 3339 with a zone, or Unix seconds. */
export function isInstant(text: string): boolean {
  if (UNIX_SECONDS.test(text)) return true;
  const parts = RFC_3339.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  // The 30th of February would quietly become the 2nd of March.
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  );
}
