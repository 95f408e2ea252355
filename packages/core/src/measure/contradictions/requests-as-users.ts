import type { Contradiction, Statements } from './contradiction.ts';

/** Requests where the document asks for users: one user can send a thousand (`metrics.md` §12.4). */
export function requestsAsUsers({ measurements }: Statements): readonly Contradiction[] {
  const found = measurements.find(
    ({ metric, result }) => metric === 'users-affected' && 'reason' in result && result.reason === 'requestsNotUsers',
  );
  if (found === undefined || !('message' in found.result)) return [];
  return [
    {
      id: 'requests-as-users',
      message: `Under users affected, ${found.result.message.replace(/ Write how many users.*$/s, '')}`,
      question: 'How many users sent these requests, or is that not known?',
      places: found.places,
    },
  ];
}
