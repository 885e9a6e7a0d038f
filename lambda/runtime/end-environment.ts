/**
 * Ends this execution environment of the function. Lambda takes that for a failed invocation (`Runtime.ExitError`) and starts
 * the runtime anew with the next one ("suppressed init"), in the same sandbox or in another one, as it likes:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, "Failures during the invoke phase".
 */
export async function endEnvironment(): Promise<void> {
  // `npm start` runs the functions in its own process.
  if (!process.env.AWS_LAMBDA_FUNCTION_NAME) return;
  // Node drops what a pipe has not taken yet, and metrics are lines in it.
  await Promise.all([process.stdout, process.stderr].map(taken));
  process.exit(1);
}

const taken = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });
