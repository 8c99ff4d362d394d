import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError.ts';

/**
 * The policy of every query. The server retries and waits on our behalf, so a failure is shown at once
 * instead of behind a spinner; hidden tabs ask nothing and refresh on return.
 */
export function createBoardQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      // Somebody left by another tab, and wants nothing to stay: the page makes way for the sign-in.
      onError(error) {
        if (error instanceof ApiError && error.code === 'signed_out') window.location.reload();
      },
    }),
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: 5_000,
        gcTime: 60_000,
        refetchOnWindowFocus: true,
        refetchIntervalInBackground: false,
        // An answer that is the same is the same object already (createAsker.ts).
        structuralSharing: false,
      },
    },
  });
}
