/**
 * The same work, done once for each object that it is asked about, for as long as somebody holds that object.
 *
 * @example const wordsOf = onceFor((text: { words: string }) => text.words.split(' '))
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const done = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    const known = done.get(key);
    if (known !== undefined) return known.answer;
    const answer = work(key);
    done.set(key, { answer });
    return answer;
  };
}
