import type { FailureCode } from '#contract/errors.ts';
import { Fault } from '../http/Fault.ts';

/** The first pattern that fits the error's code says what it is; Node names them by the layer that failed. */
const CODES: readonly (readonly [RegExp, FailureCode])[] = [
  [/^HPE_/, 'upstream_malformed'],
  // OpenSSL's own words for what is wrong with a certificate have no prefix in common.
  [
    /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|CERT_|CRL_|ERROR_IN_C|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|INVALID_NON_CA|PATH_LENGTH_EXCEEDED|UNSPECIFIED|OUT_OF_MEM)/,
    'upstream_tls',
  ],
  [/^ETIMEDOUT$/, 'upstream_timeout'],
];

/** What an error of the network means. What is in no list could not be reached: refused, reset, no such name. */
export function toFault(error: Error): Fault {
  const code = 'code' in error ? String(error.code) : '';
  const known = CODES.find(([pattern]) => pattern.test(code));
  return new Fault(known?.[1] ?? 'upstream_unreachable', { cause: error });
}
