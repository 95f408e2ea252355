import type { Rule } from '../rule.ts';

/**
 * Looks for a document that is not in English, since the rules of blameless language know English only.
 *
 * @finds document: # Ausfall der Kasse\n\n## Zusammenfassung\n\nDie Kasse war nicht erreichbar, weil der Dienst und die Datenbank nach der Umstellung nicht mehr miteinander sprachen.\n
 * @finds document: # Caída del pago\n\n## Resumen\n\nEl servicio de pago no respondía porque la base de datos se quedó sin conexiones después del cambio de la mañana.\n
 * @passes document: # Checkout down\n\n## Summary\n\nThe checkout did not answer.\n
 * @passes summary: The cart lost its session.
 */
export const language: Rule = {
  id: 'blameless/language',
  about: 'A document that is not in English: the other rules of this group were not tried.',
  reason: 'Which words blame is a matter of each language, and these rules know English only.',
  question: 'Could a colleague read it with blameless language in mind?',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: ({ reading: { text, postmortem, sections } }) => {
    if (postmortem.language === 'en' || text.trim() === '') return [];
    const place = sections.find(({ kind }) => kind === 'heading')?.headingPlace ?? {
      from: 0,
      to: Math.min(1, text.length),
    };
    return [
      {
        place,
        message: `The text reads as “${postmortem.language}”; wording is checked in English only, so it was not checked here.`,
      },
    ];
  },
};
