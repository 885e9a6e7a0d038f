/** What SQS answers to a batch: each entry is confirmed or failed, under its own id. */
interface Entry {
  readonly Id?: string | undefined;
}

export function batchAnswer(entries: readonly Entry[], isConfirmed: (id: string) => boolean): object {
  const failed = entries.filter(({ Id = '' }) => !isConfirmed(Id));
  return {
    Successful: entries.filter((entry) => !failed.includes(entry)).map(({ Id }) => ({ Id })),
    Failed: failed.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
  };
}
