import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for requests where the document asks for users.
 *
 * @finds document: # Mail down\n\n**Impact**:\n\n- **Users Affected**: ~15% of API requests failed\n ⟶ ~15% of API requests failed
 * @finds document: # Mail down\n\n## Impact\n\n- **Users Affected**: 1,200 requests\n
 * @passes document: # Mail down\n\n**Impact**:\n\n- **Users Affected**: 340 of 12,000 users\n
 * @passes document: # Mail down\n\n**Impact**:\n\n- **Users Affected**: 340 users, who sent 1,200 requests\n
 */
export const requestsAsUsers: Rule = {
  id: 'consistent/requests-as-users',
  about: 'Requests where the document asks for users.',
  reason: 'One user can send a thousand requests, and a thousand users can lose one each.',
  question: 'How many users sent these requests, or is that not known?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: contradictionsNamed('requests-as-users'),
};
