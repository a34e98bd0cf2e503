/** The same messages in another language: every key, with any text. */
export type Translated<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string
    ? string
    : Translated<Messages[Key]>;
};
