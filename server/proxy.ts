/** The proxy in front of SignalWire, in the variables in which every tool reads it. */
export type ProxyEnv = Partial<Record<'HTTPS_PROXY' | 'NO_PROXY', string>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads HTTPS_PROXY (`http://name:password@host:port`) and NO_PROXY, in capitals or not. Says in a sentence
 * what is wrong with it, never the value: it may hold a password.
 */
export function readProxy(env: Environment, refuse: (sentence: string) => void): ProxyEnv {
  const proxy = (env.https_proxy ?? env.HTTPS_PROXY)?.trim() ?? '';
  const except = (env.no_proxy ?? env.NO_PROXY)?.trim() ?? '';
  if (proxy === '') return {};
  if (!/^https?:$/.test(URL.parse(proxy)?.protocol ?? ''))
    refuse('HTTPS_PROXY must be the address of a proxy, such as http://proxy.example:3128.');
  return { HTTPS_PROXY: proxy, ...(except === '' ? {} : { NO_PROXY: except }) };
}
