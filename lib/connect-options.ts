/**
 * How `PinterestConversions.connect` names the environment variables of a back end.
 */
export interface ConnectOptions {
  /**
   * Prefix of the variable names. A function that sends to several ad accounts needs one prefix per account.
   *
   * Valid values: letters, digits and underscores, starting with a letter.
   *
   * @default 'CONVERSIONS_'
   */
  readonly environmentPrefix?: string;
}
