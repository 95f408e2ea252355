import { describe, expect, test } from 'vitest';
import { zoneOffset } from '../src/model/zone-offset.ts';
import { zoneAt, zoneIn } from '../src/read/zone.ts';

describe('zoneAt reads the zone that begins here', () => {
  test.each([
    ['UTC', 'UTC'],
    ['UTC and more', 'UTC'],
    ['UTC - 11:12 UTC', 'UTC'],
    ['UTC - 2026-03-01', 'UTC'],
    ['UTC - 4', 'UTC - 4'],
    ['GMT+05:30', 'GMT+05:30'],
    ['GMT', 'GMT'],
    ['CET', 'CET'],
    ['CEST', 'CEST'],
    ['PST', 'PST'],
    ['JST', 'JST'],
    ['BRT', 'BRT'],
    ['ET', 'ET'],
    ['Z', 'Z'],
    ['UTC+2', 'UTC+2'],
    ['UTC-4', 'UTC-4'],
    ['UTC−4', 'UTC−4'],
    ['UTC+05:30', 'UTC+05:30'],
    ['GMT-03:00', 'GMT-03:00'],
    ['+02:00', '+02:00'],
    ['+0200', '+0200'],
    ['-03:00', '-03:00'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['America/Sao_Paulo', 'America/Sao_Paulo'],
    ['America/New_York', 'America/New_York'],
    ['MEZ', 'MEZ'],
    ['MESZ', 'MESZ'],
  ])('%j → %s', (text, zone) => {
    expect(zoneAt(text, 0)?.zone).toBe(zone);
  });

  test.each(['UTCB', 'CETA', 'ETA', 'Zoo', 'ESTABLISHED', 'PTO', 'utility', '12:30', '', 'Customers/Users were'])(
    '%j begins with none',
    (text) => {
      expect(zoneAt(text, 0)).toBeNull();
    },
  );
});

describe('zoneIn finds a zone in a heading or a column', () => {
  test.each([
    ['Timeline (UTC)', 'UTC'],
    ['Timeline (All times in UTC)', 'UTC'],
    ['Time (JST)', 'JST'],
    ['Time [CET]', 'CET'],
    ['Timeline - times in PST', 'PST'],
    ['Time, UTC+1', 'UTC+1'],
    ['時刻 (JST)', 'JST'],
    ['時刻（JST）', 'JST'],
    ['Uhrzeit (MEZ)', 'MEZ'],
    ['Time (Europe/Berlin)', 'Europe/Berlin'],
  ])('%j → %s', (text, zone) => {
    expect(zoneIn(text)?.zone).toBe(zone);
  });

  test.each([
    'Timeline',
    'Time',
    'ETA',
    'BESTSELLER',
    'Timeline of the ESTIMATE service',
    'Best effort',
    'Timeline of the Search/Index outage',
    '',
  ])('%j holds none', (text) => {
    expect(zoneIn(text)).toBeNull();
  });
});

describe('zoneOffset is the distance from UTC in minutes', () => {
  test.each([
    ['UTC', 0],
    ['GMT', 0],
    ['Z', 0],
    ['CET', 60],
    ['CEST', 120],
    ['MEZ', 60],
    ['MESZ', 120],
    ['PST', -480],
    ['PDT', -420],
    ['EST', -300],
    ['EDT', -240],
    ['JST', 540],
    ['BRT', -180],
    ['AEST', 600],
    ['UTC+2', 120],
    ['UTC-4', -240],
    ['UTC−4', -240],
    ['UTC+05:30', 330],
    ['GMT-03:00', -180],
    ['+02:00', 120],
    ['-0330', -210],
  ])('%s: %i', (zone, minutes) => {
    expect(zoneOffset(zone)).toBe(minutes);
  });

  test.each(['IST', 'CST', 'ET', 'PT', 'Europe/Oslo', 'nowhere', ''])('%j does not decide', (zone) => {
    expect(zoneOffset(zone)).toBeNull();
  });
});
