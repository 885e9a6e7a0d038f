/**
 * What a back end has to show before its events are taken.
 */
export enum ServerAuthorization {
  /**
   * The header `Authorization: Bearer <ingest key>`. The key is generated and lies in Secrets Manager.
   */
  INGEST_KEY = 'key',

  /**
   * An AWS signature (Signature Version 4) of a principal that may invoke the API.
   */
  IAM = 'iam',
}
