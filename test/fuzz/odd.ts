import * as fc from 'fast-check';

/** Texts that have broken programs before. */
export const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    '__proto__',
    'constructor',
    '<script>',
    '%00',
    '%',
    '%zz',
    '\u0000',
    '\r\n',
    '\u202e',
    '\ud800',
    '\ufeff',
    '../../etc/passwd',
    'https://evil.example/?page_token=a',
    '//evil.example',
    '🎛️',
  ),
  fc.string({ unit: 'binary' }),
  fc.nat(20_000).map((length) => 'x'.repeat(length)),
);

/** One of these, the first as often as `ordinary` says for each of the odd ones. */
export function mostly<Value>(ordinary: number, usual: Value, ...odd: readonly fc.Arbitrary<Value>[]) {
  return fc.oneof(
    { weight: ordinary, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.oneof(...odd) },
  );
}

/** Changes bytes here and there: flips, cuts, and puts in. */
export const bytesChange = fc.array(
  fc.record({
    /** 0 to 1: where */
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('flip', 'cut', 'insert', 'double'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 3 },
);

export type BytesChange = typeof bytesChange extends fc.Arbitrary<infer Change> ? Change : never;

export function changeBytes(original: Buffer, changes: BytesChange): Buffer {
  let bytes = original;
  for (const { at, how, bytes: put } of changes) {
    const place = Math.floor(at * bytes.length);
    const head = bytes.subarray(0, place);
    const tail = bytes.subarray(place);
    if (how === 'cut') bytes = head;
    else if (how === 'insert') bytes = Buffer.concat([head, put, tail]);
    else if (how === 'double') bytes = Buffer.concat([bytes, tail]);
    else bytes = Buffer.concat([head, put.subarray(0, tail.length), tail.subarray(put.length)]);
  }
  return bytes;
}

/** Bytes as a person can read them and a test can hold them. */
export function showBytes(bytes: Buffer): string {
  return JSON.stringify(bytes.toString('latin1')).replace(
    /(.)\1{40,}/g,
    (run, one) => `${one}{${run.length}}`,
  );
}
