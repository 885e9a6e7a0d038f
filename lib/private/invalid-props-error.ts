/**
 * Thrown for props that cannot work. It looks like the CDK's own ValidationError, which is not part of the CDK's public
 * interface: a library that uses it could break with any release.
 */
import type { Construct } from 'constructs';

export class InvalidPropsError extends Error {
  public override readonly name = 'ValidationError';

  public constructor(
    scope: Construct,
    public readonly faults: readonly string[],
  ) {
    super(
      `PinterestConversions initialization failed due to the following validation error(s):\n${faults
        .map((fault) => `- ${fault}`)
        .join('\n')}\nat path [${scope.node.path}]`,
    );
  }
}
