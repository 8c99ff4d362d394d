import { expect, it } from 'vitest';
import { toFault } from '../../../server/conferences/toFault.ts';

it.each([
  ['ECONNREFUSED', 'upstream_unreachable'],
  ['ENOTFOUND', 'upstream_unreachable'],
  ['EAI_AGAIN', 'upstream_unreachable'],
  ['ECONNRESET', 'upstream_unreachable'],
  ['EHOSTUNREACH', 'upstream_unreachable'],
  ['ETIMEDOUT', 'upstream_timeout'],
  ['CERT_HAS_EXPIRED', 'upstream_tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'upstream_tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'upstream_tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'upstream_tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'upstream_tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'upstream_tls'],
  ['EPROTO', 'upstream_tls'],
  ['CRL_HAS_EXPIRED', 'upstream_tls'],
  ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'upstream_tls'],
  ['HOSTNAME_MISMATCH', 'upstream_tls'],
  ['INVALID_CA', 'upstream_tls'],
  ['INVALID_PURPOSE', 'upstream_tls'],
  ['PATH_LENGTH_EXCEEDED', 'upstream_tls'],
  ['UNSPECIFIED', 'upstream_tls'],
  ['OUT_OF_MEM', 'upstream_tls'],
  ['ERR_OSSL_UNSUPPORTED', 'upstream_tls'],
  ['HPE_INVALID_CONSTANT', 'upstream_malformed'],
  ['HPE_HEADER_OVERFLOW', 'upstream_malformed'],
])('%s is %s', (code, expected) => {
  expect(toFault(Object.assign(new Error('x'), { code })).code).toBe(expected);
});
