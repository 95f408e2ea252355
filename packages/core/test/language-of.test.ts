import { describe, expect, test } from 'vitest';
import { languages, plainValues, read } from '../src/index.ts';
import { languageOf } from '../src/read/language-of.ts';

describe('the language is told by its small words or its script', () => {
  test.each<[string, string]>([
    ['en', 'The lift was stuck for an hour and we called the engineer, who came from the next town.'],
    ['es', 'El ascensor se quedó parado durante una hora y llamamos al técnico, que vino del pueblo de al lado.'],
    [
      'fr',
      'L’ascenseur est resté bloqué pendant une heure et nous avons appelé le technicien, qui est venu du village voisin.',
    ],
    ['de', 'Der Aufzug stand eine Stunde lang still, und wir riefen den Techniker, der aus der nächsten Stadt kam.'],
    ['pt', 'O elevador ficou parado durante uma hora e chamamos o técnico, que não veio da cidade ao lado.'],
    ['no', 'Heisen stod stille i en time, og vi ringte til teknikeren, som ikke kom fra byen ved siden av.'],
    ['ja', 'エレベーターが一時間停止し、技術者に連絡しました。隣の町から来てもらいました。'],
    ['zh', '电梯停了一个小时，我们给技术人员打了电话，他从隔壁的城市赶来，修好了电梯并且更换了零件。'],
  ])('%s', (language, text) => {
    expect(read(`# 1\n\n${text}\n`).postmortem.language).toBe(language);
  });

  test.each<[string, string, string]>([
    [
      'English headings over Spanish prose',
      'es',
      '# Incident\n\n## Summary\n\nEl ascensor se quedó parado durante una hora y llamamos al técnico, que vino del pueblo de al lado.\n\n## Timeline\n\n- 14:05 el ascensor se para\n',
    ],
    [
      'Spanish words in English prose',
      'en',
      '# Incidente\n\nThe service "Pago de la Renta" was down and the team of the bank was called, which fixed it with the vendor in an hour.\n',
    ],
    [
      'Japanese names in English prose',
      'en',
      '# Lift stuck\n\nThe lift at 東京駅 was stuck for an hour and the team of 山田 was called. We were told that it was the door of the lift.\n',
    ],
    [
      'English terms in Japanese prose',
      'ja',
      '# Lift API の障害\n\nLift API の deploy 後に error rate が上昇し、rollback を行いました。原因は config の誤りでした。\n',
    ],
    [
      'English terms in Chinese prose',
      'zh',
      '# Lift API 故障\n\n发布之后 Lift API 的 error rate 上升，我们立即执行了 rollback，原因是 config 写错了。之后服务恢复正常。\n',
    ],
    [
      'a long English log below German prose',
      'de',
      `# Aufzug\n\nDer Aufzug stand eine Stunde lang still, und wir riefen den Techniker, der aus der nächsten Stadt kam.\n\n\`\`\`\n${'the lift was in the state of error and the door is open\n'.repeat(40)}\`\`\`\n`,
    ],
  ])('%s: %s', (_form, language, text) => {
    expect(read(text).postmortem.language).toBe(language);
  });

  test.each(['', '# 12\n', '14:05 14:10', '???'])('where nothing tells it is English: %j', (text) => {
    expect(languageOf(text, languages)).toBe('en');
  });
});

describe('a form in another language', () => {
  test('does not hide the language of what was written into it', () => {
    const prose =
      'A porta ficou aberta para quem não tinha acesso, e a equipa só o viu de manhã. Os leitores foram trocados por outros, mas a lista não foi copiada com eles. '.repeat(
        3,
      );
    const text = `# Post-Mortem: Portas\n\n## Summary of the incident\n\n${prose}\n\n## What went well with the response\n\n- [What was it that helped the team in the first hour of the incident]\n`;
    expect(plainValues(read(text)).language).toBe('pt');
  });

  test('is in its own language while hardly anything was written', () => {
    const text =
      '# Post-Mortem: A0\n\n## Timeline of the incident\n\n| Time | Event |\n|---|---|\n| 10:00 | A0 fired |\n\n## What was the cause of the outage\n\n[Why it was that the service was down for the users]\n';
    expect(plainValues(read(text)).language).toBe('en');
  });
});
