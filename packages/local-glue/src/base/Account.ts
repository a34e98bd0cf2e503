/** Whose resources a server has, as ARNs name it. */
export interface Account {
  /** 12 digits; `000000000000` unless told otherwise. */
  readonly accountId: string;
  /** `us-east-1` unless told otherwise. */
  readonly region: string;
}
