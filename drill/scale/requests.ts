/** What SQS bills: a request for each call, and for each 64 KB that it carries. https://aws.amazon.com/sqs/pricing/ */
const KILOBYTES_A_REQUEST = 64;
const MESSAGES_A_CALL = 10;

export class Requests {
  public count = 0;

  /** Sending or receiving so many kilobytes in one call. */
  public carry(kilobytes: number): void {
    this.count += Math.max(1, Math.ceil(kilobytes / KILOBYTES_A_REQUEST));
  }

  /** Deleting or hiding so many messages. */
  public settle(messages: number): void {
    this.count += Math.ceil(messages / MESSAGES_A_CALL);
  }
}
