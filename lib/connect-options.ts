/**
 * How `PinterestConversions.connect` names the environment variables of a back end.
 */
export interface ConnectOptions {
  /**
   * What the names of the variables start with. A function that sends to several ad accounts needs one for each.
   *
   * Valid values: letters, digits and underscores, a letter first.
   *
   * @default 'CONVERSIONS_'
   */
  readonly environmentPrefix?: string;
}
