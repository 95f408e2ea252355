/** A number of minutes as people say it: `9 min`, `2 h 15 min`, `3 days 4 h`; never more exact than a second. */
export function minutesText(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const seconds = Math.round(Math.abs(minutes) * 60);
  if (seconds < 60 && seconds > 0) return `${sign}${seconds} s`;
  if (seconds < 7_200) return `${sign}${Math.round((seconds / 60) * 10) / 10} min`;
  const whole = Math.round(seconds / 60);
  const parts =
    whole < 2_880
      ? [unit(Math.floor(whole / 60), 'h'), unit(whole % 60, 'min')]
      : [unit(Math.floor(whole / 1_440), 'days'), unit(Math.round((whole % 1_440) / 60), 'h')];
  return `${sign}${parts.filter((part) => part !== '').join(' ')}`;
}

function unit(count: number, name: string): string {
  return count === 0 ? '' : `${count} ${name}`;
}
