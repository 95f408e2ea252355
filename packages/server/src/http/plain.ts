/** The same data without `readonly`, as the types of answers want it. */
export type Plain<Data> = Data extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Data extends object
    ? { -readonly [Name in keyof Data]: Plain<Data[Name]> }
    : Data;

/** Hands on what will be written as JSON and changed by nobody. */
export function plain<Data>(data: Data): Plain<Data> {
  return data as Plain<Data>;
}
