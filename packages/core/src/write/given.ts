/** A key that is there only with a value. */
export function given<K extends string, V>(key: K, value: V | undefined | null): { readonly [key in K]?: V } {
  return (value === undefined || value === null ? {} : { [key]: value }) as { readonly [key in K]?: V };
}
