/**
 * How back ends authenticate before their events are accepted.
 */
export enum ServerAuthorization {
  /**
   * With the header `Authorization: Bearer <ingest key>`. The key is stored in Secrets Manager.
   */
  INGEST_KEY = 'key',

  /**
   * With an AWS signature (Signature Version 4) of a principal that is allowed to invoke the API.
   */
  IAM = 'iam',
}
