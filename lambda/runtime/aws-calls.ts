/**
 * How long a call to AWS may take. It must end well before the function's own time does: a function that is killed in
 * the middle answers nobody, and has told nobody what it had done.
 */

/** Without `throwOnRequestTimeout` the SDK's request timeout only writes a warning. */
export const REQUEST_HANDLER = {
  connectionTimeout: 1_000,
  requestTimeout: 2_000,
  throwOnRequestTimeout: true,
} as const;

/** A connection that died while the function was frozen costs one attempt. */
export const MAX_ATTEMPTS = 2;
