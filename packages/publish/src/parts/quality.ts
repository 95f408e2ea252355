import type { Insights } from '@debrief/core';
import { columns } from '../tables/table.ts';
import { factsOf, wordsOf, type Part } from './part.ts';

/** How many documents give which value, and how what they state compares with what their timelines say. */
export function qualityParts({ quality, window }: Pick<Insights, 'quality' | 'window'>): readonly Part[] {
  const { anchors, fields, stated } = quality;
  const known = [
    ...anchors.map(({ instant, known: some, of }) => ({ name: instant, some, of })),
    ...fields.map(({ name, known: some, of }) => ({ name, some, of })),
  ];
  return [
    {
      ...wordsOf(quality),
      chapter: 'quality',
      facts: factsOf(quality, { window }),
      description: '',
      draw: null,
      table: {
        columns: columns({ Value: 'text', Known: 'number', Of: 'number', Share: 'share' }),
        rows: known.map(({ name, some, of }) => [name, some, of, of > 0 ? some / of : null]),
        range: { low: 'Low', value: 'Share', high: 'High', scale: 'linear', reference: 1 },
      },
    },
    ...(stated.length === 0
      ? []
      : [
          {
            ...wordsOf(quality),
            id: `${quality.id}/stated`,
            title: 'Stated against computed',
            statement: '',
            cannotTell: null,
            notes: [],
            definition:
              'What a document states beside what its own timeline says, within a tolerance; neither replaces the other.',
            chapter: 'quality' as const,
            facts: factsOf(quality, { window }),
            description: '',
            draw: null,
            table: {
              columns: columns({
                Metric: 'text',
                Stated: 'number',
                Compared: 'number',
                Agree: 'number',
                Differ: 'number',
              }),
              rows: stated.map(({ metric, stated: said, compared, agree, differ }) => [
                metric,
                said,
                compared,
                agree,
                differ,
              ]),
              range: null,
            },
          },
        ]),
  ];
}
